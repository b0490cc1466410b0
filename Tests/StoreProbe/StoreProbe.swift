import Glibc
import GRDB
import Model
import Store

/// Uses a store from a process of its own: `StoreProbe <what> <folder> [<number>...]`.
///
/// - `open`: opens the store and closes it.
/// - `start`: the same, with a line that tells when it began and when the store was open, in microseconds
///   of a clock that all processes share.
/// - `save N`: saves one case N times, or for ever when N is 0, with a line `<case> <revision>` after
///   each commit.
/// - `fill N`: the same, with a case of some pages more after each save, but tries again for as long as
///   the disk is full, with a line `full` each time.
/// - `count N M`: adds 1 to one of the first M cases N times, again where somebody else came between;
///   ends with a line that tells how often.
/// - `write N A B`: makes N cases with a title of its own, with pauses of A to B milliseconds; ends with
///   a line for each that tells how long it took in microseconds.
/// - `take A N M`: as the agent A takes each of the first N cases that nobody has, with a line `taken <case>`
///   for each, then saves one of them M times, with a line for each that tells how long it took in microseconds.
/// - `share`: opens the store as a group's, makes a case, copies the store beside its folder, and closes it.
/// - `plant <folder> <private folder> N`: puts links to a private folder and to what is in it in the place of
///   all that comes and goes in a folder and those below it, for ever; N is where chance begins.
/// - `careless N`: makes N rows in a file of its own with the settings GRDB gives a shared database.
///
/// Ends with status 69 and a line `failure <text key>` when the store fails.
@main
enum StoreProbe {
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count >= 3 else { exit(64) }
    let numbers = arguments.dropFirst(3).map { Int($0) ?? 0 } + [0, 0, 0]
    do {
      try run(arguments[1], StoreLocation(directory: arguments[2]), numbers)
    } catch {
      say("failure \(error.textKey)")
      exit(69)
    }
  }

  private static func run(_ what: String, _ location: StoreLocation, _ numbers: [Int])
    throws(StoreFailure)
  {
    let (first, second) = (numbers[0], numbers[1])
    switch what {
    case "open": try open(location).close()
    case "start":
      let began = now()
      let store = try open(location)
      say("\(began) \(now())")
      try store.close()
    case "save": try save(first, in: try open(location), patiently: false)
    case "fill": try save(first, in: try open(location), patiently: true)
    case "count": try count(first, over: max(1, second), in: try open(location))
    case "write": try write(first, pauses: second...max(second, numbers[2]), in: try open(location))
    case "take": try take(as: first, of: second, saves: numbers[2], in: try open(location))
    case "share": try share(location.directory)
    case "plant": Planter(CommandLine.arguments[2], private: CommandLine.arguments[3]).run()
    case "careless": if (try? saveCarelessly(first, in: location.directory)) == nil { exit(70) }
    default: exit(64)
    }
  }

  private static func open(_ location: StoreLocation) throws(StoreFailure) -> SQLiteStore {
    try SQLiteStore.open(at: location, now: { Timestamp(rawValue: 0) }, redact: { text, _ in text })
  }

  private static func take(
    as agent: Int,
    of cases: Int,
    saves: Int,
    in store: SQLiteStore
  ) throws(StoreFailure) {
    var mine: CaseID?
    // Each begins elsewhere, and all meet.
    for number in 0..<cases {
      let id = CaseID(rawValue: Int64(1001 + (number + agent * 7) % cases))
      do {
        _ = try store.perform(.take, on: id, by: AgentID(rawValue: UInt32(agent)))
        say("taken \(id.rawValue)")
        mine = id
      } catch {
        if case .store(let failure) = error { throw failure }
      }
    }
    guard var current = try mine.map({ id throws(StoreFailure) in try store.load(id) }) else {
      return
    }
    for save in 0..<saves {
      current.content.give(Answer("\(save)", source: .seen), in: "free")
      let began = now()
      current = try store.save(current)
      say("\(now() - began)")
    }
  }

  private static func share(_ directory: String) throws(StoreFailure) {
    let store = try SQLiteStore.open(
      at: StoreLocation(directory: directory, access: .group),
      now: { Timestamp(rawValue: 0) },
      redact: { text, _ in text }
    )
    _ = try store.create(CaseDraft(flow: "find"))
    _ = try store.backUp(to: directory + "-\(getpid())")
    try store.close()
  }

  private static func save(_ number: Int, in store: SQLiteStore, patiently: Bool)
    throws(StoreFailure)
  {
    var current = try persist(patiently) { () throws(StoreFailure) in
      try store.create(CaseDraft(flow: "find"))
    }
    say("\(current.id.rawValue) \(current.revision)")
    var done = 0
    while number == 0 || done < number {
      // Several pages, so that a kill can come between two of them.
      for part in 0..<8 {
        let text = String(repeating: "\(current.revision + 1) ", count: 300)
        current.content.give(Answer(text, source: .seen), in: "part.\(part)")
      }
      let edited = current
      current = try persist(patiently) { () throws(StoreFailure) in try store.save(edited) }
      say("\(current.id.rawValue) \(current.revision)")
      done += 1
      guard patiently else { continue }
      var other = CaseDraft(flow: "find")
      other.give(Answer(String(repeating: "fyll ", count: 2_400), source: .seen), in: "free")
      let filling = other
      _ = try persist(true) { () throws(StoreFailure) in try store.create(filling) }
    }
  }

  private static func persist<Value>(
    _ patiently: Bool,
    _ work: () throws(StoreFailure) -> Value
  ) throws(StoreFailure) -> Value {
    while true {
      do {
        return try work()
      } catch {
        guard patiently, case .full = error else { throw error }
        say("full")
        usleep(1000)
      }
    }
  }

  private static func count(_ number: Int, over cases: Int, in store: SQLiteStore)
    throws(StoreFailure)
  {
    var conflicts = 0
    for turn in 0..<number {
      var current = try store.load(CaseID(rawValue: Int64(1001 + turn % cases)))
      while true {
        let value = Int(current.content.answer(in: "count")?.value ?? "0") ?? 0
        current.content.give(Answer(String(value + 1), source: .derived), in: "count")
        do {
          _ = try store.save(current)
          break
        } catch {
          guard case .conflict(let newer) = error else { throw error }
          current = newer
          conflicts += 1
        }
      }
    }
    say("\(conflicts)")
  }

  private static func write(_ number: Int, pauses: ClosedRange<Int>, in store: SQLiteStore)
    throws(StoreFailure)
  {
    var waits: [Int64] = []
    for _ in 0..<number {
      if pauses.upperBound > 0 { usleep(UInt32(Int.random(in: pauses) * 1000)) }
      let before = now()
      var draft = CaseDraft(flow: "find", title: "\(getpid())")
      draft.give(Answer(String(repeating: "svar ", count: 80), source: .told), in: "free")
      _ = try store.create(draft)
      waits.append(now() - before)
    }
    for wait in waits { say("\(wait)") }
  }

  /// The microseconds of a clock that only goes on, the same in all processes.
  private static func now() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000
  }

  private static func saveCarelessly(_ number: Int, in folder: String) throws {
    var configuration = Configuration()
    configuration.journalMode = .wal
    let queue = try DatabaseQueue(path: folder + "/careless.sqlite", configuration: configuration)
    try queue.write { db in
      try db.execute(sql: "CREATE TABLE save (number INTEGER PRIMARY KEY, text TEXT)")
    }
    for row in 1...number {
      try queue.write { db in
        try db.execute(
          sql: "INSERT INTO save VALUES (?, ?)",
          arguments: [row, String(repeating: "svar ", count: 200)]
        )
      }
      say("\(row)")
    }
  }

  static func say(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    _ = Glibc.write(1, bytes, bytes.count)
  }
}
