import Foundation
import Model
import Store
import TestSupport
import Testing

/// What is kept of training: calls beside each other, windows beside each other, and nothing once it is forgotten.
@Suite struct KeptTrainingTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A window, which has the file open for itself.
  private func window() throws -> TrainingFile {
    try TrainingFile(at: StoreLocation(directory: folder.file("training")))
  }

  private static func id(_ name: String, seed: String = "1") -> ScenarioID {
    ScenarioID(.altinn2, name, seed: seed)
  }

  private static func attempt(_ name: String, _ acts: [TrainingAct] = []) -> TrainingRecord.Attempt
  {
    .init(id(name), on: Day("2026-12-01"), sum: 84, isPassed: true, acts: acts)
  }

  private static let asked: [TrainingAct] = [.ask("message", .clear)]

  @Test func `calls that are not over are kept beside each other, and each ends alone`() throws {
    var record = TrainingRecord()
    record.keep(Self.id("6"), Self.asked)
    record.keep(Self.id("1"), [.readBack])
    record.keep(Self.id("6"), Self.asked + [.readBack])
    #expect(record.openCalls.map(\.scenario.name) == ["1", "6"])
    #expect(record.openCalls.last?.acts == Self.asked + [.readBack])
    #expect(record.acts(of: Self.id("1")) == [.readBack] && record.acts(of: Self.id("2")) == nil)
    #expect(TrainingRecord(record.text) == record)
    record.add(Self.attempt("6", Self.asked + [.readBack, .end(.solved)]))
    #expect(record.openCalls.map(\.scenario.name) == ["1"])
    // Two windows may be at the same call, each with a way of its own.
    record.keep(Self.id("1"), [.readBack, .tellBack])
    record.keep(Self.id("1"), [.readBack, .end(.waiting)])
    record.keep(Self.id("1"), [.readBack, .tellBack, .end(.solved)])
    #expect(record.openCalls.map(\.acts.count) == [2, 3])
  }

  /// What two windows do at the same time.
  private static let pairs: [[TrainingChange]] = [
    [.attempt(attempt("1", asked)), .attempt(attempt("2", asked))],
    [.call(id("1"), asked), .call(id("2"), asked)],
    [.call(id("1"), asked + [.readBack]), .call(id("1"), asked + [.tellBack])],
    [.attempt(attempt("1", asked)), .seat(.init(word: "ULV-48", number: 3))],
  ]

  @Test(arguments: pairs)
  func `of two windows neither writes over what the other has kept`(changes: [TrainingChange])
    throws
  {
    let (first, second) = (try window(), try window())
    var all = TrainingRecord()
    for (file, change) in zip([first, second], changes) {
      let (before, after) = try file.keep(change)
      #expect((before ?? TrainingRecord()) == all)
      all.take(change)
      #expect(after == all)
    }
    #expect(try first.read() == all && second.read() == all)
  }

  @Test func `what is forgotten does not come back, and the next thing done is kept anew`() throws {
    let (old, other) = (try window(), try window())
    _ = try old.keep(.attempt(Self.attempt("1", Self.asked)))
    let known = try old.keep(.call(Self.id("6"), Self.asked)).after
    #expect(!known.isForgotten(in: known))
    try other.forget()
    #expect(try other.read() == TrainingRecord())
    let (before, after) = try old.keep(.call(Self.id("6"), Self.asked + [.readBack]))
    #expect(before == nil && known.isForgotten(in: before))
    #expect(after.attempts.isEmpty && after.openCalls.count == 1)
    // Also where somebody has done something else in between.
    try other.forget()
    _ = try other.keep(.attempt(Self.attempt("2", Self.asked)))
    #expect(known.isForgotten(in: try other.read()))
    let last = try old.keep(.attempt(Self.attempt("3"))).after
    #expect(last.attempts.map(\.scenario.name) == ["2", "3"])
  }

  @Test func `what holds something of before is told from what is done after all is forgotten`()
    throws
  {
    let file = try window()
    let known = try file.keep(.call(Self.id("6"), [.readBack])).after
    try file.forget()
    let more = TrainingChange.call(Self.id("6"), [.readBack, .tellBack])
    #expect(known.isForgotten(in: try file.read()) && known.hasBegun(more))
    for new in [.call(Self.id("6"), [.readBack]), .intent("x")] as [TrainingChange] {
      #expect(!known.hasBegun(new) && !new.goesOn(from: more))
    }
    #expect(!known.hasBegun(.call(Self.id("1"), [.readBack, .tellBack])))
    #expect(more.goesOn(from: .call(Self.id("6"), [.readBack])))
    // What is not wanted leaves the file as it is.
    #expect(try file.keep(more, where: { _ in false }).after == TrainingRecord())
    #expect(try file.read() == TrainingRecord())
    // A window that has begun the same call meanwhile has not what was forgotten.
    _ = try file.keep(.call(Self.id("6"), [.tellBack]))
    #expect(known.isForgotten(in: try file.read()))
  }

  @Test func `what one means to do next time is one line, until it is written anew or forgotten`()
    throws
  {
    let file = try window()
    let (long, cut) = (200, 60)
    let texts: [(String, String?)] = [
      ("Les nummeret tilbake", "Les nummeret tilbake"), (" to\nlinjer \t her ", "to linjer her"),
      (String(repeating: "æ ", count: long), String(repeating: "æ ", count: cut - 1) + "æ"),
      (" \n", nil),
    ]
    for (text, kept) in texts {
      let after = try file.keep(.intent(text)).after
      #expect(after.intent == kept, "\(text)")
      #expect(TrainingRecord(after.text)?.intent == after.intent)
      #expect(TrainingRecord(after.text) == after)
    }
    _ = try file.keep(.intent("spør først"))
    try file.forget()
    #expect(try file.read().intent == nil)
  }

  @Test func `many windows at once lose nothing`() async throws {
    let count = 12
    let path = folder.file("training")
    _ = try window()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 1...count {
        group.addTask {
          let file = try TrainingFile(at: StoreLocation(directory: path))
          let id = Self.id("6", seed: "\(number)")
          _ = try file.keep(.attempt(.init(id, on: nil, sum: 40, isPassed: false)))
        }
      }
      try await group.waitForAll()
    }
    let seeds = try window().read().attempts.map(\.scenario.seed)
    #expect(Set(seeds).count == count && seeds.count == count, "\(seeds)")
  }

  @Test(arguments: ["VEIT 1", "VEIT 3"])
  func `what another version kept is left as it is until it is forgotten`(mark: String) throws {
    let file = try window()
    let text = "\(mark)\ndone 2026-12-01 v4/altinn2/1/A 84 passed\n"
    try folder.write(text, to: "training/veiviser-training.txt")
    let path = folder.file("training/veiviser-training.txt")
    let failure = StoreFailure.otherTraining(path: path)
    #expect(throws: failure) { _ = try file.read() }
    #expect(throws: failure) { _ = try file.keep(.intent("spør først")) }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
    try file.forget()
    #expect(try file.read() == TrainingRecord())
    // What is none of training's is nobody's to delete.
    for text in ["VEIT x\n", "VEIT\n", "brev\n", "VEIT 2\nx y\n"] {
      try folder.write(text, to: "training/veiviser-training.txt")
      #expect(throws: StoreFailure.notTraining(path: path)) { try file.forget() }
    }
  }

  @Test func `a hand that was taken down stays down until it is raised again`() throws {
    let exercises: [(edition: PortalEdition, name: String)] = [(.altinn2, "6")]
    let day = try #require(Day("2026-12-01"))
    var room = TrainingClass("ULV-48", exercises, isVaried: false, on: day)
    var seat = SeatRecord()
    let heard = seat.heed(room, at: 3)
    #expect(!heard)
    for time in 1...2 {
      seat.isHandUp = true
      #expect(seat.hasHandUp(in: room, at: 3))
      room.lowerHand(of: 3)
      // Whoever leads sees it at once, also where nobody sits there to hear of it.
      #expect(!seat.hasHandUp(in: room, at: 3) && seat.isHandUp)
      let heeded = [seat.heed(room, at: 3), seat.isHandUp, seat.heed(room, at: 3)]
      #expect(heeded == [true, false, false], "\(time)")
      #expect(SeatRecord(seat.text) == seat && TrainingClass(room.text) == room)
      room.lowerHand(of: 4)
      let heard = seat.heed(room, at: 3)
      #expect(!heard)
    }
    var stand = seat
    stand.stand = SeatRecord.Stand(page: "acts", focus: "note", top: 2, textTop: 5)
    #expect(SeatRecord(stand.text)?.stand == stand.stand && SeatRecord(stand.text) == stand)
    for line in [
      "heeded 0", "heeded", "at acts -", "at acts - -1", "at acts - 0 -1", "at acts - 0 1000",
      "at acts - 0 0 0", "at acts - x", "at acts - 2", "at", " ",
    ] {
      #expect(SeatRecord("VEIP 2\n\(line)\n") == nil, "\(line)")
    }
    for line in ["down 0 1", "down 61 1", "down 3 0", "down 3"] {
      #expect(TrainingClass(room.text + line + "\n") == nil, "\(line)")
    }
  }
}
