import Drawing
import Model
import SafeText
import Screens
import TestSupport
import Testing
import Wording

/// The page of the way that was gone, beside the best one.
@Suite struct DebriefColumnsTests {
  /// The page of the way after a call in which a question was asked that could change nothing, and what was done in it.
  private func way(_ language: Language, _ size: Size) throws -> (AppState, [TrainingAct]) {
    let id = ScenarioID(.altinn2, "6", seed: "1")
    let begun = try #require(TrainingPages.best(id)).acts.prefix { $0 != .readBack }
    let acts = Array(begun) + [TrainingAct.ask(.systemPasswordCorrect, .clear), .readBack]
    var record = TrainingRecord()
    record.keep(id, acts)
    var state = TrainingPages(language, size).begun(.alone(record, at: id))
    for step in ["end", "result.6", "close.", "good", "on"] {
      state = try #require(TrainingPages.chosen(step, state), "\(step)")
    }
    #expect(state.screen.pageName == "debrief way")
    return (state, acts)
  }

  /// The rows of all that is seen while one goes down the list, without what only tells where one is in it.
  private func lines(_ state: AppState) -> [String] {
    var state = state
    var lines = state.render().lines
    for _ in state.screen.page(state.wording).options {
      _ = state.update(.key(.down))
      lines += state.render().lines
    }
    return lines.map { line in
      var line = String(line.map { "▸↑↓".contains($0) ? " " : $0 })
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  /// What stands from a column of a row on.
  private func text(_ line: String, from column: Int) -> String { String(line.dropFirst(column)) }

  @Test(arguments: Language.allCases, [Size(columns: 80, rows: 24), Size(columns: 130, rows: 40)])
  func `where there is room, the way gone, the best way and why stand in columns`(
    language: Language,
    size: Size
  ) throws {
    let (state, acts) = try way(language, size)
    let (wording, lines) = (state.wording, lines(state))
    let (best, why) = (wording("train.bestWay"), wording("train.way.why"))
    let head = try #require(lines.first { $0.contains(best) && $0.contains(why) })
    func column(_ words: String) throws -> Int {
      let range = try #require(head.ranges(of: words).first)
      return head.distance(from: head.startIndex, to: range.lowerBound)
    }
    let places = try (column(wording("train.way.you")), column(best), column(why))
    // The first step is the same in both ways, takes as long in both, and is told to be the best.
    let asked = wording.short(.ask(Portal.altinn2.message, .clear))
    let first = try #require(lines.first { text($0, from: places.0).hasPrefix(asked) })
    #expect(text(first, from: places.1).hasPrefix(asked), "\(first)")
    #expect(text(first, from: places.2) == wording("train.worth.best").capitalisedFirst)
    for end in [places.1, places.2] {
      let last = first.prefix(end).split(separator: " ").last ?? ""
      let isTime = !last.isEmpty && last.allSatisfy(\.isNumber)
      #expect(isTime, "\(first)")
    }
    // Where the ways part that is told in words, and only there; the best way has nothing to set beside it.
    let parted = wording("train.way.parted", ["worth": ""]).prefix { $0 != ":" }
    let rows = Set(lines.filter { text($0, from: places.2).hasPrefix(parted) })
    let row = try #require(rows.first)
    let detour = wording.short(.ask(.systemPasswordCorrect, .clear)).prefix(12)
    #expect(rows.count == 1 && text(row, from: places.0).hasPrefix(detour), "\(rows)")
    let between = row.dropFirst(places.1).prefix(places.2 - places.1)
    let isBlank = between.allSatisfy(\.isWhitespace)
    #expect(isBlank, "\(row)")
    // One plays on from there with the key that stands before it.
    let place = try #require(acts.firstIndex(of: .ask(.systemPasswordCorrect, .clear)))
    let played = try #require(TrainingPages.chosen("\(place)", state))
    #expect(played.screen.pageName.hasPrefix("training call \(place + 1) "))
  }

  @Test(arguments: Language.allCases, [Size(columns: 60, rows: 18), Size(columns: 79, rows: 24)])
  func `where there is none, each step stands with what it was worth, as without a screen`(
    language: Language,
    size: Size
  ) throws {
    let (state, _) = try way(language, size)
    let (wording, lines) = (state.wording, lines(state))
    #expect(!lines.contains { $0.contains(wording("train.way.why")) })
    let asked = wording.short(.ask(Portal.altinn2.message, .clear))
    let label = "\(asked) – \(wording("train.worth.best"))"
    #expect(lines.contains { $0.contains(label) })
    #expect(state.screen.page(wording).options.contains { $0.label == label })
  }
}
