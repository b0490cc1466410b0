/// What is kept of a pasted text: the person sees it first, and can have nothing of it kept.
extension Walk {
  /// Whether there is a pasted text.
  package var hasText: Bool { answer(.messageText)?.value.isEmpty == false }

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
    give(([.messageText] + (names ? [.reporteeName] : [])).map { ($0, nil) })
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

extension Step {
  /// Whether a message is pasted here.
  var takesMessage: Bool { fields.contains { $0.input == .message } }
}
