import Foundation
import Model
import Store
import Testing
import TestSupport

/// The commands for what is kept, read as other programs read them.
@Suite struct RecordCommandTests {
  let folder: RecordsFolder

  init() throws {
    folder = try RecordsFolder()
    try folder.fill()
  }

  /// What the commands promise; a key more or less makes the reading fail.
  private struct Listed: Decodable, Equatable {
    let number: Int
    let flow: String
    let portal: String
    let title: String
    let state: String
    let created: String
    let updated: String

    private struct Key: CodingKey {
      let stringValue: String
      var intValue: Int? { nil }
      init(stringValue: String) { self.stringValue = stringValue }
      init?(intValue: Int) { nil }
    }

    static let keys: Set = ["number", "flow", "portal", "title", "state", "created", "updated"]
    /// Those that are there only where they say something.
    static let optional: Set = ["mark", "since", "answers", "sources", "rounds"]

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Key.self)
      let found = Set(container.allKeys.map(\.stringValue))
      #expect(found.subtracting(Self.optional) == Self.keys)
      func text(_ key: String) throws -> String {
        try container.decode(String.self, forKey: Key(stringValue: key))
      }
      number = try container.decode(Int.self, forKey: Key(stringValue: "number"))
      flow = try text("flow")
      portal = try text("portal")
      title = try text("title")
      state = try text("state")
      created = try text("created")
      updated = try text("updated")
    }
  }

  private struct Shown: Decodable {
    let number: Int
    let answers: [String: String]
  }

  private func decode<Value: Decodable>(_ text: String) throws -> Value {
    try JSONDecoder().decode(Value.self, from: Data(text.utf8))
  }

  @Test(arguments: [
    ("case", 1001, "findFault", "NORDLYS REGNSKAP AS"),
    ("datasystem", 1002, "registerSystem", "Lønn, 100200"),
    ("request", 1003, "requestAccess", "Utfyller, Kari"),
  ])
  func `each command lists and shows its own kind`(
    command: String,
    number: Int,
    flow: String,
    title: String
  ) throws {
    let list = try folder.run(command, "list", "--json")
    #expect(list.status == 0)
    let listed: [Listed] = try decode(list.output)
    #expect(listed.map(\.number) == [number])
    #expect(listed.first?.flow == flow)
    #expect(listed.first?.title == title)
    #expect(listed.first?.state == "open")
    #expect(listed.first?.updated.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/) != nil)
    let shown = try folder.run(command, "show", "\(number)", "--json")
    let found: Shown = try decode(shown.output)
    let _: Listed = try decode(shown.output)
    #expect(found.number == number)
    #expect(!found.answers.isEmpty)
    let text = try folder.run(command, "show", "\(number)", "--language", "en")
    #expect(text.status == 0)
    #expect(text.output.contains("\(number): \(title)"))
    #expect(try folder.run(command, "list").output.contains(title))
  }

  @Test(arguments: [("case", 0), ("datasystem", 1), ("request", 3)])
  func `a command lists the cases of both portals, newest first, and shows each`(
    command: String,
    errand: Int
  ) throws {
    for portal in PortalEdition.allCases.reversed() {
      let draft = CaseDraft(flow: Flow.ids(of: portal)[errand], title: portal.rawValue)
      _ = try folder.store.create(draft)
    }
    let all: [Listed] = try decode(try folder.run(command, "list", "--json").output)
    #expect(Set(all.map(\.portal)) == ["altinn2", "altinn3"])
    #expect(all.map(\.updated) == all.map(\.updated).sorted(by: >))
    for item in all {
      #expect(try folder.run(command, "show", "\(item.number)").status == 0)
    }
    let some: [Listed] = try decode(
      try folder.run(command, "list", "--json", "--limit", "1").output
    )
    #expect(some.count == 1)
  }

  @Test func `a search and a limit narrow the list`() throws {
    for place in 1...5 {
      _ = try folder.store.create(CaseDraft(flow: "findFault", title: "Firma \(place)"))
    }
    let some: [Listed] = try decode(
      try folder.run("case", "list", "--json", "--matching", "firma", "--limit", "2").output
    )
    #expect(some.map(\.title) == ["Firma 5", "Firma 4"])
    let none: [Listed] = try decode(
      try folder.run("request", "list", "--json", "--matching", "firma").output
    )
    #expect(none.isEmpty)
  }

  @Test(arguments: [
    ("datasystem", "show", "1001"), ("datasystem", "delete", "1003"), ("request", "show", "1002"),
    ("case", "show", "999"), ("request", "delete", "999"), ("datasystem", "show", "0"),
  ])
  func `a number that is not of the kind is refused in words, and nothing is deleted`(
    command: String,
    act: String,
    number: String
  ) throws {
    let run = try folder.run(command, act, number)
    #expect(run.status == 65)
    #expect(run.output.isEmpty)
    #expect(!run.complaint.isEmpty && !run.complaint.contains("Error:"))
    #expect(try folder.store.count() == 3)
  }

  @Test func `what is deleted is gone`() throws {
    let run = try folder.run("datasystem", "delete", "1002")
    #expect(run.status == 0)
    #expect(run.output.contains("1002"))
    #expect(try folder.run("datasystem", "show", "1002").status == 65)
    #expect(try folder.store.count() == 2)
  }
}
