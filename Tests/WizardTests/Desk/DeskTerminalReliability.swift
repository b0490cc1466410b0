import Foundation
import Model
import Store
import TestSupport
import Testing
import Wording

/// Several callers gone between in any order, and a queue that others feed, by the program on a terminal.
@Suite struct DeskTerminalReliability {
  /// The common size in the ordinary run, and the smallest as well by the script.
  private static let sizes = Reliability.sample([[80, 24], [60, 18]], every: 2)

  private final class Desk {
    let folder: RecordsFolder
    let session: PtySession

    init(_ size: [Int]) throws {
      folder = try RecordsFolder()
      session = try PtySession(
        Executables.veiviser,
        ["desk", "--language", "nb", "--store", folder.path + "/store"],
        columns: size[0],
        rows: size[1]
      )
      try session.waitFor("[Mine")
    }

    /// The cases that stand in the queue, from the top.
    static func listed(_ screen: PtyScreen) -> [Int64] { screen.rows.compactMap(row) }

    static func pointed(_ screen: PtyScreen) -> Int64? {
      screen.rows.first { $0.contains("▸") }.flatMap(row)
    }

    /// The number of the code in a line.
    static func number(_ line: String) -> Int64? {
      line.firstMatch(of: /([0-9]{4,})-[A-Z]{3}/).flatMap { Int64($0.1) }
    }

    /// The number of the case in a row of the queue; a line that tells of a case is no row.
    private static func row(_ line: String) -> Int64? {
      line.prefixMatch(of: /[ ▸]*([0-9]{4,})-[A-Z]{3}/).flatMap { Int64($0.1) }
    }

    /// Moves the pointer to a row of the queue, one key at a time, so that none is under way when it is there.
    func point(at number: Int64) throws {
      var shown = try session.waitUntil("\(number) and the pointer") {
        Self.listed($0).contains(number) && Self.pointed($0) != nil
      }
      while let here = Self.pointed(shown), here != number {
        let rows = Self.listed(shown)
        let isAbove = (rows.firstIndex(of: number) ?? 0) < (rows.firstIndex(of: here) ?? 0)
        session.press(isAbove ? .up : .down)
        // A screen half drawn has no pointer for a moment.
        shown = try session.waitUntil("the pointer elsewhere") {
          Self.pointed($0).map { $0 != here } ?? false
        }
      }
    }

    /// Goes to a case by the queue, until all of it is kept.
    func goTo(_ number: Int64) throws {
      session.press(.function(8))
      try session.waitFor("[Mine")
      // A key for a row that has moved since it was drawn would do nothing.
      session.waitUntilAsleep()
      try point(at: number)
      session.waitUntilAsleep()
      session.press(.enter)
      try session.waitUntil("the call \(number), kept") {
        $0.contains("SAMTALE \(number)-") && $0.contains("Lagret")
      }
    }

    /// The case of the call on the screen.
    static func call(_ screen: PtyScreen) -> Int64? {
      screen.rows.first { $0.contains("SAMTALE ") }.flatMap(number)
    }

    /// Answers a new call.
    func answer() throws -> Int64 {
      let before = Self.call(session.screen)
      session.press(.function(2))
      let shown = try session.waitUntil("a new call, kept") { screen in
        Self.call(screen).map { $0 != before } == true && screen.contains("Lagret")
      }
      return try #require(Self.call(shown))
    }

    /// What is kept of a call.
    func kept(_ number: Int64) throws -> Kept {
      let found = try folder.store.load(CaseID(rawValue: number))
      return Kept(answers: Set(found.content.answers), step: found.content.step)
    }
  }

  private struct Kept: Equatable {
    let answers: Set<StoredAnswer>
    let step: StepID?
  }

  /// What is pressed in each call, whatever the others are about; a note is left half written.
  private static let scripts: [[PtyKey]] = [
    signs("1") + [.function(7)] + signs("ringer"), signs("1vvn"), signs("2"), signs("31j"),
    signs("04"),
  ]

  private static func signs(_ text: String) -> [PtyKey] { text.map { .text("\($0)") } }

