import Foundation
import Model
import Store
import TestSupport
import Testing
import Wording

/// Somebody who has not seen the program before.
///
/// Reads the screen, opens the hint, and does what it says; nothing here asks the model what is best.
private struct Newcomer {
  /// A line that can be chosen, with the key before it.
  private struct Option {
    let key: String
    let label: String
  }

  let session: PtySession
  let wording: Wording
  /// Seconds it would take a person: reading what is new at 150 words a minute, and a second for each key.
  private(set) var seconds = 0.0
  private var seen: Set<String> = []

  init(_ language: Language, in folder: TemporaryFolder) throws {
    wording = Wording(.embedded, language, on: Timestamp.now().day)
    session = try PtySession(
      Executables.veiviser,
      ["train", "--language", language.rawValue, "--portal", "altinn2"],
      environment: PtySession.environment.merging(["XDG_STATE_HOME": folder.path]) { $1 },
      columns: 160,
      rows: 60
    )
    try session.waitFor(wording("train.title"))
    read()
  }

  /// The rows, without the points that stand beside them.
  private var rows: [String] {
    session.screen.rows.map { row in
      row.firstIndex(of: "│").map { " \(row[row.index(after: $0)...])" } ?? row
    }
  }

  private var words: String { rows.joined(separator: " ").squeezed }

  private var options: [Option] {
    rows.compactMap { row in
      row.wholeMatch(of: /[ ]{2}[▸ ] ([0-9a-z])[ ]{2}(.+?)([ ]{2}.*)?/).map {
        Option(key: String($0.1), label: String($0.2))
      }
    }
  }

  private mutating func read() {
    let new = rows.filter { seen.insert($0).inserted }
    seconds += Double(new.reduce(0) { $0 + $1.split(separator: " ").count }) / 150 * 60
  }

  private mutating func press(_ key: String) throws {
    let before = session.screen.rows
    session.send(key)
    seconds += 1
    try session.waitUntil("something new after \(key)") { $0.rows != before }
    session.waitUntilAsleep()
    read()
  }

  /// Chooses the line that says something.
  mutating func choose(_ label: String) throws {
    let fitting = options.first { $0.label == label }
    let option = try #require(fitting, "no \(label) among:\n\(session.screen)")
    try press(option.key)
  }

  private func templates(_ key: String) -> (start: String, end: String) {
    let parts = wording(key, ["act": "\u{1}", "field": "\u{1}", "who": "\u{1}", "action": "\u{1}"])
      .split(separator: "\u{1}", omittingEmptySubsequences: false).map(String.init)
    return (parts[0], parts.count > 1 ? parts[1] : "")
  }

  /// Opens the hint as far as it goes, and gives all that it says and the step that it ends in.
  private mutating func hint() throws -> (all: String, step: String) {
    try press("h")
    while options.contains(where: { $0.label == wording("train.moreHint") }) {
      try choose(wording("train.moreHint"))
    }
    let text = words
    let start = templates("train.hint.next").start
    let from = try #require(text.range(of: start), "\(session.screen)")
    try press("\u{1B}")
    return (text, String(text[from.upperBound...]))
  }

  /// The first page of an act, by how the step begins.
  private static let acts = [
    ("train.short.ask", "train.act.ask"), ("train.short.show", "train.act.show"),
    ("train.short.seen", "train.act.see"), ("train.short.wait", "train.act.wait"),
    ("train.short.advise", "train.act.advise"),
  ]

  /// Does the step that the hint ends in; answers whether the call is over.
  mutating func follow() throws -> Bool {
    let (all, step) = try hint()
    for act in ["readBack", "tellBack", "note"] where step.hasPrefix(wording("train.act.\(act)")) {
      try choose(wording("train.act.\(act)"))
      if act == "note" {
        try press(DeskForms.note)
        try press("\r")
      }
      return false
    }
    guard let (_, act) = Self.acts.first(where: { step.hasPrefix(templates($0.0).start) }) else {
      // The form has all filled in.
      try #require(step.hasPrefix(wording("train.end.solved")), "\(step)")
      try choose(wording("train.act.end"))
      try press("\r")
      return true
    }
    try choose(wording(act))
    // Page by page, until the caller answers.
    while !options.contains(where: { $0.label == wording("train.act.note") }) {
      if words.contains(wording("train.howAsk")) {
        try chooseKindest()
      } else {
        try chooseNamed(in: all)
      }
    }
    return false
  }

  /// Chooses what is named in a text, the longest name where several are.
  private mutating func chooseNamed(in text: String) throws {
    let named = options.filter { text.lowercased().contains($0.label.lowercased()) }
    let longest = named.max { $0.label.count < $1.label.count }
    let option = try #require(longest, "nothing of \(text) among:\n\(session.screen)")
    try press(option.key)
  }

  /// Chooses the question that blames nobody and uses no word of the trade.
  private mutating func chooseKindest() throws {
    let unkind = ["train.tone.jargon", "train.tone.blaming"].map { key in
      wording.quoted(wording(key, ["field": "\u{1}", "question": "\u{1}"]))
        .split(separator: "\u{1}").map(String.init)
    }
    let kind = options.first { option in
      option.label != wording("button.back")
        && !unkind.contains { parts in parts.allSatisfy(option.label.contains) }
    }
    try press(try #require(kind, "\(session.screen)").key)
  }

  /// Goes through the debrief to its end, and back to the first page.
  mutating func debrief() throws {
    try choose(wording("train.feeling.mixed"))
    try choose(wording("button.next"))
    try choose(wording("button.next"))
    #expect(words.contains(wording("train.result.told")), "\(session.screen)")
    try choose(wording("train.toMenu"))
  }
}

@Suite struct NewcomerTests {
  @Test(arguments: Language.allCases)
  func `the first three exercises are passed in half an hour by what stands on the screen`(
    language: Language
  ) throws {
    let folder = try TemporaryFolder()
    var newcomer = try Newcomer(language, in: folder)
    let wording = newcomer.wording
    for name in ["1", "2", "3"] {
      try newcomer.choose(wording("train.exercises.altinn2"))
      try newcomer.choose(wording("exercise.\(name).name"))
      var steps = 0
      while try !newcomer.follow(), steps < 30 { steps += 1 }
      try newcomer.debrief()
    }
    let location = StoreLocation(directory: folder.file("veiviser-training"))
    let kept = try TrainingFile(at: location).read()
    #expect(kept.attempts.map(\.scenario.name) == ["1", "2", "3"])
    #expect(kept.attempts.map(\.isPassed) == [true, true, true], "\(kept.attempts.map(\.sum))")
    #expect(newcomer.seconds < 1_800, "\(newcomer.seconds)")
    Reliability.report(
      "training, a newcomer's first three exercises, \(language.rawValue)",
      "\(Int(newcomer.seconds / 60)) min of reading and keys"
    )
  }
}
