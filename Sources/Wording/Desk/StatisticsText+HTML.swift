import Model
import SafeText

/// The statistics as a page of one file: pictures in it, nothing fetched, nothing run.
extension StatisticsText {
  package var html: String {
    let body = tables.map { section($0.table, $0.counts) }.joined()
    let summary = summary.map { "<p>\(WebPage.escaped($0))</p>\n" }.joined()
    return WebPage(
      title: title,
      language: wording.language,
      style: "svg { display: block; width: 100%; height: auto }",
      body: """
        \(summary)<p class="rule">\(WebPage.escaped(wording("desk.stats.rule")))</p>
        \(body)
        """
    ).text
  }

  /// A table as bars, each below its name and before its count, which a screen reader reads in order.
  private func section(_ table: DeskStatistics.Table, _ counts: SafeCounts) -> String {
    let heading = WebPage.escaped(wording(table.titleKey))
    guard !counts.rows.isEmpty else {
      let hidden = WebPage.escaped(wording("desk.stats.hidden"))
      return "<section><h2>\(heading)</h2><p>\(hidden)</p></section>\n"
    }
    let rows = counts.rows.enumerated().map { place, row in
      let top = place * Self.rowHeight
      let length = bar(row, of: counts, steps: Self.longestBar)
      return """
        <text x="0" y="\(top + 16)">\(WebPage.escaped(name(row, in: table)))</text>
        <rect x="0" y="\(top + 22)" width="\(length)" height="14" fill="#1e5b8c"/>
        <text x="\(length + 8)" y="\(top + 34)">\(WebPage.escaped(figures(row, in: table)))</text>

        """
    }
    let height = counts.rows.count * Self.rowHeight + 8
    return """
      <section><h2>\(heading)</h2>
      <svg viewBox="0 0 \(Self.width) \(height)" role="img" aria-label="\(heading)" \
      font-family="sans-serif" font-size="14">
      \(rows.joined())</svg></section>

      """
  }

  /// In units of the picture.
  private static let width = 800
  private static let longestBar = 640
  private static let rowHeight = 46
}