  @Test(arguments: sizes)
  func `calls on a terminal end in any order as each alone`(size: [Int]) throws {
    let scripts = Array(Self.scripts.prefix(Reliability.count(2, full: 5)))
    let alone = try scripts.map { script in
      let desk = try Desk(size)
      let number = try desk.answer()
      for key in script { desk.session.press(key) }
      try desk.goTo(number)
      return try desk.kept(number)
    }
    #expect(alone.allSatisfy { !$0.answers.isEmpty })
    let rounds = Reliability.count(1, full: 50)
    for round in 0..<rounds {
      var random = Seeded(Reliability.seed &+ UInt64(round))
      let desk = try Desk(size)
      var left: [Int64: (script: Int, keys: ArraySlice<PtyKey>)] = [:]
      for script in scripts.indices.shuffled(using: &random) {
        left[try desk.answer()] = (script, scripts[script][...])
      }
      while let number = left.filter({ !$0.value.keys.isEmpty }).keys.sorted().randomElement(
        using: &random
      ) {
        try desk.goTo(number)
        for _ in 0...Int.random(in: 0...2, using: &random) {
          if let key = left[number]?.keys.popFirst() { desk.session.press(key) }
        }
      }
      for (number, done) in left {
        try desk.goTo(number)
        let kept = try desk.kept(number)
        #expect(kept == alone[done.script], "round \(round), script \(done.script)")
      }
    }
    Reliability.report(
      "23 calls on a terminal",
      "\(size[0])x\(size[1]): \(rounds) orders of \(scripts.count) calls, each as alone"
    )
  }

  private static let other = AgentID(rawValue: getuid() + 1)

  @Test(arguments: sizes)
  func `the row on a terminal is the case that is opened, whatever others do meanwhile`(size: [Int])
    throws
  {
    var random = Seeded(Reliability.seed)
    let desk = try Desk(size)
    let store = desk.folder.store
    func begin() throws {
      let id = try store.begin(CaseDraft(flow: "findFault"), Caller(), by: Self.other).id
      _ = try store.perform(.release, on: id, by: Self.other)
    }
    func free() throws -> [DeskEntry] {
      try store.queue(.free, for: Self.other, limit: -1, offset: 0, answers: [])
    }
    func listed(_ numbers: [Int64]) throws {
      try desk.session.waitUntil("the free cases \(numbers)") { Desk.listed($0) == numbers }
    }
    var opened = 0
    let rounds = Reliability.count(3, full: 500)
    for round in 0..<rounds {
      for entry in try free() { _ = try store.perform(.take, on: entry.id, by: Self.other) }
      for _ in 0..<4 { try begin() }
      // Once round all parts of the queue, so that only what is read last is shown.
      for _ in 0..<(round == 0 ? 1 : DeskSection.allCases.count) { desk.session.press(.tab) }
      let wanted = try free().map(\.id.rawValue)
      try listed(wanted)
      let pointed = wanted[round % 4]
      try desk.point(at: pointed)
      // Others are at it while Enter is pressed.
      for entry in try free().shuffled(using: &random).prefix(2) {
        _ = try store.perform(.take, on: entry.id, by: Self.other)
      }
      try begin()
      desk.session.press(.enter)
      // Rows that come late show that others took the case, and a key is then for none.
      let refused = String(Wording(.embedded, .bokmal)("keys.tooEarly").prefix(20))
      let shown = try desk.session.waitUntil("a call, who has it, or that the rows are others") {
        Desk.call($0) != nil || $0.contains("Sak \(pointed) er hos") || $0.contains(refused)
      }
      if let number = Desk.call(shown) {
        opened += 1
        #expect(number == pointed, "\(shown)")
        let owner = try store.entry(CaseID(rawValue: pointed)).desk.owner
        #expect(owner == AgentID(rawValue: getuid()))
        desk.session.press(.control("x"))
        try desk.session.waitFor("AVSLUTT \(pointed)")
        desk.session.press(.text("8"), .enter)
      }
      // The queue has been read anew, and nothing more of it is under way.
      try listed(free().map(\.id.rawValue))
    }
    #expect(opened > rounds / 6)
    Reliability.report(
      "23 queue on a terminal",
      "\(size[0])x\(size[1]): \(rounds) times opened while others were at it: the one drawn"
    )
  }
}
