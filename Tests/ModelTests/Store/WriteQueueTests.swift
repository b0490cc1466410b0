import Foundation
import Synchronization
import Testing
import TestSupport

@testable import Model
@testable import Store

@Suite struct WriteQueueTests {
  let folder: TemporaryFolder
  let store: SQLiteStore

  init() throws {
    folder = try TemporaryFolder()
    store = try folder.open(setup: StoreSetup(turnSeconds: 0))
  }

  private var lock: String { folder.location.directory + "/veiviser.lock" }

  /// Looks at the row from outside it.
  private func withRow(_ body: (Int32) throws -> Void) throws {
    let descriptor = Glibc.open(lock, O_RDWR | O_CLOEXEC)
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    try body(descriptor)
  }

  @Test func `who came first goes first`() throws {
    let order = Mutex<[Int64]>([])
    let done = DispatchGroup()
    let lock = lock
    try withRow { row in
      try WriteQueue.taking(at: lock, seconds: 0) {
        for number in 1...9 as ClosedRange<Int64> {
          done.enter()
          Thread.detachNewThread {
            WriteQueue.taking(at: lock, seconds: 60) { order.withLock { $0.append(number) } }
            done.leave()
          }
          let deadline = ContinuousClock.now + .seconds(60)
          while !PlaceLock.isTaken(number, row) {
            try #require(ContinuousClock.now < deadline, "\(number) has not come to its place")
            sched_yield()
          }
        }
        #expect(order.withLock { $0 } == [])
      }
    }
    done.wait()
    #expect(order.withLock { $0 } == Array(1...9))
  }

  @Test func `a turn that does not come keeps nobody from saving`() throws {
    try WriteQueue.taking(at: lock, seconds: 0) {
      try withRow { #expect(PlaceLock.isTaken(0, $0)) }
      let saved = try store.create(CaseDraft(flow: "findFault"))
      #expect(try store.load(saved.id) == saved)
      // Who gave up stands in nobody's way.
      try withRow { row in
        for place in 1..<16 as Range<Int64> { #expect(!PlaceLock.isTaken(place, row)) }
      }
    }
  }

  @Test func `without a row to stand in one saves all the same`() throws {
    try FileManager.default.removeItem(atPath: lock)
    let saved = try store.create(CaseDraft(flow: "findFault"))
    #expect(try store.load(saved.id) == saved)
  }

  @Test func `a process that is killed leaves its place`() throws {
    let probe = try Probe(["save", folder.location.directory, "0"])
    #expect(!probe.lines(atLeast: 1).isEmpty)
    probe.kill()
    probe.wait()
    try withRow { row in
      for place in 0..<16 as Range<Int64> { #expect(!PlaceLock.isTaken(place, row)) }
    }
  }
}
