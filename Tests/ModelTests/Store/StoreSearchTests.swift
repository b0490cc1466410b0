import Foundation
import TestSupport
import Testing

@testable import Model
@testable import Store

/// What cases are found by, with the whole catalogue, in both stores.
@Suite struct StoreSearchTests {
  private static let moment = Timestamp(rawValue: 1_795_438_800)

  private static func stores(in folder: TemporaryFolder) throws -> [any DeskStore] {
    let content = Content.embedded
    return [
      try SQLiteStore.open(
        at: folder.location,
        words: content.caseWords,
        now: { moment },
        redact: { content.kept($0, in: $1) }
      ),
      MemoryCaseStore(
        now: { moment },
        words: content.caseWords,
        redact: { content.kept($0, in: $1) }
      ),
    ]
  }

  /// A locked ID, a datasystem of somebody's, and a fault of own words.
  private static let cases: [(FlowID, CaseStatus, String, [FieldID: String])] = [
    (
      "findFault", .waiting, "BRØNNØY BAKERI AS",
      [
        .message: "E6", .service: "rf0002",
        .messageText: "The EndUserSystem System with ID: 100200 is locked out",
        .reporteeName: "BRØNNØY BAKERI AS",
      ]
    ),
    (
      "registerSystem", .open, "Tripletex",
      ["register.product": "tripletex", .reporteeName: "310043214"]
    ),
    (
      "findFault", .closed, "",
      [.message: Fact.unknown, .messageText: "lønna stopper, ring 22 22 22 22 før 01017012345"]
    ),
  ]

  @Test(arguments: [
    // Those of the people who tried it.
    ("låst", [1001]), ("mva", [1001]), ("locked", [1001]), ("310043214", [1002]),
    ("310 043 214", [1002]), ("310 043", [1002]), ("310 043 2", [1002]), ("Datasystem", [1002]),
    // The message, by number and by its words; the form, by name, number and in other languages.
    ("#E6", [1001]), ("#e6", [1001]), ("#E", []), ("e6", [1001]), ("endusersystem out", [1001]),
    ("rf-0002", [1001]), ("vat", [1001]), ("bakeri mva låst", [1001]), ("bakeri tripletex", []),
    // Programs, states, own words; beginnings, and no middles.
    ("tripl", [1002]), ("feilsak", [1003, 1001]), ("venter", [1001]), ("ventar", [1001]),
    ("waiting", [1001]), ("lønn", [1003]), ("LØNNA stopp", [1003]), ("ønna", []),
    // Case numbers; and what is never found, since it is not kept.
    ("1003", [1003]), ("22222222", []), ("01017012345", []), ("010170", []),
    ("siden:1d", [1003, 1002, 1001]),
    ("since:1", [1003, 1002, 1001]), ("utfall:6", []), ("siden:-1d", []),
  ])
  func `a case is found by what it holds`(text: String, expected: [Int64]) throws {
    let folder = try TemporaryFolder()
    for store in try Self.stores(in: folder) {
      for (flow, status, title, answers) in Self.cases {
        var draft = CaseDraft(flow: flow, status: status, title: title)
        for (field, value) in answers.sorted(by: { $0.key < $1.key }) {
          draft.give(Answer(value, source: .told), in: field)
        }
        _ = try store.create(draft)
      }
      let found = try store.summaries(
        matching: text,
        statuses: CaseStatus.allCases,
        flows: nil,
        limit: 9,
        offset: 0,
        answers: []
      )
      #expect(found.map(\.id.rawValue) == expected, "\(type(of: store))")
    }
  }

  /// The marks of the first case that a list of all shows.
  private static func marks(in store: any DeskStore) throws -> CaseMarks {
    let found = try store.summaries(
      matching: nil,
      statuses: CaseStatus.allCases,
      flows: nil,
      limit: 9,
      offset: 0,
      answers: Flow.statusFields
    )
    return CaseMarks(try #require(found.first).marks)
  }

  @Test func `a list tells of a case what is wrong in it and who must act`() throws {
    let folder = try TemporaryFolder()
    var draft = CaseDraft(flow: "findFault", status: .waiting)
    draft.give(Answer("E6", source: .message), in: .message)
    for store in try Self.stores(in: folder) {
      _ = try store.create(draft)
      let marks = try Self.marks(in: store)
      #expect(marks.message == "E6")
      #expect(marks.faults == [.systemLocked])
      #expect(marks.points == [.registration])
      #expect(marks.actor != nil && !marks.isLikely)
    }
  }

  @Test func `a list knows that what is wrong in a case is only likely`() throws {
    let folder = try TemporaryFolder()
    var draft = CaseDraft(flow: "findFault", status: .waiting)
    for field in [FieldID.loginAsked, .loginLocked] {
      draft.give(Answer(Fact.yes, source: .told), in: field)
    }
    for store in try Self.stores(in: folder) {
      _ = try store.create(draft)
      let marks = try Self.marks(in: store)
      #expect(marks.points == [.login] && marks.isLikely)
    }
  }

  @Test func `a word that is typed in pieces or in another form of writing is the same`() {
    #expect(CaseWords.words("a-melding") == ["a", "melding"])
    #expect(CaseWords.words("cafe\u{301}") == CaseWords.words("CAF\u{c9}"))
    #expect(CaseWords.words("28.11.2026 kl 12") == ["kl", "12"])
    #expect(CaseWords.words("310 043 214") == ["310043214"])
    #expect(CaseWords.words("tlf 99 88 77 66") == ["tlf"])
    #expect(CaseWords.words("01 01 70 - 12345") == [])
    #expect(CaseWords.words("feil 40 012") == ["feil", "012", "40", "40012"])
  }
}
