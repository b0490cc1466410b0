import Foundation
import Testing
import TestSupport

@testable import Model
@testable import Store

@Suite struct StoreCasesTests {
  let folder: TemporaryFolder
  let store: SQLiteStore

  init() throws {
    folder = try TemporaryFolder()
    store = try folder.open()
  }

  static let draft = CaseDraft(
    flow: "find",
    step: "personRights",
    title: "NORDLYS REGNSKAP AS – Skattemelding",
    answers: [
      StoredAnswer(field: "system.registered", answer: Answer("yes", source: .seen)),
      StoredAnswer(field: "person.right", answer: Answer("no", source: .told)),
      StoredAnswer(field: "free", answer: Answer("Æ’øå\n\t😀 “x” \u{202E}", source: .message)),
    ]
  )

  @Test func `a case comes back as it was kept, after the store is opened again`() throws {
    let created = try store.create(Self.draft)
    #expect(created.content == Self.draft)
    try store.close()
    let again = try folder.open()
    #expect(try again.load(created.id) == created)
  }

  @Test func `case numbers start at 1001 and are never used again`() throws {
    let first = try store.create(Self.draft)
    let second = try store.create(Self.draft)
    try store.delete(second.id)
    let third = try store.create(Self.draft)
    #expect([first, second, third].map(\.id.rawValue) == [1001, 1002, 1003])
  }

  @Test func `a save replaces the answers and raises the revision`() throws {
    var edited = try store.create(Self.draft)
    edited.content.withdraw("system.registered")
    edited.content.give(Answer("yes", source: .seen), in: "person.right")
    edited.content.give(Answer("self", source: .derived), in: "reportee.kind")
    edited.step = nil
    edited.status = .waiting
    let saved = try store.save(edited)
    #expect(saved.revision == 2)
    #expect(saved.answers.map(\.field) == ["free", "person.right", "reportee.kind"])
    #expect(try store.load(edited.id) == saved)
  }

  @Test func `a save on top of one that was not seen is a conflict and changes nothing`() throws {
    let created = try store.create(Self.draft)
    let other = try folder.open()
    var theirs = try other.load(created.id)
    theirs.title = "theirs"
    let stored = try other.save(theirs)
    var mine = created
    mine.title = "mine"
    #expect(throws: StoreFailure.conflict(current: stored)) { try store.save(mine) }
    #expect(try store.load(created.id) == stored)
    #expect(try store.events(for: created.id).count == 2)
  }

  @Test func `a case that is not there cannot be loaded, saved, noted on or deleted`() throws {
    let gone = try store.create(Self.draft)
    try store.delete(gone.id)
    let failure = StoreFailure.noSuchCase(gone.id)
    #expect(throws: failure) { try store.load(gone.id) }
    #expect(throws: failure) { try store.save(gone) }
    #expect(throws: failure) { try store.addNote("x", to: gone.id) }
    #expect(throws: failure) { try store.delete(gone.id) }
    #expect(try store.notes(for: gone.id) == [])
    #expect(try store.events(for: gone.id).map(\.kind) == [.created, .deleted])
  }

  @Test func `deleting several deletes none when one is not there`() throws {
    let kept = try store.create(Self.draft)
    let missing = CaseID(rawValue: 7)
    #expect(throws: StoreFailure.noSuchCase(missing)) { try store.delete([kept.id, missing]) }
    #expect(try store.load(kept.id) == kept)
  }

  @Test func `the trail tells who did what, and never a value`() throws {
    var edited = try store.create(Self.draft)
    edited.content.give(Answer("yes", source: .seen), in: "person.right")
    edited.status = .closed
    edited = try store.save(edited)
    edited.status = .open
    edited = try store.save(edited)
    _ = try store.addNote("Ringer tilbake", to: edited.id)
    let events = try store.events(for: edited.id)
    #expect(events.map(\.kind) == [.created, .closed, .reopened, .noted])
    #expect(
      events.map(\.subject) == ["system.registered person.right free", "person.right", "", ""]
    )
    #expect(Set(events.map(\.who)).count == 1)
  }

  @Test func `notes come back in order and leave the revision alone`() throws {
    let created = try store.create(Self.draft)
    for text in ["først", "så", "sist"] { _ = try store.addNote(text, to: created.id) }
    #expect(try store.notes(for: created.id).map(\.text) == ["først", "så", "sist"])
    #expect(try store.save(created).revision == 2)
  }

  @Test func `settings are kept, replaced and forgotten`() throws {
    #expect(try store.setting("language") == nil)
    try store.setSetting("language", to: "nn")
    try store.setSetting("language", to: "nb")
    #expect(try folder.open().setting("language") == "nb")
    try store.setSetting("language", to: nil)
    #expect(try store.setting("language") == nil)
  }

  @Test func `every text is redacted before it is written, and what is returned is what is kept`()
    throws
  {
    let store = try folder.open(redact: { text, _ in text.replacing("hemmelig", with: "***") })
    var draft = Self.draft
    draft.title = "hemmelig tittel"
    draft.give(Answer("er hemmelig", source: .told), in: "free")
    var made = try store.create(draft)
    #expect(made.title == "*** tittel")
    made.title = "hemmelig igjen"
    made.content.give(Answer("hemmelig!", source: .told), in: "more")
    made = try store.save(made)
    #expect(made.answers.map(\.answer.value) == ["yes", "no", "er ***", "***!"])
    #expect(try store.addNote("hemmelig notat", to: made.id).text == "*** notat")
    try store.setSetting("last", to: "hemmelig")
    #expect(try store.load(made.id) == made)
    #expect(try folder.bytes().range(of: Data("hemmelig".utf8)) == nil)
  }

  @Test func `a NUL does not cut a text short`() throws {
    var draft = Self.draft
    draft.give(Answer("before\0after", source: .told), in: "free")
    let id = try store.create(draft).id
    #expect(try store.load(id).content.answer(in: "free")?.value == "before\u{FFFD}after")
  }

  @Test func `an id that the schema forbids is refused and leaves no trace`() throws {
    let failure = StoreFailure.refused(path: folder.location.database)
    #expect(throws: failure) { try store.create(CaseDraft(flow: "")) }
    #expect(throws: failure) {
      try store.create(
        CaseDraft(flow: "find", step: StepID(rawValue: String(repeating: "x", count: 101)))
      )
    }
    #expect(try store.inspection().events == 0)
  }
}
