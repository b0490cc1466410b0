import Foundation
import Model
import Store
import TestSupport
import Testing

/// The desk at a terminal, by the program as it is shipped.
@Suite struct DeskScreenTests {
  private final class Desk {
    let folder: RecordsFolder
    private let size: (columns: Int, rows: Int)
    private(set) var session: PtySession

    static let answerCall = "\u{1B}OQ"
    static let end = "\u{18}"
    static let hold = "\u{0F}"
    static let handOver = "\u{07}"
    static let similar = "\u{12}"

    static let unsure = "v"
    static let note = "\u{1B}[18~"

    init(columns: Int = 80, rows: Int = 24) throws {
      folder = try RecordsFolder()
      size = (columns, rows)
      session = try Self.start(folder, columns, rows)
      try session.waitFor("KØ")
    }

    private static func start(_ folder: RecordsFolder, _ columns: Int, _ rows: Int) throws
      -> PtySession
    {
      try PtySession(
        Executables.veiviser,
        ["desk", "--language", "nb", "--store", folder.path + "/store"],
        columns: columns,
        rows: rows
      )
    }

    /// Answers a call about a message of a wrong password.
    func answer() throws {
      session.send(Self.answerCall)
      try session.waitFor("Hva står det i meldingen")
      session.send("1")
      try session.waitFor("Laget du passordet")
    }

    func killAndStartAgain() throws {
      session.signal(9)
      try session.waitForExit()
      session = try Self.start(folder, size.columns, size.rows)
      try session.waitFor("KØ")
    }

    func record(_ number: Int) throws -> String {
      try folder.run("case", "show", "\(number)", "--json").output
    }
  }

