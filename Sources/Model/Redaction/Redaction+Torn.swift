extension Redaction {
  /// A text without the number at its end, where it may have been cut off at a length.
  ///
  /// The beginning of somebody's number can be a harmless one by itself, or give back the rest of it.
  static func untorn(_ text: String, at limit: Int) -> String {
    guard text.count >= limit else { return text }
    let kept = text.reversed().drop { !$0.isWhitespace }
    let torn = text.suffix(text.count - kept.count)
    return torn.contains(where: \.isNumber) ? String(text.dropLast(torn.count)) : text
  }
}
