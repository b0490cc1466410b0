import Wording
import Foundation
import Model
import Screens
import TestSupport
import Testing

/// What another program has written in the store is shown so that it does nothing.
@Suite struct HostileStoreTests {
  private static let size = StreamCheck.Place.screen(columns: 80, rows: 24)
  private let reader = Reader(.bokmal)
  private let arguments = ["--language", "nb"]

  /// Rows and columns that are ours on every screen: header, rules, footer, and the edge on the left.
  private func isFramed(_ screen: PtyScreen, header: String) -> Bool {
    let rule = String(repeating: "─", count: 80)
    return screen.rows[0].hasPrefix(" " + header) && screen.rows[1] == rule
      && screen.rows[22] == rule && screen.rows[23].contains("Esc")
      && screen.rows[2...20].allSatisfy { $0.isEmpty || $0.hasPrefix(" ") }
  }

  @Test(arguments: ["\(Flow.ids(of: .altinn2).count + 1)", "\(Flow.ids(of: .altinn2).count + 2)"])
  func `every row of the lists`(way: String) throws {
    let planted = try PlantedStore(HostileText.withoutZero, steps: ["review"])
    let session = try planted.folder.session(arguments)
    try session.waitFor(reader.wording("home.records"))
    session.press(.text(way))
    let newest = " \(1_000 + planted.texts.count)"
    let header = reader.wording("header.program")
    var screen = try session.waitUntil("the newest case") { $0.contains(newest) }
    var pages = 0
    while !screen.contains(" 1001") {
      let before = screen.text
      session.press(.pageDown)
      screen = try session.waitUntil("the next page, whole") {
        $0.text != before && isFramed($0, header: header)
      }
      pages += 1
    }
    #expect(pages > planted.texts.count / 25)
    #expect(StreamCheck.faults(in: session.rawBytes, Self.size) == [])
  }

  /// Several texts in one, for screens that scroll.
  private static func joined(_ count: Int) -> [HostileText] {
    let all = HostileText.withoutZero
    return stride(from: 0, to: all.count, by: count).map { start in
      HostileText.joined(Array(all[start..<min(start + count, all.count)]))
    }
  }

  /// Searches for the number of a case and waits until it is the only one.
  private func search(_ number: String, _ session: PtySession) throws {
    session.press(.text(number))
    try session.waitUntil("the case \(number) alone") { screen in
      let found = screen.rows.dropFirst(4).joined(separator: " ").matches(of: /\ (1\d\d\d)(:|$)/)
      return found.map { String($0.1) } == [number]
    }
  }

  @Test(arguments: [Flow.findFault.id, nil])
  func `every case that is looked at, of a flow known or not`(flow: FlowID?) throws {
    let planted = try PlantedStore(Self.joined(40), flow: flow, steps: ["review"])
    let session = try planted.folder.session(arguments)
    try session.waitFor(reader.wording("home.records"))
    session.press(.text("\(Flow.ids(of: .altinn2).count + 2)"))
    for number in planted.texts.indices {
      session.press(.control("u"))
      try search("\(1_001 + number)", session)
      session.press(.enter)
      var screen = try session.waitUntil("the case") {
        $0.contains("JSON") && isFramed($0, header: reader.wording("header.program"))
      }
      while screen.rows.contains(where: { $0.hasSuffix("↓") }) {
        let before = screen.text
        session.press(.pageDown)
        screen = try session.waitUntil("further down") {
          $0.text != before && isFramed($0, header: reader.wording("header.program"))
        }
      }
      session.press(.escape)
      try session.waitUntil("the list") { !$0.contains("JSON") }
    }
    #expect(StreamCheck.faults(in: session.rawBytes, Self.size) == [])
  }

  @Test func `every step of a case that is gone on with`() throws {
    let steps = Flow.findFault.steps.map(\.id.rawValue)
    let planted = try PlantedStore(Self.joined(25), steps: steps)
    let header =
      reader.wording.nameInHeader(.altinn2) + " · " + reader.wording("flow.findFault.title")
    for number in planted.texts.indices {
      let session = try planted.folder.session(arguments)
      try session.waitFor(reader.wording("home.records"))
      session.press(.text("\(Flow.ids(of: .altinn2).count + 1)"))
      try session.waitFor(reader.wording("cases.search"))
      try search("\(1_001 + number)", session)
      session.press(.enter)
      try session.expect(
        "step \(steps[number % steps.count])",
        of: planted.texts[number].name,
        Standing(session.screen) { _, _ in true }
      ) { isFramed($0, header: header) }
      // What a question means is told of the same case, and the language changes all words.
      session.press(.function(4))
      try session.waitFor(reader.wording("hint.close"))
      session.press(.escape, .function(9), .function(9), .function(9))
      try session.waitUntil("the step again") {
        isFramed($0, header: header) && !$0.contains(reader.wording("hint.close"))
      }
      session.press(.function(10))
      try session.waitFor(reader.wording("leave.title"))
      session.press(.right, .enter)
      try session.waitForExit()
      #expect(StreamCheck.faults(in: session.rawBytes, Self.size) == [])
    }
  }

  @Test(arguments: [
    ["case", "list", "--limit", "9999"], ["case", "list", "--limit", "9999", "--json"],
    ["case", "show", "@"],
    ["case", "show", "@", "--json"],
  ])
  func `the commands`(command: [String]) throws {
    let planted = try PlantedStore(
      command.contains("list") ? HostileText.withoutZero : Self.joined(40),
      steps: ["review"]
    )
    let numbers = command.contains("@") ? Array(planted.texts.indices) : [0]
    for number in numbers {
      let given = command.map { $0 == "@" ? "\(1_001 + number)" : $0 }
      let run = try planted.folder.run(given)
      #expect(run.status == 0)
      #expect(StreamCheck.faults(in: Array(run.output.utf8), .lines) == [], "\(given)")
      #expect(run.output.contains("\(1_001 + number)"))
    }
  }

  @Test func `line by line`() throws {
    let planted = try PlantedStore(Self.joined(40), steps: ["review", "message", "conclusion"])
    for number in planted.texts.indices.prefix(20) {
      let run = try planted.folder.run(
        ["--plain", "--language", "nb"],
        input: ["\(Flow.ids(of: .altinn2).count + 1 + number)", "?", "1", "q", "q"].joined(
          separator: "\n"
        ) + "\n"
      )
      #expect(!run.trapped)
      #expect(StreamCheck.faults(in: Array(run.output.utf8), .lines) == [])
      #expect(StreamCheck.faults(in: Array(run.complaint.utf8), .lines) == [])
    }
  }
}
