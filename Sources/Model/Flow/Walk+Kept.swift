/// What is kept of a pasted text: the person sees it first, and can have nothing of it kept.
extension Walk {
  /// Whether there is a pasted text.
  package var hasText: Bool { answer(.messageText)?.value.isEmpty == false }

  /// How many characters of it are not kept, since it was too long; `nil` where all of it is.
  package var leftOut: Int? { hasText ? answer(.messageCut).flatMap { Int($0.value) } : nil }

  /// Whether the step on the screen shows what is kept of a pasted text.
  package var showsKept: Bool {
    switch current.kind {
    case .kept: true
    // What is no known message has been shown on a page of its own.
    case .recognised:
      answer(.message).map { $0.source == .message && $0.value != Fact.unknown } ?? false
    default: false
    }
  }

  /// The walk as it is to be saved: without a text of which nobody has seen what is kept.
  package var withoutUnseenText: Walk {
    guard isTextUnseen else { return self }
    var walk = self
    walk.forgetText()
    return walk
  }

  /// Keeps nothing of the pasted text, nor whom it names; what message it is stays.
  mutating func forgetText() {
    let names = answer(.reporteeName)?.source == .message
    give(
      ([.messageText, .messageCut, .messageParty] + (names ? [.reporteeName] : [])).map {
        ($0, nil)
      }
    )
    isTextUnseen = false
  }

  /// Lets a text be kept that the person leaves before they have gone on from it, so that it is not lost.
  ///
  /// - Returns: Whether there was one.
  package mutating func keepUnseenText() -> Bool {
    defer { isTextUnseen = false }
    return isTextUnseen && hasText
  }
}

// MARK: - What is kept of a long text

extension Walk {
  /// The most characters that are kept of a text; all of it is read.
  package static let mostKept = 65_536

  /// Where a line break is near the edge of what is kept, the edge is moved there.
  private static let nearEdge = 1_000

  /// What is kept of a text: all of it, or of a long one the part about the message, which often stands last in a log;
  /// where there is no message, the beginning.
  ///
  /// It is cut after the whole was redacted: what shows that something must not be kept may stand far away.
  static func excerpt(of recognition: Recognition, with recogniser: Recogniser) -> String {
    let text = recognition.redacted
    guard text.utf8.count > mostKept, text.count > mostKept else { return text }
    let place = place(of: recognition, in: text, recogniser)
    var part = text.prefix(mostKept)
    if let place, place.upperBound > part.endIndex {
      let end = text.index(place.upperBound, offsetBy: mostKept / 2, limitedBy: text.endIndex)
      part = text[..<(end ?? text.endIndex)].suffix(mostKept)
      if let line = part.prefix(nearEdge).firstIndex(where: \.isNewline) {
        part = part[part.index(after: line)...]
      }
    }
    guard part.endIndex < text.endIndex else { return String(part) }
    if let line = part.suffix(nearEdge).lastIndex(where: \.isNewline),
      line >= place?.upperBound ?? part.startIndex
    {
      part = part[..<line]
    }
    return Redaction.untorn(String(part), at: mostKept)
  }

  /// Where the message stands in the redacted text.
  private static func place(
    of recognition: Recognition,
    in text: String,
    _ recogniser: Recogniser
  ) -> Range<String.Index>? {
    guard !recognition.matches.isEmpty else { return nil }
    var words = recogniser.code(in: text)
    if let quote = recognition.quote {
      if let place = text.firstRange(of: quote) { return place }
      // Something was taken out in the middle of it.
      words = recogniser.recognise(text).quote
    }
    return words.flatMap { text.firstRange(of: $0) }
  }
}

extension Step {
  /// Whether a message is pasted here.
  var takesMessage: Bool { fields.contains { $0.input == .message } }
}