  @Test(arguments: [(80, 24), (60, 18)])
  func `a common call is answered and closed by five keys`(columns: Int, rows: Int) throws {
    let desk = try Desk(columns: columns, rows: rows)
    try desk.answer()
    desk.session.send("n")
    // The message proves it, whoever reads it aloud; that its Altinn is closed is said first.
    try desk.session.waitFor(columns == 80 ? "Passordet i programmet" : "lage nytt")
    desk.session.send(Desk.end)
    try desk.session.waitFor("AVSLUTT 1001")
    desk.session.send("\r")
    try desk.session.waitFor("[Mine 0]")
    #expect(try desk.record(1001).contains("\"closed\""))
    let outcome = try #require(try desk.folder.store.outcomes(of: CaseID(rawValue: 1001)).first)
    let answers = #"{"message": "E2", "system.passwordCorrect": "no"}"#
    let said = try desk.folder.run("diagnose", "--answers", "-", "--json", input: answers).output
    #expect(outcome.message == "E2" && !outcome.causes.isEmpty)
    for cause in outcome.causes { #expect(said.contains("\"\(cause.rawValue)\""), "\(said)") }
  }

  @Test(arguments: [(80, 24), (60, 18)])
  func `another call is taken in between, and the first has its question and its half-typed note`(
    columns: Int,
    rows: Int
  ) throws {
    let desk = try Desk(columns: columns, rows: rows)
    try desk.answer()
    desk.session.send(Desk.note)
    desk.session.send("lønna stop")
    try desk.session.waitFor("lønna stop")
    try desk.session.waitFor("Lagret")
    desk.session.send(Desk.answerCall)
    try desk.session.waitFor("SAMTALE 1002")
    desk.session.send("1n" + Desk.end)
    try desk.session.waitFor("AVSLUTT 1002")
    desk.session.send("\r")
    try desk.session.waitFor("1001-")
    desk.session.send("\r")
    try desk.session.waitFor("SAMTALE 1001")
    let screen = try desk.session.waitFor("lønna stop")
    #expect(screen.contains("Laget du passordet"))
  }

  @Test(arguments: [(80, 24), (60, 18)])
  func `vet ikke shows and stores nothing the first time, and is stored the second`(
    columns: Int,
    rows: Int
  ) throws {
    let desk = try Desk(columns: columns, rows: rows)
    try desk.answer()
    let before = try desk.record(1001)
    desk.session.send(Desk.unsure)
    try desk.session.waitFor("Esc svarene")
    desk.session.send("j")
    try desk.session.waitUntil("the next question") { !$0.contains("Laget du passordet") }
    try desk.session.waitFor("Lagret")
    let yes = try desk.record(1001)
    #expect(before.contains("\"unknown\"") == yes.contains("\"unknown\""))
    #expect(yes.contains("\"yes\""))

    let other = try Desk(columns: columns, rows: rows)
    try other.answer()
    other.session.send(Desk.unsure)
    try other.session.waitFor("Esc svarene")
    other.session.send(Desk.unsure)
    try other.session.waitUntil("the next question") { !$0.contains("Laget du passordet") }
    try other.session.waitFor("Lagret")
    #expect(try other.record(1001).contains("\"unknown\""))
  }

  @Test(arguments: [(80, 24), (60, 18)])
  func `what is only told is never said to be confirmed`(columns: Int, rows: Int) throws {
    let desk = try Desk(columns: columns, rows: rows)
    desk.session.send(Desk.answerCall)
    try desk.session.waitFor("Hva står det i meldingen")
    // No message proves anything here, and nobody looks at a page.
    desk.session.send("0")
    try desk.session.waitFor("Lagret")
    for _ in 0..<12 {
      desk.session.send("1")
      desk.session.waitUntilAsleep()
      let shown = desk.session.screen.text.lowercased()
      #expect(!shown.contains("bekreftet"), "\(shown)")
    }
  }

  @Test func `a call is answered, noted on and closed line by line`() throws {
    let folder = try RecordsFolder()
    let desk = ["desk", "--plain", "--language", "nb", "--portal", "altinn2"]
    // A new call, its message, its answer; a note; its end, its result, which nobody saw; that it was seen, and back
    // to the queue.
    let input = "1\n1\n2\n3\nringer fra bilen\n7\n2\n1\n10\n1\nq\n"
    let told = try folder.run(desk, input: input)
    #expect(told.output.contains("Utfall 1 må noen ha sett"), "\(told.output)")
    #expect(told.output.contains("SI «Altinn II er stengt"), "\(told.output)")
    #expect(told.output.contains("Passordet i programmet hører ikke til ID-en."))
    let outcome = try #require(try folder.store.outcomes(of: CaseID(rawValue: 1001)).first)
    #expect(outcome.message == "E2" && outcome.result == .solvedConfirmed)
    #expect(try folder.run("desk", "show", "1001", "--json").output.contains("ringer fra bilen"))
  }

  @Test func `what is no choice is written line by line`() throws {
    let folder = try RecordsFolder()
    let desk = ["desk", "--plain", "--language", "nb", "--portal", "altinn2"]
    // By words of the message; whoever does the payroll; a name; a number mistyped; the number; words of a service.
    let input =
      "1\nnot authorized for submittal\n1\nKari Nordmann\n310043215\n310043214\nlønna\nq\n"
    let told = try folder.run(desk, input: input).output
    #expect(told.contains("Behold «310043215»"), "\(told)")
    #expect(told.contains("310 043 214"), "\(told)")
    let record = try folder.run("case", "show", "1001", "--json").output
    #expect(record.contains("\"E1\"") && record.contains("310043214"), "\(record)")
    #expect(!record.contains("310043215") && !record.contains("Kari"))
  }

  @Test func `a message that is longer than a search is read as it was written`() throws {
    let folder = try RecordsFolder()
    let message =
      "User is not authorized for submittal of reporting service on behalf of reportee: 310043214"
    _ = try folder.run(
      ["desk", "--plain", "--language", "nb", "--portal", "altinn2"],
      input: "1\n\(message)\nq\n"
    )
    let record = try folder.run("case", "show", "1001", "--json").output
    #expect(record.contains("\"E1\"") && record.contains("\"reportee.name\""), "\(record)")
  }

  @Test func `a text of several lines is pasted line by line, and answers nothing else`() throws {
    let folder = try RecordsFolder()
    let desk = ["desk", "--plain", "--language", "nb", "--portal", "altinn2"]
    let told = try folder.run(
      desk,
      input: "1\n11\nFEIL\nThe EndUserSystem System with ID: 4 is locked out\n1\n\nq\n"
    )
    let record = try folder.run("case", "show", "1001", "--json").output
    #expect(record.contains("\"E6\""), "\(told.output) \(record)")
  }

  @Test func `what is asked for by a word is told in a call, and not in the queue`() throws {
    let folder = try RecordsFolder()
    let desk = ["desk", "--plain", "--language", "nb", "--portal", "altinn2"]
    let notHere = "Det gjelder bare når du finner ut av en feil"
    let told = try folder.run(desk, input: "1\n1\nsvar nå\npunktene\nq\n").output
    #expect(!told.contains(notHere), "\(told)")
    #expect(told.contains("Hvilket punkt vil du spørre om?"), "\(told)")
    let queue = try folder.run(desk, input: "svar nå\nq\n").output
    #expect(queue.contains(notHere), "\(queue)")
  }

  @Test func `a caller who rings again goes on with their case line by line`() throws {
    let folder = try RecordsFolder()
    let desk = ["desk", "--plain", "--language", "nb", "--portal", "altinn2"]
    _ = try folder.run(desk, input: "1\n1\n2\n7\n3\n1\nq\n")
    let id = CaseID(rawValue: 1001)
    #expect(try folder.store.entry(id).state == .closed)
    let code = try folder.store.code(of: id).description
    let letters = code.hasSuffix("BBB") ? "CCC" : "BBB"
    let wrong = try folder.run(desk, input: "1\n#\(code.dropLast(3))\(letters)\nq\n").output
    #expect(wrong.contains("Bokstavene stemmer ikke"), "\(wrong)")
    let told = try folder.run(desk, input: "1\n#\(code)\nq\n").output
    #expect(told.contains("SAMTALE \(code)"), "\(told)")
    #expect(try folder.store.entry(id).state == .call)
    #expect(try folder.store.load(id).rounds.count == 1)
  }

  @Test func `a call is parked and handed over line by line`() throws {
    let folder = try RecordsFolder()
    let desk = ["desk", "--plain", "--language", "nb", "--portal", "altinn2"]
    // Put away for nobody in particular, then given to the second line.
    _ = try folder.run(desk, input: "1\n1\n7\n1\nq\n")
    #expect(try folder.run("desk", "show", "1001", "--json").output.contains("\"parked\""))
    _ = try folder.run(desk, input: "1\n1\n8\n1\nq\n")
    let handed = try folder.run("desk", "show", "1002", "--json").output
    #expect(handed.contains("\"handed\""), "\(handed)")
  }

  @Test(arguments: [(80, 24), (60, 18)])
  func `keys sent at once close the first call, and never the second`(columns: Int, rows: Int)
    throws
  {
    let desk = try Desk(columns: columns, rows: rows)
    desk.session.send(Desk.answerCall)
    try desk.session.waitFor("Hva står det i meldingen")
    desk.session.send("1n")
    try desk.session.waitFor(columns == 80 ? "Passordet i programmet" : "lage nytt")
    desk.session.send(Desk.end + "\r" + Desk.answerCall + "1")
    try desk.session.waitFor("SAMTALE 1002")
    try desk.session.waitFor("Laget du passordet")
    #expect(try desk.record(1001).contains("\"closed\""))
    #expect(try desk.record(1002).contains("\"open\""))
  }

  @Test(
    arguments: [
      ("", "Laget du passordet"), (Desk.hold, "Laget du passordet"),
      (Desk.handOver, "GI VIDERE 1001"), (Desk.end, "AVSLUTT 1001"),
    ],
    [(80, 24), (60, 18)]
  )
  private func `a call comes back where it was after kill -9`(
    _ place: (key: String, shown: String),
    _ size: (columns: Int, rows: Int)
  ) throws {
    let (key, shown) = place
    let desk = try Desk(columns: size.columns, rows: size.rows)
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

  @Test(arguments: [(80, 24), (60, 18)])
  func `a retry is stopped on every page, and ^O and ^R are keys and no signs of the terminal`(
    columns: Int,
    rows: Int
  ) throws {
    let desk = try Desk(columns: columns, rows: rows)
    desk.session.send(Desk.answerCall)
    try desk.session.waitFor("Aldri passord, kode eller fødselsnummer")
    desk.session.send(Desk.hold)
    try desk.session.waitFor("HOLD 1001")
    try desk.session.waitFor("Aldri passord, kode eller fødselsnummer")
    desk.session.send(Desk.hold)
    try desk.session.waitFor("SAMTALE 1001")
    desk.session.send(Desk.similar)
    try desk.session.waitFor("for få lignende saker")
  }
}
