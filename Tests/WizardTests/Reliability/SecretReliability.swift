import Foundation
import Model
import Store
import Testing
import TestSupport

/// Synthetic identity numbers, and secrets as people paste them, each with what must never be found.
enum Planted {
  static let all: [(text: String, secrets: [String])] = [
    ("Fødselsnummer 41814061033 ga feil", ["41814061033"]),
    ("D-nummer 418100 21827 og 10915596784.", ["418100 21827", "41810021827", "10915596784"]),
    ("fnr=50846202355;orgnr=310043214", ["50846202355"]),
    ("13527248013, 68467038838", ["13527248013", "68467038838"]),
    ("Person 158585 12309", ["158585 12309", "15858512309"]),
    ("nr 01813250043", ["01813250043"]),
    ("passord: Kanarifugl-77x", ["Kanarifugl-77x"]),
    ("<Password>Kanarifugl-78y</Password>", ["Kanarifugl-78y"]),
    ("systemPassword=Kanarifugl-79z&x=1", ["Kanarifugl-79z"]),
    ("{\"password\": \"Kanarifugl-80a\"}", ["Kanarifugl-80a"]),
    ("Engangskoden er 735192", ["735192"]),
    ("Authorization: Bearer kanari.eyJhbGciOi.81b", ["eyJhbGciOi"]),
    ("pwd=Kanarifugl-82c", ["Kanarifugl-82c"]),
    ("Passordet er Kanarifugl-83d", ["Kanarifugl-83d"]),
    ("PIN-koden er 482139", ["482139"]),
    ("engangskode: 617283", ["617283"]),
    ("access_token=kanari84e.abcdef", ["kanari84e"]),
    ("api_key: kanari-85f-abcdef", ["kanari-85f"]),
    ("Cookie: session=kanari86g", ["kanari86g"]),
    ("client_secret=Kanarifugl89j", ["Kanarifugl89j"]),
    ("smspincode=719203", ["719203"]),
    ("Authorization: Basic a2FuYXJpOjkwa2FuYXJp", ["a2FuYXJpOjkwa2FuYXJp"]),
  ]

  static let secrets = all.flatMap(\.secrets)
}

/// What must not be kept is nowhere, whichever question it is given to.
@Suite struct SecretReliability {
  @Test(arguments: Flow.all.indices)
  func `what is planted in every question of a flow is found in no file and on no screen`(
    flow: Int
  ) throws {
    var found = 0
    let (id, portal) = (Flow.all[flow].id, Flow.all[flow].edition)
    let entry = try #require(Flow.ids(of: portal).firstIndex(of: id)) + 1
    // In the ordinary run each flow gets some of them, and all flows together get all.
    let planted = Planted.all.enumerated().filter {
      Reliability.isFull || $0.offset % Flow.all.count == flow
    }
    for (text, secrets) in planted.map(\.element) {
      let folder = try TemporaryFolder()
      // Whatever is asked: a text, the end of a message, nothing, or the first answer of a list.
      let lines = (0..<60).flatMap { _ in [text, text, ".", "", "1"] }
      let run = try Run(
        [
          "--plain", "--language", "nb", "--portal", portal.rawValue, "--store",
          folder.file("store"),
        ],
        input: (["\(entry)"] + lines).joined(separator: "\n"),
        environment: ["TMPDIR": folder.path, "HOME": folder.path]
      )
      #expect(!run.trapped)
      var places = ["what was said": Data((run.output + run.complaint).utf8)]
      for arguments in [
        ["case", "show", "1001"], ["case", "show", "1001", "--json"], ["case", "list", "--json"],
        ["store", "check"], ["store", "backup", folder.file("copy.sqlite")],
      ] {
        let told = try Run(arguments + ["--store", folder.file("store")])
        #expect(told.status == 0, "not tested: \(arguments) said \(told.complaint)")
        places["\(arguments)"] = Data((told.output + told.complaint).utf8)
      }
      for (name, bytes) in folder.contents { places[name] = bytes }
      #expect((places["store/veiviser.sqlite"]?.count ?? 0) > 0)
      #expect((places["copy.sqlite"]?.count ?? 0) > 0)
      for secret in secrets {
        for (name, bytes) in places where bytes.range(of: Data(secret.utf8)) != nil {
          Issue.record("\(secret) of \(text) in \(name)")
          found += 1
        }
      }
      let store = try SQLiteStore.open(
        at: StoreLocation(directory: folder.file("store")),
        now: { Timestamp.now() },
        redact: { text, _ in text }
      )
      #expect(try store.count() > 0, "not tested: nothing was kept")
    }
    let count = planted.flatMap(\.element.secrets).count
    #expect(count >= Reliability.count(1, full: 20), "not tested: \(count) secrets")
    Reliability.report(
      "12 canary secrets, \(id)",
      "\(count) secrets in every question; \(found) found in store, copy, exports, other files, output and complaints"
    )
  }
}
