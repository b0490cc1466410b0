import Foundation
import Model
import Store
import TestSupport

/// A store and a folder to write files in, for one test.
final class RecordsFolder {
  private let folder: TemporaryFolder
  let store: SQLiteStore

  var path: String { folder.path }

  init() throws {
    folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: folder.file("files"),
      withIntermediateDirectories: false
    )
    store = try SQLiteStore.open(
      at: StoreLocation(directory: folder.file("store")),
      words: Content.embedded.caseWords,
      now: { Timestamp.now() },
      redact: { Content.embedded.kept($0, in: $1) }
    )
  }

  /// The folder the program stands in.
  var files: String { path + "/files" }

  /// Keeps a fault case, a datasystem and a request: 1001, 1002 and 1003.
  func fill() throws {
    let cases: [(FlowID, String, [FieldID: String])] = [
      (
        "findFault", "NORDLYS REGNSKAP AS",
        ["message": "E2", "reportee.name": "NORDLYS REGNSKAP AS"]
      ),
      ("registerSystem", "Lønn, 100200", ["register.id": "100200"]),
      ("requestAccess", "Utfyller, Kari", ["request.followUp": "2026-01-02"]),
    ]
    for (flow, title, answers) in cases {
      var draft = CaseDraft(
        flow: flow,
        title: title,
        due: answers["request.followUp"].flatMap { Day($0) }
      )
      for (field, value) in answers { draft.give(Answer(value, source: .told), in: field) }
      _ = try store.create(draft)
    }
  }

  /// Runs a command on the store.
  func run(_ arguments: String..., input: String = "") throws -> Run {
    try run(arguments, input: input)
  }

  func run(_ arguments: [String], input: String = "") throws -> Run {
    try Run(arguments + ["--store", path + "/store"], input: input, shell: "cd '\(files)';")
  }

  /// Starts the program on a terminal, in the folder for files.
  func session(_ arguments: [String] = [], columns: Int = 80, rows: Int = 24) throws -> PtySession {
    let command = "cd \"$1\" && shift && exec \"$@\""
    return try PtySession(
      "/bin/sh",
      ["-c", command, "sh", files, Executables.veiviser, "--store", path + "/store"] + arguments,
      columns: columns,
      rows: rows
    )
  }
}
