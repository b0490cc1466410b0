import Foundation
#if PostgreSQL
import Model
import ServerStore
import Store
#endif

/// Works on stores as many agents do, and tells how long it took: run by scripts/server-load.
///
/// - `agents ADDRESS FIRST COUNT SECONDS SEED PAUSE`: signs in at once as the roles agentFIRST and those that follow,
///   each on a connection of its own, and saves a case in each one's name every PAUSE seconds, or without a pause
///   where that is 0; with a line `signin MILLISECONDS` for each of them, a line `save MILLISECONDS` for each save, and at
///   the end `agents COUNT saves N refused N lost N twice N away N processor SECONDS`.
/// - `lists ADDRESS|FOLDER`: asks what the screens ask, with a line `NAME|MEDIAN|WORST` for each.
/// - `copy ADDRESS FOLDER`: copies a store to a file.
/// - `saves ADDRESS FOLDER COUNT`: saves by turns on a server and in a file, with a line for each as above.
@main
enum ServerProbe {
  static func main() throws {
    #if PostgreSQL
    let arguments = Array(CommandLine.arguments.dropFirst())
    let numbers = arguments.dropFirst(2).map { Int($0) ?? 0 }
    switch arguments.first {
    case "agents" where numbers.count == 5:
      ProbeAgents(address: arguments[1], seconds: numbers[2], pause: numbers[4]).run(
        from: numbers[0],
        count: numbers[1],
        seed: UInt64(numbers[3])
      )
    case "lists" where arguments.count == 2: try ProbeLists.run(try open(arguments[1]))
    case "saves" where arguments.count == 4:
      try ProbeSaves.run(try open(arguments[1]), try open(arguments[2]), Int(arguments[3]) ?? 0)
    case "copy" where arguments.count == 3: try copy(arguments[1], to: arguments[2])
    default: exit(64)
    }
    #else
    print("Built without the trait PostgreSQL.")
    exit(64)
    #endif
  }

  #if PostgreSQL
  private static func open(_ place: String) throws -> any DeskStore {
    if place.hasPrefix("postgresql:") { return try server(place) }
    let content = Content.embedded
    return try SQLiteStore.open(
      at: StoreLocation(directory: place),
      words: content.caseWords,
      now: { Timestamp.now() },
      redact: { content.kept($0, in: $1) }
    )
  }

  private static func copy(_ address: String, to folder: String) throws {
    let words = Content.embedded.caseWords
    let server = try ServerCopy(at: try ServerAddress(address), words: words)
    _ = try SQLiteStore.makeWhole(at: StoreLocation(directory: folder), words: words) {
      file throws(StoreFailure) in try StoreCopy.copy(server, to: file) { text, _ in text }
    }
  }

  /// Opens a store as the program does.
  static func server(_ address: String) throws(StoreFailure) -> ServerStore {
    let content = Content.embedded
    return try ServerStore(
      at: try ServerAddress(address),
      words: content.caseWords,
      redact: { content.kept($0, in: $1) }
    )
  }

  /// A case as it stands in the middle of a search for a fault.
  static var draft: CaseDraft {
    var draft = CaseDraft(flow: "findFault", step: "conclusion", title: "Nordlys Regnskap AS")
    for (field, value) in [
      ("message", "E2"), ("reportee.kind", "organisation"),
      ("reportee.name", "Nordlys Regnskap AS"),
      ("person.right", "no"), ("system.registered", "yes"), ("system.owner", "reportee"),
      ("system.idCorrect", "yes"), ("system.password", "unknown"), ("service", "a-melding"),
      ("system.name", "Lønn & Sånn"),
      ("messageText", String(repeating: "Feil ved innsending. ", count: 20)),
    ] { draft.give(Answer(value, source: .told), in: FieldID(rawValue: field)) }
    return draft
  }

  /// How long something takes, in milliseconds.
  static func time<Failure: Error>(_ work: () throws(Failure) -> Void) throws(Failure) -> Double {
    let start = ContinuousClock.now
    try work()
    return (ContinuousClock.now - start) / .milliseconds(1)
  }

  /// A line that tells the median, the 99th of a hundred and the longest.
  static func say(_ name: String, _ times: [Double]) {
    let sorted = times.sorted()
    let parts = [sorted.count / 2, sorted.count * 99 / 100, sorted.count - 1].map { place in
      String(format: "%.2f", sorted[min(place, sorted.count - 1)])
    }
    print(([name] + parts).joined(separator: "|"))
  }
  #endif
}
