import Model
import SafeText

/// The statistics as a page of one file: pictures in it, nothing fetched, nothing run.
extension StatisticsText {
  package var html: String {
    let body = tables.map { section($0.table, $0.counts) }.joined()
    let summary = summary.map { "<p>\(Self.escaped($0))</p>\n" }.joined()
    let page = """
      <!DOCTYPE html>
      <html lang="\(wording.language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width">
      <title>\(Self.escaped(title))</title>
      <style>
      body { font: 1em sans-serif; max-width: 50em; margin: 2em auto; padding: 0 1em; color: #222; background: #fff }
      svg { display: block; width: 100%; height: auto }
      .rule { color: #555 }
      </style>
      </head>
      <body>
      <h1>\(Self.escaped(title))</h1>
      \(summary)<p class="rule">\(Self.escaped(wording("desk.stats.rule")))</p>
      \(body)</body>
      </html>

      """
    return Sanitiser.text(page)
  }

  /// A table as bars, each below its name and before its count, which a screen reader reads in order.
  private func section(_ table: DeskStatistics.Table, _ counts: SafeCounts) -> String {
    let heading = Self.escaped(wording(table.titleKey))
    guard !counts.rows.isEmpty else {
      let hidden = Self.escaped(wording("desk.stats.hidden"))
      return "<section><h2>\(heading)</h2><p>\(hidden)</p></section>\n"
    }
    let rows = counts.rows.enumerated().map { place, row in
      let top = place * Self.rowHeight
      let length = bar(row, of: counts, steps: Self.longestBar)
      return """
        <text x="0" y="\(top + 16)">\(Self.escaped(name(row, in: table)))</text>
        <rect x="0" y="\(top + 22)" width="\(length)" height="14" fill="#1e5b8c"/>
        <text x="\(length + 8)" y="\(top + 34)">\(Self.escaped(figures(row)))</text>

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

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}
