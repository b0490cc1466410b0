import Foundation
import Model
import Store
import TestSupport
import Testing

/// The desk line by line: all that a call needs, by numbers and words.
@Suite struct DeskPlainTests {
  let folder: RecordsFolder

  init() throws { folder = try RecordsFolder() }

  private static let desk = ["desk", "--plain", "--language", "nb", "--portal", "altinn2"]
  private static let first = CaseID(rawValue: 1001)
  private static let own = AgentID(rawValue: getuid())
  private static let other = AgentID(rawValue: getuid() + 1)

  /// What is said while these lines are typed, one after the other.
  private func told(_ lines: String...) throws -> String {
    try folder.run(Self.desk, input: (lines + ["q"]).joined(separator: "\n") + "\n").output
  }

  private func answer(of number: Int64) throws -> String? {
    let found = try folder.store.load(CaseID(rawValue: number))
    return found.content.answer(in: "system.passwordCorrect")?.value
  }

  private func write(_ setup: String) throws {
    let file = folder.path + "/store/desk.json"
    try setup.write(toFile: file, atomically: false, encoding: .utf8)
    try #require(chmod(file, 0o640) == 0)
  }

  @Test func `home leads to the desk where something is said of one, and nowhere else`() throws {
    let home = ["--plain", "--language", "nb"]
    let desk = "Brukerstøtte: ta imot en telefon"
    #expect(try !folder.run(home, input: "q\n").output.contains(desk))
    try write("{}")
    #expect(try !folder.run(home, input: "q\n").output.contains(desk))
    try write(#"{"second": ["andrelinje"]}"#)
    #expect(try folder.run(home, input: "q\n").output.contains(desk))
  }

  @Test func `vet ikke says how to find out and keeps nothing, and is kept the second time`()
    throws
  {
    #expect(try told("1", "1", "3").contains("1. Finn innstillingen"))
    #expect(try answer(of: 1001) == nil)
    _ = try told("1", "1", "3", "3")
    #expect(try answer(of: 1002) == Fact.unknown)
    _ = try told("1", "1", "3", "1")
    #expect(try answer(of: 1003) == Fact.yes)
  }

  @Test func `what is told is confirmed only where the caller is said to look at the page`()
    throws
  {
    let confirmed = "Dette er bekreftet"
    #expect(try !told("1", "1", "2").contains(confirmed))
    #expect(try !told("1", "10", "1", "1", "1", "1", "1", "1").contains(confirmed))
    // Which password is registered nobody sees, but which ID stands in the list.
    #expect(try !told("1", "1", "11", "2").contains(confirmed))
    let seen = try told("1", "1", "3", "3", "11", "2")
    #expect(seen.contains("innringeren ser på siden nå") && seen.contains(confirmed), "\(seen)")
  }

  @Test func `a call is where it was when the program begins anew`() throws {
    _ = try told("1", "1")
    let again = try told("2")
    #expect(again.contains("SAMTALE 1001") && again.contains("Laget du passordet"), "\(again)")
  }

  @Test func `whoever is on the line waits while another call is answered and ended`() throws {
    // A call to its question, to the queue; another one, answered and ended; the first once more.
    let both = try told("1", "1", "12", "1", "1", "2", "7", "1", "2")
    #expect(both.contains(/1001-[A-Z]{3}  på hold/), "\(both)")
    let after = both.split(separator: "AVSLUTT 1002").last ?? ""
    #expect(after.contains("SAMTALE 1001") && after.contains("Laget du passordet"), "\(both)")
    #expect(try folder.store.entry(Self.first).state == .call)
    #expect(try folder.store.outcomes(of: CaseID(rawValue: 1002)).count == 1)
  }

  @Test func `the end of a call says all that is filled in, and takes all that the screen takes`()
    throws
  {
    let end = try told("1", "1", "2", "7", "13", "14", "1", "4", "15", "1")
    for row in [
      "Utfall: ", "Årsak: ", "Tiltak: ", "Virker det: ikke ennå", "Følg opp: ",
      "Si til slutt: Innringeren har sagt det tilbake.", "Teksten: menyen finnes ikke",
      "veiviser desk send 1001 --form mail",
    ] { #expect(end.contains(row), "\(row)\n\(end)") }
    let outcome = try #require(try folder.store.outcomes(of: Self.first).first)
    #expect(outcome.result == .othersMust && outcome.toldBack && outcome.flag == .menu)
    let day = try #require(Timestamp.now().day?.workday(after: 4))
    #expect(try folder.store.entry(Self.first).desk.promise.due == day.workday(after: 1))
  }

  @Test
  func `the word for another language changes what is read aloud in a call, and nothing else`()
    throws
  {
    let said = try told("1", "1", "språk")
    let parts = said.split(separator: "SEI nynorsk")
    #expect(parts.count == 2, "\(said)")
    #expect(parts.last?.contains("Skriv et notat uten å forlate spørsmålet") == true, "\(said)")
  }

  @Test func `a number to ring back on is written where the call is put away`() throws {
    try write(#"{"callback": true}"#)
    _ = try told("1", "1", "7", "4000001", "1")
    #expect(try folder.store.entry(Self.first).state == .parked)
    #expect(try folder.store.callback(of: Self.first) == nil)
    let parked = try told("1", "1", "7", "400 00 017", "1")
    #expect(parked.contains("••••••••17"), "\(parked)")
    let kept = try folder.store.callback(of: CaseID(rawValue: 1002))
    #expect(kept?.number.text == "400 00 017")
  }

  @Test func `cases are searched in the queue`() throws {
    _ = try told("1", "1", "2", "7", "1")
    let found = try told("#E2", "zzzz", "<")
    let parts = found.split(separator: "«zzzz»")
    #expect(parts.first?.split(separator: "«#E2»").last?.contains("1001-") == true, "\(found)")
    #expect(parts.last?.contains("Ingen saker her.") == true, "\(found)")
    #expect(parts.last?.contains("Mine") == true, "\(found)")
  }

  @Test func `in the queue a note is written, a case is let go of, and the last act is undone`()
    throws
  {
    // A call to its question, to the queue; a note in it, let go of it, undo that.
    let said = try told("1", "1", "12", "9", "1", "ringer fra bilen", "10", "1", "8")
    #expect(said.contains("Hvilken sak gjelder notatet?"), "\(said)")
    #expect(try folder.store.notes(for: Self.first).map(\.text) == ["ringer fra bilen"])
    #expect(said.contains("er sluppet og ligger ledig") && said.contains("Angret. Sak"), "\(said)")
    let entry = try folder.store.entry(Self.first)
    #expect(entry.state == .call && entry.desk.owner == Self.own)
    let kinds = try folder.store.events(for: Self.first).map(\.kind)
    #expect(kinds.contains(.released) && kinds.contains(.noted))
  }

  @Test func `a call that was ended is taken back in the queue`() throws {
    let ended = try told("1", "1", "2", "7", "1")
    #expect(ended.contains("Angre det du sist gjorde, i sak 1001"), "\(ended)")
    #expect(try folder.store.entry(Self.first).state != .call)
    let undone = try told("1", "1", "2", "7", "1", "8")
    #expect(undone.contains("Angret. Sak 1002"), "\(undone)")
    let second = CaseID(rawValue: 1002)
    #expect(try folder.store.entry(second).state == .call)
    #expect(try folder.store.outcomes(of: second).isEmpty)
  }

  @Test func `what is chosen for a case can be left, and the queue is there again`() throws {
    // Which case the note is on, back; which case to let go of, the word for back.
    let said = try told("1", "1", "12", "9", "2", "10", "<", "2")
    #expect(said.contains("Hvilken sak slipper du?"), "\(said)")
    #expect(try folder.store.notes(for: Self.first).isEmpty)
    #expect(said.split(separator: "Hvilken sak slipper du?").last?.contains("SAMTALE 1001") == true)
    #expect(try folder.store.entry(Self.first).state == .call)
  }

  @Test func `a line of a hand-over is written anew before it is given, or left as it is`() throws {
    let page = try told("1", "1", "8")
    let found = page.firstMatch(of: /([0-9]+)  Skriv om «Haster»/)
    let line = try #require(found.map { String($0.1) }, "\(page)")
    // Left as it is, then written anew, and given to the second line.
    let said = try told("1", "1", "8", line, "<", line, "i dag, Kari 41814061033", "1", "1")
    #expect(said.contains("Haster: vanlig") && said.contains("Haster: i dag"), "\(said)")
    let id = CaseID(rawValue: 1002)
    let note = try #require(try folder.store.notes(for: id).last)
    #expect(note.text.hasPrefix("Haster: i dag") && !note.text.contains("41814061033"))
    #expect(note.text.contains("\nSituasjon: ") && note.text.contains("sak siden "))
    #expect(try folder.store.entry(id).state == .handed)
  }

  @Test func `a colleague's case is taken by whoever says so twice`() throws {
    let id = try folder.store.begin(CaseDraft(flow: "findFault"), Caller(), by: Self.other).id
    // All cases, the first of them, take it.
    let left = try told("6", "2", "1", "1")
    #expect(left.contains("Ta sak \(id.rawValue) fra"), "\(left)")
    #expect(try folder.store.entry(id).desk.owner == Self.other)
    let taken = try told("6", "2", "1", "2")
    #expect(taken.contains("SAMTALE \(id.rawValue)"), "\(taken)")
    #expect(try folder.store.entry(id).desk.owner == Self.own)
  }

  @Test func `how long a call takes is counted while somebody thinks`() throws {
    let session = try PtySession(
      Executables.veiviser,
      Self.desk + ["--store", folder.path + "/store"],
      columns: 100,
      rows: 60
    )
    func say(_ line: String, until text: String) throws {
      session.send(line + "\n")
      try session.waitFor(text)
    }
    try session.waitFor("Andrelinje")
    try say("1", until: "Hva står det i meldingen")
    // Somebody reads on until so much time has passed that it is told.
    let begun = ContinuousClock.now
    repeat {
      session.send("?\n")
      session.waitUntilAsleep()
    } while ContinuousClock.now - begun < .seconds(3)
    try say("1", until: "Laget du passordet")
    try say("2", until: "Sjekk resten")
    try say("7", until: "lukk og til køen")
    session.send("1\nq\n")
    try session.waitForExit()
    let outcome = try #require(try folder.store.outcomes(of: Self.first).first)
    #expect(outcome.seconds >= 5 && (outcome.secondsToVerdict ?? 0) >= 5)
  }
}
