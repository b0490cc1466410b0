import Foundation
import Model
import Testing
import TestSupport

/// What must not be kept is in nothing that the desk keeps, prints or gives away.
@Suite struct DeskSecretReliability {
  /// Identity numbers, none of anybody, as people write and read them out.
  private static let numbers = ["41814061033", "10915596784", "50846202355", "13527248013"]
    .flatMap { number in
      let (day, rest) = (number.prefix(6), number.dropFirst(6))
      return [
        number, "\(day) \(rest)", "\(day)-\(rest)", "\(day.prefix(2)) \(day.dropFirst(2)) \(rest)",
      ]
    }

  private static let planted: [(text: String, secrets: [String])] =
    Planted.all + numbers.map { ("Innringeren sier \($0) i telefonen", [$0]) }

  @Test
  func `what callers say that must not be kept is in no table, no text to send and no export`()
    throws
  {
    let folder = try RecordsFolder()
    let file = folder.path + "/store/desk.json"
    try #"{"callback": true}"#.write(toFile: file, atomically: false, encoding: .utf8)
    try #require(chmod(file, 0o640) == 0)
    let planted = Reliability.sample(Self.planted, every: 5)
    var places: [String: String] = [:]
    for (text, _) in planted {
      // An unknown message of one shape, so that it is proposed for the catalogue.
      let message = "Kvern stoppet innsendingen brått\n\(text)"
      let begun = try folder.run(
        ["desk", "new", "--message", "-", "--words", text],
        input: message
      )
      try #require(begun.status == 0, "\(begun.complaint)")
      let number = String(begun.output.prefix { $0.isNumber })
      for act in [
        ["note", number, text], ["hand", number, "--to", "second", "--note", text],
        ["take", number], ["park", number, "--callback", "40000017"], ["take", number],
      ] {
        let run = try folder.run(["desk"] + act)
        #expect(run.status == 0, "\(act): \(run.complaint)")
        places["\(act)"] = run.output + run.complaint
      }
      for form in ["sms", "mail", "letter"] {
        places["\(form) \(number)"] = try folder.run("desk", "send", number, "--form", form).output
      }
      for option in ["--json", "--handover"] {
        places["\(option) \(number)"] = try folder.run("desk", "show", number, option).output
      }
      places["show \(number)"] = try folder.run("desk", "show", number).output
      let closed = try folder.run("desk", "close", number, "--result", "6", "--flag", "cause")
      #expect(closed.status == 0, "\(closed.complaint)")
    }
    for command in [
      ["queue", "--json"], ["find", "kvern", "--json"], ["knowledge", "list", "--json"],
      ["knowledge", "export"], ["stats", "--format", "csv"], ["stats", "--format", "json"],
      ["stats", "--format", "html"], ["stats"],
    ] {
      let run = try folder.run(["desk"] + command)
      #expect(run.status == 0, "\(command): \(run.complaint)")
      places["\(command)"] = run.output
    }
    #expect(places["\(["knowledge", "export"])"]?.contains("Kvern stoppet") == true)
    let copy = try folder.run("store", "backup", folder.path + "/copy.sqlite")
    #expect(copy.status == 0, "\(copy.complaint)")
    for name in ["store/veiviser.sqlite", "copy.sqlite"] {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/" + name))
      places[name] = String(decoding: bytes, as: UTF8.self)
    }
    let secrets = planted.flatMap(\.secrets)
    for (place, text) in places {
      for secret in secrets where text.contains(secret) {
        Issue.record("\(secret) in \(place)")
      }
    }
    // The number to ring back on is gone with the case, and is in no copy.
    #expect(!places.values.contains { $0.contains("40000017") })
    Reliability.report(
      "12 desk",
      "\(planted.count) texts with \(secrets.count) secrets in words, messages, notes and hand-overs: in 0 of \(places.count) outputs and files"
    )
  }
}
