package import Model
import SafeText

/// A text for paper: the same words as plain text, and as a page to print.
package struct PrintedText: Sendable {
  /// What is kept on one sheet where it has room there.
  package struct Section: Sendable {
    let prose: [Prose]
    /// How many empty lines there are to write on below it.
    var lines = 0
  }

  package let title: String
  package let language: Language
  package let sections: [Section]

  /// Rows for a printer or a terminal.
  package var plain: String {
    let parts = sections.map { section in
      let rules = Array(repeating: String(repeating: "_", count: Self.width), count: section.lines)
      return (section.prose.isEmpty ? "" : section.prose.plain(width: Self.width))
        + rules.map { "\n\($0)\n" }.joined()
    }
    return [Prose.heading(title)].plain(width: Self.width) + "\n" + parts.joined(separator: "\n")
  }

  package var html: String {
    let body = sections.map { section in
      let rules = String(repeating: "<div class=\"line\"></div>\n", count: section.lines)
      return "<section>\n\(Self.html(section.prose))\(rules)</section>\n"
    }
    return WebPage(title: title, language: language, style: Self.style, body: body.joined()).text
  }

  /// The pieces as elements; bullets and numbers that follow each other are one list.
  private static func html(_ prose: [Prose]) -> String {
    var html = ""
    var list: String?
    func go(into next: String?) {
      guard next != list else { return }
      if let list { html += "</\(list)>\n" }
      if let next { html += "<\(next)>\n" }
      list = next
    }
    for piece in prose {
      switch piece {
      case .heading(let text):
        go(into: nil)
        html += "<h2>\(WebPage.escaped(text))</h2>\n"
      case .paragraph(let text):
        go(into: nil)
        html += "<p>\(WebPage.escaped(text))</p>\n"
      case .toned(let text, let tone):
        go(into: nil)
        let kind = tone == .heading ? "strong" : tone == .muted ? "rule" : "plain"
        html += "<p class=\"\(kind)\">\(WebPage.escaped(text))</p>\n"
      case .bullet(let text):
        go(into: "ul")
        html += "<li>\(WebPage.escaped(text))</li>\n"
      case .numbered(let number, let text):
        go(into: "ol")
        html += "<li value=\"\(number)\">\(WebPage.escaped(text))</li>\n"
      case .gap: go(into: nil)
      }
    }
    go(into: nil)
    return html
  }

  private static let width = 78

  private static let style = """
    .strong { font-weight: bold; margin-bottom: 0 }
    .line { height: 2em; border-bottom: 1px solid #999 }
    h2 { font-size: 1.15em; margin-top: 2em; break-after: avoid }
    li { margin: 0.2em 0 }
    section { break-inside: avoid }
    @page { margin: 2cm }
    @media print { body { font-size: 11pt; max-width: none; margin: 0; padding: 0 } }
    """
}
