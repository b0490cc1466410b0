import ArgumentParser
import Model
import Wording

/// Counts what the desk did; who did it is nowhere read.
struct DeskStats: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract:
      "Count the calls of the last weeks. People are never counted, and no number below 5 shown."
  )

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, csv, json, html
  }

  @Option(help: ArgumentHelp("How many weeks, this one too, from 1 to 53.", valueName: "n"))
  var weeks = 4
  @Option(help: ArgumentHelp("What it is written as.", valueName: "text|csv|json|html"))
  var format = Format.text
  @OptionGroup var options: SharedOptions

  private struct Report: Encodable {
    struct Row: Encodable {
      let id: String
      /// Left out where it is hidden.
      let count: Int?
    }
    let from: String
    let through: String
    let calls: Int?
    let secondsToVerdict: Int?
    let tables: [String: [Row]]

    init(_ statistics: DeskStatistics) {
      from = statistics.weeks.first.text
      through = statistics.weeks.last.text
      calls = statistics.calls
      secondsToVerdict = statistics.secondsToVerdict
      var tables: [String: [Row]] = [:]
      for (table, counts) in statistics.tables {
        tables[table.rawValue] = counts.rows.map { Row(id: $0.name, count: $0.count) }
      }
      self.tables = tables
    }
  }

  func validate() throws {
    guard (1...53).contains(weeks) else {
      throw UsageMistake.range("--weeks", 1...53)
    }
  }

  func run() throws {
    let context = try CommandContext(options)
    let wording = context.wording()
    let store = try context.openStore(making: false)
    if format != .text { try context.checkLead(of: store) }
    guard let today = Timestamp.now().day,
      let counts = try context.tryStore({ try store.counts(of: weeks, through: today) })
    else { throw Refusal(wording("desk.stats.few"), .unusable) }
    let statistics = DeskStatistics(
      counts,
      since: context.content.knownShapes,
      isKnown: { context.content.message($0) != nil }
    )
    let text = StatisticsText(statistics, wording)
    switch format {
    case .text: Output.text(text.plain)
    case .csv: Output.text(text.csv)
    case .json: try Output.json(Report(statistics))
    case .html: Output.text(text.html)
    }
  }
}
