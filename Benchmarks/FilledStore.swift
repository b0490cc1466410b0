import Foundation
import Model

/// A store with many cases, made as the program makes them.
enum FilledStore {
  static let count = 100_000

  /// Makes it where writing costs least, and puts it in the folder that is measured.
  ///
  /// Nine of ten cases are closed, as where work is brought to an end.
  static func make(in folder: String) throws {
    let memory = "/dev/shm/veiviser-benchmarks-\(getpid())"
    defer { try? FileManager.default.removeItem(atPath: memory) }
    let store = try Store.open(
      at: StoreLocation(directory: memory),
      now: { Timestamp.now() },
      redact: { Redaction($0).text }
    )
    for number in 1...count {
      var draft = CaseDraft(flow: Flow.findFault.id)
      draft.title = "Sak \(number) for NORDLYS REGNSKAP AS"
      draft.status = number.isMultiple(of: 10) ? .open : .closed
      draft.step = "conclusion"
      draft.give(Answer("E1", source: .message), in: "message")
      draft.give(Answer("organisation", source: .told), in: Fact.reporteeKind.rawValue)
      draft.give(Answer("no", source: .told), in: Fact.personRight.rawValue)
      _ = try store.create(draft)
    }
    try store.close()
    try FileManager.default.createDirectory(
      atPath: folder,
      withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700]
    )
    try FileManager.default.copyItem(
      atPath: memory + "/veiviser.sqlite",
      toPath: folder + "/veiviser.sqlite"
    )
  }
}
