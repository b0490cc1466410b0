import Drawing
import Foundation
import Model
import Screens
import Store
import TestSupport
import Testing
import Wording

/// A class at work: seats and one who leads it, each a program of its own on a terminal of its own.
///
/// Three seats in the ordinary run, thirty in the long one.
@Suite(.serialized) struct ClassReliability {
  private static let language = Language.bokmal
  private static let seats = Reliability.count(3, full: 30)
  /// What a quiet machine is held to, and what one that builds beside it is.
  private static let soon = Duration.milliseconds(Reliability.isFull ? 500 : 5_000)

  private let folder: TemporaryFolder
  private let path: String
  private let word: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("class")
    let run = try Run([
      "train", "class", "new", "--class", path, "--exercise", "6,1", "--vary", "--portal",
      "altinn2", "--language", "nb",
    ])
    #expect(run.status == 0, "\(run.complaint)")
    word = run.output.trimmingCharacters(in: .whitespacesAndNewlines)
    #expect(word.wholeMatch(of: /[A-Z]+-\d\d/) != nil && run.complaint.contains(word))
  }

  private func room() throws -> TrainingClass { try ClassFolder(path).read() }

  private func sit(_ number: Int) throws -> TrainingPlayer {
    let (path, word) = (path, word)
    let name = Wording(.embedded, Self.language).seat(number)
    return try TrainingPlayer(
      arguments: ["train", "class", "join", word, "--class", path, "--seat", name],
      entry: { record in
        // The file of a seat is made before its first screen.
        let file = "\(path)/veiviser-class-\(number).txt"
        let deadline = ContinuousClock.now + PtySession.defaultTimeout
        while !FileManager.default.fileExists(atPath: file), ContinuousClock.now < deadline {
          sched_yield()
        }
        let text = try String(contentsOfFile: file, encoding: .utf8)
        let kept = SeatRecord(text)
        let seat = SeatInClass(number, in: try ClassFolder(path).read(), kept ?? SeatRecord())
        return .seat(seat, record)
      },
      in: TemporaryFolder()
    )
  }

  private func lead() throws -> PtySession {
    try PtySession(
      Executables.veiviser,
      ["train", "class", "lead", "--class", path, "--language", "nb", "--portal", "altinn2"],
      environment: PtySession.environment.merging(["XDG_STATE_HOME": folder.path]) { $1 }
    )
  }

  /// The lead sees what a seat sees, but for the keys below.
  private func expectMirror(_ lead: PtySession, _ seat: TrainingPlayer, at row: Int) throws {
    let keys = [.home] + Array(repeating: PtyKey.down, count: row) + [.enter]
    lead.send(keys.flatMap(\.bytes))
    let own = Array(seat.session.screen.rows.dropLast())
    try lead.waitUntil("the screen of seat \(row + 1)") { Array($0.rows.dropLast()) == own }
    lead.press(.escape)
    try lead.waitFor("Øvelse 1 av 2")
  }

  /// Tells all of something by a key, and gives how long it took to reach the last.
  private func time(_ lead: PtySession, _ text: String, _ key: String, _ sits: [TrainingPlayer])
    throws
    -> Duration
  {
    let begun = ContinuousClock.now
    lead.send(key)
    for seat in sits { try seat.session.waitFor(text) }
    return ContinuousClock.now - begun
  }

  @Test func `a class from its word to its end`() throws {
    let wording = Wording(.embedded, Self.language, on: Timestamp.now().day)
    var sits: [TrainingPlayer] = []
    for number in 1...Self.seats {
      sits.append(try sit(number))
      #expect(sits[number - 1].words.contains("\(word)/\(wording.seat(number))"))
    }
    let lead = try lead()
    try lead.waitFor("plasser: \(Self.seats)")
    let room = try #require(Content.embedded.trainingRoom(of: .altinn2))
    let calls = try (1...Self.seats).map { number in
      let id = try self.room().call(0, for: number)
      return BestWay(room).play(TrainingCall(try #require(room.draw.scenario(id))))
    }
    #expect(Set(calls.map(\.scenario.id)).count == Self.seats)
    for (seat, call) in zip(sits, calls) {
      try seat.choose("play/0")
      for act in call.acts.prefix(3) { try seat.perform(act) }
    }
    for (row, seat) in sits.enumerated() { try expectMirror(lead, seat, at: row) }
    // Whichever page of the call somebody is at.
    let pages = ["ask", "show", "advise", "note", "end", "talk", "points", "hint"]
    for (row, seat) in sits.enumerated() { try seat.choose(pages[row % pages.count]) }
    for (row, seat) in sits.enumerated() {
      try expectMirror(lead, seat, at: row)
      seat.session.press(.escape)
      try seat.hear(.key(.escape))
    }

    // Somebody who has stopped everybody is heard at once, and nothing is lost by it.
    let pause = try time(lead, wording("class.paused.about").prefix(30).description, "p", sits)
    var said = try self.room()
    #expect(said.isPaused)
    for seat in sits { try seat.hear(.classroom(.said(said, before: said))) }
    lead.send("p")
    try lead.waitUntil("no pause") { !$0.rows[0].contains("Pause") }
    said.isPaused = false
    for seat in sits { try seat.hear(.classroom(.said(said, before: said))) }
    lead.send("e")
    try lead.waitFor(wording("class.event.about").prefix(20).description)
    let event = try time(lead, "Nytt i samtalen", "1", sits)
    let told = try self.room()
    #expect(told.events.count == 1)
    for seat in sits { try seat.hear(.classroom(.said(told, before: said))) }
    try lead.waitFor("Øvelse 1 av 2")
    // What was told goes with the next key.
    for seat in sits {
      seat.session.press(.home)
      try seat.hear(.key(.home))
    }
    for (row, seat) in sits.enumerated() { try expectMirror(lead, seat, at: row) }
    #expect(pause <= Self.soon && event <= Self.soon, "\(pause) \(event)")

    // Of a seat it is known where it stands, and of nobody who they are.
    let names = try FileManager.default.contentsOfDirectory(atPath: path)
    #expect(names.count == Self.seats + 2, "\(names)")
    for name in names {
      let text = try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8)
      #expect(!text.contains(NSUserName()) && !text.contains(folder.path), "\(text)")
      #expect(!text.contains("passed") && !text.contains(" \(getpid()) "), "\(text)")
    }

    // Whoever dies comes back to where they were, at the same seat.
    let second = sits[1]
    let before = second.session.screen.rows
    try second.killAndStartAgain()
    try second.choose("play/0")
    #expect(second.session.screen.rows == before)
    lead.signal(9)
    try lead.waitForExit()
    let again = try self.lead()
    try again.waitFor("plasser: \(Self.seats)")
    try second.perform(calls[1].acts[3])
    try expectMirror(again, second, at: 1)

    // It ends, and nothing is left but what is everybody's own.
    #expect(try Run(["train", "class", "end", "--class", path]).status == 0)
    for seat in sits { try seat.hear(.classroom(.ended)) }
    try again.waitFor(wording("class.over.title"))
    try second.perform(calls[1].acts[4])
    try second.waitUntilKept { $0.openCalls.last?.acts.count == 6 }
    #expect(try FileManager.default.contentsOfDirectory(atPath: path).isEmpty)
    for seat in sits { #expect(try seat.kept().openCalls.last?.scenario.seed == word) }
    Reliability.report(
      "25 a class of \(Self.seats)",
      "pause heard by all in \(pause), an event in \(event); \(Self.seats * 3 + 1) screens equal to their mirror; 0 files left"
    )
  }
}
