import Foundation
import Model
import TestSupport
import Testing

/// The desk at a terminal, by the program as it is shipped.
@Suite struct DeskScreenTests {
  private final class Desk {
    let folder: RecordsFolder
    private(set) var session: PtySession

    static let answerCall = "\u{1B}OQ"
    static let end = "\u{18}"
    static let hold = "\u{0F}"
    static let handOver = "\u{07}"

    init() throws {
      folder = try RecordsFolder()
      session = try Self.start(folder)
      try session.waitFor("KØ")
    }

    private static func start(_ folder: RecordsFolder) throws -> PtySession {
      try PtySession(
        Executables.veiviser,
        ["desk", "--language", "nb", "--store", folder.path + "/store"]
      )
    }

    func killAndStartAgain() throws {
      session.signal(9)
      try session.waitForExit()
      session = try Self.start(folder)
      try session.waitFor("KØ")
    }

    func record(_ number: Int) throws -> String {
      try folder.run("case", "show", "\(number)", "--json").output
    }
  }

  @Test func `a common call is answered and closed by five keys`() throws {
    let desk = try Desk()
    desk.session.send(Desk.answerCall)
    try desk.session.waitFor("Hva står det i meldingen")
    desk.session.send("1")
    try desk.session.waitFor("Laget du passordet")
    desk.session.send("n")
    try desk.session.waitFor("Passordet i programmet hører ikke til ID-en")
    desk.session.send(Desk.end)
    try desk.session.waitFor("AVSLUTT 1001")
    desk.session.send("\r")
    try desk.session.waitFor("[Mine 0]")
    #expect(try desk.record(1001).contains("\"closed\""))
  }

  @Test func `keys sent at once close the first call, and never the second`() throws {
    let desk = try Desk()
    desk.session.send(Desk.answerCall)
    try desk.session.waitFor("Hva står det i meldingen")
    desk.session.send("1n")
    try desk.session.waitFor("Passordet i programmet hører ikke til ID-en")
    desk.session.send(Desk.end + "\r" + Desk.answerCall + "1")
    try desk.session.waitFor("SAMTALE 1002")
    try desk.session.waitFor("Laget du passordet")
    #expect(try desk.record(1001).contains("\"closed\""))
    #expect(try desk.record(1002).contains("\"open\""))
  }

  @Test(arguments: [
    ("", "Laget du passordet"), (Desk.hold, "Laget du passordet"),
    (Desk.handOver, "GI VIDERE 1001"), (Desk.end, "AVSLUTT 1001"),
  ])
  private func `a call comes back where it was after kill -9`(key: String, shown: String) throws {
    let desk = try Desk()
    desk.session.send(Desk.answerCall)
    try desk.session.waitFor("Hva står det i meldingen")
    desk.session.send("1")
    try desk.session.waitFor("Laget du passordet")
    desk.session.send(key)
    try desk.session.waitFor(key == Desk.hold ? "HOLD 1001" : shown)
    try desk.session.waitFor("Lagret")
    try desk.killAndStartAgain()
    try desk.session.waitFor("1001-")
    desk.session.send("\r")
    try desk.session.waitFor(shown)
  }

  @Test func `a retry is stopped on every page, and ^O is a key and no sign of the terminal`()
    throws
  {
    let desk = try Desk()
    desk.session.send(Desk.answerCall)
    try desk.session.waitFor("Aldri passord, kode eller fødselsnummer")
    desk.session.send(Desk.hold)
    try desk.session.waitFor("HOLD 1001")
    try desk.session.waitFor("Aldri passord, kode eller fødselsnummer")
    desk.session.send(Desk.hold)
    try desk.session.waitFor("SAMTALE 1001")
  }
}
