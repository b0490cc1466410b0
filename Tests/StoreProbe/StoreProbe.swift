import GRDB
import Glibc
import Model

/// Uses a store from a process of its own: `StoreProbe <what> <folder> [<number> [<number>]]`.
///
/// - `open`: opens the store and closes it.
/// - `save N`: saves one case N times, or for ever when N is 0, with a line `<case> <revision>` after
///   each commit.
/// - `fill N`: the same, but tries again for as long as the disk is full, with a line `full` each time.
/// - `count N M`: adds 1 to one of the first M cases N times, again where somebody else came between;
///   ends with a line that tells how often.
/// - `write N P`: makes N cases with pauses of up to P milliseconds; ends with a line that tells the
///   longest wait in milliseconds.
/// - `careless N`: makes N rows in a file of its own with the settings GRDB gives a shared database.
///
/// Ends with status 69 and a line `failure <text key>` when the store fails.
@main
enum StoreProbe {
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count >= 3 else { exit(64) }
    let numbers = arguments.dropFirst(3).map { Int($0) ?? 0 } + [0, 0]
    do {
      try run(arguments[1], StoreLocation(directory: arguments[2]), numbers[0], numbers[1])
    } catch {
      say("failure \(error.textKey)")
      exit(69)
    }
  }

  private static func run(_ what: String, _ location: StoreLocation, _ first: Int, _ second: Int)
    throws(StoreFailure)
  {
    switch what {
    case "open": try open(location).close()
    case "save": try save(first, in: try open(location), patiently: false)
    case "fill": try save(first, in: try open(location), patiently: true)
    case "count": try count(first, over: max(1, second), in: try open(location))
    case "write": try write(first, pause: second, in: try open(location))
    case "careless": if (try? saveCarelessly(first, in: location.directory)) == nil { exit(70) }
    default: exit(64)
    }
  }

  private static func open(_ location: StoreLocation) throws(StoreFailure) -> Store {
    try Store.open(at: location, now: { Timestamp(rawValue: 0) }, redact: { $0 })
  }

  private static func save(_ number: Int, in store: Store, patiently: Bool) throws(StoreFailure) {
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

  private static func count(_ number: Int, over cases: Int, in store: Store) throws(StoreFailure) {
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

  private static func write(_ number: Int, pause: Int, in store: Store) throws(StoreFailure) {
    var longest = Duration.zero
    for _ in 0..<number {
      if pause > 0 { usleep(UInt32.random(in: 0...UInt32(pause * 1000))) }
      let before = ContinuousClock.now
      var draft = CaseDraft(flow: "find", title: "En sak")
      draft.give(Answer(String(repeating: "svar ", count: 80), source: .told), in: "free")
      _ = try store.create(draft)
      longest = max(longest, ContinuousClock.now - before)
    }
    say("\(longest / .milliseconds(1))".prefix { $0 != "." }.description)
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

  private static func say(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    _ = Glibc.write(1, bytes, bytes.count)
  }
}
