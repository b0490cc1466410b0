import Foundation
import Model
import TestSupport
import Testing

/// What must not be kept is nowhere, whichever question it is given to.
@Suite struct SecretReliability {
  /// Synthetic identity numbers, and secrets as people paste them, each with what must never be found.
  private static let planted: [(text: String, secrets: [String])] = [
    ("Fødselsnummer 41814061033 ga feil", ["41814061033"]),
    ("D-nummer 418100 21827 og 10915596784.", ["418100 21827", "41810021827", "10915596784"]),
    ("fnr=50846202355;orgnr=310043214", ["50846202355"]),
    ("passord: Kanarifugl-77x", ["Kanarifugl-77x"]),
    ("<Password>Kanarifugl-78y</Password>", ["Kanarifugl-78y"]),
    ("systemPassword=Kanarifugl-79z&x=1", ["Kanarifugl-79z"]),
    ("{\"password\": \"Kanarifugl-80a\"}", ["Kanarifugl-80a"]),
    ("Engangskoden er 735192", ["735192"]),
    ("Authorization: Bearer kanari.eyJhbGciOi.81b", ["eyJhbGciOi"]),
  ]

  @Test(arguments: Flow.all.indices)
  func `what is planted in every question of a flow is found in no file and on no screen`(
    flow: Int
  ) throws {
    var found = 0
    // In the ordinary run each flow gets two or so of them, and all flows together get all.
    let planted = Self.planted.enumerated().filter {
      Reliability.isFull || $0.offset % Flow.all.count == flow
    }
    for (text, secrets) in planted.map(\.element) {
      let folder = try TemporaryFolder()
      // Whatever is asked: a text, the end of a message, nothing, or the first answer of a list.
      let lines = (0..<60).flatMap { _ in [text, text, ".", "", "1"] }
      let run = try Run(
        ["--plain", "--language", "nb", "--store", folder.file("store")],
        input: (["\(flow + 1)"] + lines).joined(separator: "\n"),
        environment: ["TMPDIR": folder.path, "HOME": folder.path]
      )
      #expect(!run.trapped)
      var places = folder.contents.compactMapValues { $0 }
      places["what was said"] = Data((run.output + run.complaint).utf8)
      let size = places["store/veiviser.sqlite"]?.count ?? 0
      #expect(size > 0)
      for secret in secrets {
        for (name, bytes) in places where bytes.range(of: Data(secret.utf8)) != nil {
          Issue.record("\(secret) of \(text) in \(name)")
          found += 1
        }
      }
      let store = try Store.open(
        at: StoreLocation(directory: folder.file("store")),
        now: { Timestamp.now() },
        redact: { $0 }
      )
      #expect(try store.count() > 0, "not tested: nothing was kept")
    }
    Reliability.report(
      "12 canary secrets, \(Flow.all[flow].id)",
      "\(planted.flatMap(\.element.secrets).count) secrets in every question; \(found) found in files or output"
    )
  }
}
