import Glibc
import Model

/// Uses a store from a process of its own: `StoreProbe <what> <folder> [<count>]`.
///
/// - `open`: opens the store and closes it.
/// - `save`: saves one case for ever, with a line `<case> <revision>` after each commit.
/// - `count`: adds 1 to the first case `count` times, again where somebody else came between.
///
/// Ends with status 69 and a line `failure <text key>` when the store fails.
@main
enum StoreProbe {
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count >= 3 else { exit(64) }
    let number = arguments.count > 3 ? Int(arguments[3]) ?? 0 : 0
    do {
      try run(arguments[1], StoreLocation(directory: arguments[2]), number)
    } catch {
      say("failure \(error.textKey)")
      exit(69)
    }
  }

  private static func run(_ what: String, _ location: StoreLocation, _ number: Int)
    throws(StoreFailure)
  {
    switch what {
    case "open": try open(location).close()
    case "save": try saveForEver(try open(location))
    case "count": try count(number, in: try open(location))
    default: exit(64)
    }
  }

  private static func open(_ location: StoreLocation) throws(StoreFailure) -> Store {
    try Store.open(at: location, now: { Timestamp(rawValue: 0) }, redact: { $0 })
  }

  private static func saveForEver(_ store: Store) throws(StoreFailure) {
    var current = try store.create(CaseDraft(flow: "find"))
    while true {
      say("\(current.id.rawValue) \(current.revision)")
      // Several pages, so that a kill can come between two of them.
      for part in 0..<8 {
        let text = String(repeating: "\(current.revision + 1) ", count: 300)
        current.content.give(Answer(text, source: .seen), in: "part.\(part)")
      }
      current = try store.save(current)
    }
  }

  private static func count(_ number: Int, in store: Store) throws(StoreFailure) {
    var conflicts = 0
    var done = 0
    var current = try store.load(CaseID(rawValue: 1001))
    while done < number {
      let value = Int(current.content.answer(in: "count")?.value ?? "0") ?? 0
      current.content.give(Answer(String(value + 1), source: .derived), in: "count")
      do {
        current = try store.save(current)
        done += 1
      } catch .conflict(let newer) {
        current = newer
        conflicts += 1
      }
    }
    say("conflicts \(conflicts)")
  }

  private static func say(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    _ = write(1, bytes, bytes.count)
  }
}
