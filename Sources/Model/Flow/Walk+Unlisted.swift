/// What somebody searches for and no list has.
extension Walk {
  /// Answers a search; the words for what is not in the list begin the line that asks what it is called.
  ///
  /// - Parameter words: What was searched for.
  package mutating func give(_ value: String, to search: Field, searching words: String) {
    give(value, to: search.id)
    guard value == Fact.otherService, words.contains(where: { !$0.isWhitespace }),
      let line = flow.line(naming: search.id).flatMap(flow.field),
      case .line(_, let limit) = line.input,
      // Who has written more of the name has not taken it back.
      answer(line.id)?.value.lowercased().hasPrefix(words.lowercased()) != true
    else { return }
    give(line.safe(String(words.prefix(limit))), to: line.id)
  }
}
