package import Model
package import SafeText

/// What the desk did in some weeks, in words and in figures.
package struct StatisticsText: Sendable {
  let statistics: DeskStatistics
  let wording: Wording

  package init(_ statistics: DeskStatistics, _ wording: Wording) {
    self.statistics = statistics
    self.wording = wording
  }

  /// What a row of a table is called.
  func name(_ row: SafeCounts.Row, in table: DeskStatistics.Table) -> String {
    switch table {
    case .causes:
      row.name.isEmpty ? wording("desk.stats.noCause") : wording.text(ofCause: row.name)
    case .results: DeskResult(text: row.name).map { wording($0.textKey) } ?? row.name
    case .messages:
      switch row.name {
      case DeskStatistics.noMessage, DeskStatistics.unknownMessage:
        wording("desk.stats.\(row.name)")
      default: wording.callerMessage(row.name)
      }
    case .weeks: row.name
    case .reopened, .toldBack, .verdicts, .followUps, .settled: wording("desk.stats.\(row.name)")
    }
  }

  var title: String {
    let weeks = [
      "first": statistics.weeks.first.text, "last": statistics.weeks.last.text,
    ]
    return wording("desk.stats.title", weeks)
  }

  /// What is said of all calls together.
  var summary: [String] {
    guard let calls = statistics.calls else { return [wording("desk.stats.few")] }
    let seconds = statistics.secondsToVerdict.map {
      wording.counted("desk.stats.verdict", $0)
    }
    return [wording.counted("desk.stats.calls", calls), seconds].compactMap(\.self)
  }

  /// The tables there is something to show of, in their order.
  var tables: [(table: DeskStatistics.Table, counts: SafeCounts)] {
    DeskStatistics.Table.allCases.compactMap { table in
      statistics.tables[table].map { (table, $0) }
    }
  }

  /// A count as it is shown, with its part of what its table is of.
  func figures(_ row: SafeCounts.Row, in table: DeskStatistics.Table) -> String {
    guard let count = row.count else { return wording("desk.stats.hidden") }
    return "\(count)" + (statistics.share(count, in: table).map { " (\($0) %)" } ?? "")
  }

  /// How long a bar is beside the longest of its table, in so many steps.
  func bar(_ row: SafeCounts.Row, of counts: SafeCounts, steps: Int) -> Int {
    let most = counts.rows.compactMap(\.count).max() ?? 0
    guard let count = row.count, most > 0 else { return 0 }
    return count * steps / most
  }

  /// The statistics as a text of so many columns: each name, and beside or below it its count and a bar.
  package func prose(width: Int) -> [Prose] {
    var prose: [Prose] = [.heading(title), .gap] + summary.map { .paragraph($0) }
    prose += [.gap, .toned(wording("desk.stats.rule"), .muted)]
    for (table, counts) in tables {
      prose += [.gap, .heading(wording(table.titleKey))]
      if counts.rows.isEmpty { prose.append(.paragraph(wording("desk.stats.hidden"))) }
      prose += counts.rows.flatMap { lines($0, of: counts, in: table, width: width) }
        .map { .paragraph($0) }
    }
    return prose
  }

  /// A row of a table: in two lines where the name is long.
  private func lines(
    _ row: SafeCounts.Row,
    of counts: SafeCounts,
    in table: DeskStatistics.Table,
    width: Int
  ) -> [String] {
    let nameWidth = max(0, width - Self.figuresWidth - Self.barWidth)
    let figures = Self.padded(figures(row, in: table), to: Self.figuresWidth)
    // A bar has the room that is left, so that none goes on in a line of its own.
    let left = width - max(1, nameWidth) - DisplayWidth.columns(of: figures)
    let steps = max(0, min(Self.barWidth, left))
    let beside = figures + String(repeating: "=", count: bar(row, of: counts, steps: steps))
    let name = name(row, in: table)
    return DisplayWidth.columns(of: name) < nameWidth
      ? [(Self.padded(name, to: nameWidth) + beside).trimmedAtEnd]
      : [name, (Self.padded("", to: nameWidth) + beside).trimmedAtEnd]
  }

  private static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - DisplayWidth.columns(of: text)))
  }

  package var plain: String { prose(width: Self.plainWidth).plain(width: Self.plainWidth) }

  package static let plainWidth = 78
  private static let figuresWidth = 13
  private static let barWidth = 18

  /// One row for each count, with names for programs and for people; a hidden count is left empty.
  package var csv: String {
    func field(_ text: String) -> String {
      // A sheet takes what begins like a formula for one.
      let safe = text.first.map { "=+-@".contains($0) } == true ? "'" + text : text
      return "\"" + safe.replacing("\"", with: "\"\"") + "\""
    }
    var lines = ["table,id,name,count"]
    for (table, counts) in tables {
      lines += counts.rows.map { row in
        let count = row.count.map(String.init) ?? ""
        return [table.rawValue, field(row.name), field(name(row, in: table)), count]
          .joined(separator: ",")
      }
    }
    return Sanitiser.text(lines.joined(separator: "\n")) + "\n"
  }
}

extension DeskResult {
  fileprivate init?(text: String) {
    guard let number = Int(text) else { return nil }
    self.init(rawValue: number)
  }
}
