#if PostgreSQL
import Dispatch
import Foundation
import Glibc
import Model
import ServerStore
import Store
import Synchronization

/// Agents who save, each in a thread and on a connection of their own.
final class ProbeAgents: Sendable {
  private struct Sum {
    var times: [Double] = []
    var signIns: [Double] = []
    var refused = 0
    var turnedAway = 0
    var lost = 0
    var twice = 0
  }

  private let address: String
  private let seconds: Int
  private let pause: Int
  private let sum = Mutex(Sum())

  /// - Parameters:
  ///   - address: With `{role}` in the place of the role.
  ///   - pause: The seconds from one save of an agent to the next; 0 where each comes as soon as it can.
  init(address: String, seconds: Int, pause: Int) {
    self.address = address
    self.seconds = seconds
    self.pause = pause
  }

  func run(from first: Int, count: Int, seed: UInt64) {
    let group = DispatchGroup()
    // All sign in at once, and nobody saves before all are in, nor in the same moment as all others.
    let start = Date.now + 15
    for number in first..<first + count {
      group.enter()
      let thread = Thread { [self] in
        let phase = Double((UInt64(number) &* 2_654_435_761 &+ seed) % 3000) / 1000
        work(as: number, from: start + phase)
        group.leave()
      }
      thread.stackSize = 4 << 20
      thread.start()
    }
    group.wait()
    sum.withLock { sum in
      for time in sum.signIns { print("signin \(String(format: "%.3f", time))") }
      for time in sum.times { print("save \(String(format: "%.3f", time))") }
      print(
        """
        agents \(count) saves \(sum.times.count) refused \(sum.refused) lost \(sum.lost) twice \(sum.twice) \
        away \(sum.turnedAway) processor \(String(format: "%.2f", Self.processorTime))
        """
      )
    }
  }

  /// The seconds that all this has taken of the processors.
  private static var processorTime: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Signs in, and as people do once more where nobody answers.
  private func begin(_ role: String) throws -> ServerStore {
    for _ in 0..<5 {
      do throws(StoreFailure) {
        return try ServerProbe.server(address.replacing("{role}", with: role))
      } catch {
        sum.withLock { $0.turnedAway += 1 }
      }
    }
    return try ServerProbe.server(address.replacing("{role}", with: role))
  }

  /// - Parameter start: When the first save is.
  private func work(as number: Int, from start: Date) {
    var (times, refused, saved) = ([] as [Double], 0, 0)
    do {
      let begun = ContinuousClock.now
      let store = try begin("agent\(number)")
      let signIn = (ContinuousClock.now - begun) / .milliseconds(1)
      sum.withLock { $0.signIns.append(signIn) }
      var kept = try store.create(ServerProbe.draft)
      var next = start
      while next < start + Double(seconds) {
        Thread.sleep(until: next)
        next = pause > 0 ? next + Double(pause) : Date.now
        saved += 1
        var edited = kept
        edited.content.give(Answer("\(saved)", source: .told), in: "reportee.name")
        do throws(StoreFailure) {
          times.append(
            try ServerProbe.time { () throws(StoreFailure) in kept = try store.save(edited) }
          )
        } catch {
          refused += 1
        }
      }
      // Each save that was answered is there once: no fewer and no more.
      let (revision, lines) = (
        try store.load(kept.id).revision, try store.events(for: kept.id).count
      )
      sum.withLock { sum in
        sum.lost += max(0, times.count + 1 - min(revision, lines))
        sum.twice += max(0, max(revision, lines) - times.count - 1 - refused)
      }
    } catch {
      refused += 1
    }
    sum.withLock { sum in
      sum.times += times
      sum.refused += refused
    }
  }
}

/// What the screens ask of a store.
enum ProbeLists {
  private static let rounds = 60

  static func run(_ store: any DeskStore) throws {
    let (all, unfinished) = (CaseStatus.allCases, [CaseStatus.open, .waiting])
    let agent = (store as? ServerStore)?.own ?? AgentID(rawValue: 1000)
    func list(_ text: String, _ statuses: [CaseStatus], _ offset: Int = 0) throws {
      _ = try store.summaries(
        matching: text,
        statuses: statuses,
        flows: nil,
        limit: 51,
        offset: offset,
        answers: Flow.statusFields
      )
    }
    func queue(_ section: DeskSection) throws {
      _ = try store.queue(section, for: agent, limit: 51, offset: 0, answers: Flow.statusFields)
    }
    let today = Timestamp.now().day
    let works: [(String, () throws -> Void)] = [
      (
        "what home tells of it",
        {
          _ = try store.count(matching: nil, statuses: unfinished, flows: nil, upTo: 100)
          if let today { _ = try store.dueCount(on: today, upTo: 100) }
        }
      ),
      (
        "what the desk counts",
        {
          for section in DeskSection.allCases {
            _ = try store.queueCount(section, for: agent, upTo: 100)
          }
        }
      ),
      ("first page of the unfinished", { try list("", unfinished) }),
      ("first page of all", { try list("", all) }),
      ("tenth page of all", { try list("", all, 500) }),
      ("queue: mine", { try queue(.mine) }), ("queue: free", { try queue(.free) }),
      ("queue: all", { try queue(.all) }),
      ("search with many hits", { try list("nordlys", all) }),
      ("search for a number", { try list("1700", all) }),
      ("search without a hit", { try list("sørlys", all) }),
      ("search without a hit in the unfinished", { try list("sørlys", unfinished) }),
      ("search for an organisation", { try list("310001700", all) }),
      ("search for two words of one in 97 and one in 389", { try list("bransje3 sted7", all) }),
      ("search for two words that no case has both of", { try list("bransje3 bransje4", all) }),
      ("search for a rare word in the unfinished", { try list("sjelden nord", unfinished) }),
    ]
    for (name, work) in works {
      ServerProbe.say(name, try (0..<rounds).map { _ in try ServerProbe.time(work) })
    }
  }
}

/// Saves by turns in two stores.
enum ProbeSaves {
  static func run(_ server: any DeskStore, _ file: any DeskStore, _ count: Int) throws {
    let stores = [server, file]
    var kept = try stores.map { try $0.create(ServerProbe.draft) }
    var times = [[Double]](repeating: [], count: 2)
    for round in 0..<count {
      for place in stores.indices {
        var edited = kept[place]
        edited.content.give(Answer("\(round)", source: .told), in: "reportee.name")
        times[place].append(try ServerProbe.time { kept[place] = try stores[place].save(edited) })
      }
    }
    ServerProbe.say("save on the server", times[0])
    ServerProbe.say("save in the file", times[1])
  }
}
#endif
