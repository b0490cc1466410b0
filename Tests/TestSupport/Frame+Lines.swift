package import Drawing

// Here and not beside the tests, since every law reads every screen, and this is built to be fast.

extension Frame {
  /// The rows as texts, without the blanks behind them.
  package var lines: [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// What stands between header and footer and right of the rail, with one blank between words.
  package var mainText: String {
    let body = lines.dropFirst(2).dropLast(2).map { line in
      line.split(separator: "│", omittingEmptySubsequences: false).last ?? ""
    }
    return body.joined(separator: " ").squeezed
  }
}

extension String {
  /// The same words with one blank between them.
  package var squeezed: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
