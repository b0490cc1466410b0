import Model
import Testing

@Suite struct AnswersFileTests {
  private func read(_ text: String) throws(AnswersFile.Failure) -> Facts {
    try AnswersFile.facts(
      in: text,
      allowed: { key in
        switch key {
        case .message: .entry { $0 == "E1" }
        case .service: .entry { ["a02", Fact.otherService].contains($0) }
        default: Portal.altinn2.values(of: key).map { .oneOf($0) }
        }
      }
    )
  }

  @Test func `every value of every fact is read`() throws {
    for fact in Portal.altinn2.facts.map(\.fact) {
      let values =
        switch fact {
        case .message: ["E1"]
        case .service: ["a02", Fact.otherService]
        default: fact.values ?? []
        }
      for value in values {
        let facts = try read("{\"\(fact.rawValue)\": \"\(value)\"}")
        #expect(facts == Facts([fact: value]))
      }
      #expect(try read("{\"\(fact.rawValue)\": \"unknown\"}").declined == [fact])
    }
  }

  @Test func `true and false are yes and no, and null says that nobody knew`() throws {
    let facts = try read(
      "{\"login.asked\": true, \"system.locked\": false, \"person.right\": null}"
    )
    #expect(facts[.loginAsked] == "yes" && facts[.systemLocked] == "no")
    #expect(facts[.personRight] == nil && facts.declined == [.personRight])
  }

  @Test(arguments: ["{}", " {\n}\n", "\u{FEFF}{}"])
  func `an empty object holds nothing`(text: String) throws {
    #expect(try read(text) == Facts())
  }

  @Test func `a key left out is not known, and not declined`() throws {
    let facts = try read("{\"login.asked\": \"no\"}")
    #expect(!facts.isSettled(.systemOwner))
  }

  static let refused: [(String, AnswersFile.Failure)] = [
    ("", .notJSON(line: nil)),
    ("[]", .notAnObject), ("\"yes\"", .notAnObject), ("3", .notAnObject), ("null", .notAnObject),
    (
      "{\"login.asked\": \"yes\",\n\"login.asked\": \"no\"}", .repeatedKey("login.asked", line: 2)
    ),
    (
      "{\"login.asked\": [\"yes\"]}",
      .unknownValue(key: "login.asked", value: "[…]", line: 1, expected: ["yes", "no"])
    ),
    (
      "{\"login.asked\": {\"yes\": 1}}",
      .unknownValue(key: "login.asked", value: "{…}", line: 1, expected: ["yes", "no"])
    ),
    ("{\"colour\": \"red\"}", .unknownKey("colour", line: 1)),
    (
      "{\n  \"login.asked\": \"yes\",\n\n  \"login.Asked\": \"yes\"\n}",
      .unknownKey("login.Asked", line: 4)
    ),
    (
      "{\r\n  \"login.asked\": \"perhaps\"\r\n}",
      .unknownValue(key: "login.asked", value: "perhaps", line: 2, expected: ["yes", "no"])
    ),
    (
      "{\"login.asked\": 1}",
      .unknownValue(key: "login.asked", value: "1", line: 1, expected: ["yes", "no"])
    ),
    (
      "{\"login.asked\": 0}",
      .unknownValue(key: "login.asked", value: "0", line: 1, expected: ["yes", "no"])
    ),
    (
      "{\"system.owner\": true}",
      .unknownValue(
        key: "system.owner",
        value: "yes",
        line: 1,
        expected: ["reportee", "self", "otherOrganisation", "otherPerson"]
      )
    ),
    (
      "{\"message\": \"E999\"}",
      .unknownValue(key: "message", value: "E999", line: 1, expected: [])
    ),
    (
      "{\n\"service\": \"rf-9999\"}",
      .unknownValue(key: "service", value: "rf-9999", line: 2, expected: [])
    ),
    (
      "{\n\"b\": 1,\n\"a\": 2\n}", .unknownKey("b", line: 2)
    ),
  ]

  @Test(arguments: refused.indices)
  func `what cannot be read is told with its line`(place: Int) {
    let (text, failure) = Self.refused[place]
    #expect(throws: failure) { try read(text) }
  }

  @Test(arguments: ["{", "{\n\"login.asked\": yes\n}", "{\"a\" \"b\"}"])
  func `what is no JSON is told apart from what is`(text: String) {
    do {
      _ = try read(text)
      Issue.record("read")
    } catch AnswersFile.Failure.notJSON {
    } catch {
      Issue.record("\(error)")
    }
  }

  @Test func `a value that reads like a key does not move its line`() {
    #expect(throws: AnswersFile.Failure.unknownKey("x", line: 3)) {
      try read("{\n\"message\": \"x\",\n\"x\": \"y\"\n}".replacing("\"x\",", with: "\"E1\","))
    }
    #expect(throws: AnswersFile.Failure.unknownKey("E1", line: 3)) {
      try read("{\n\"message\": \"E1\",\n\"E1\": \"y\"\n}")
    }
  }
}
