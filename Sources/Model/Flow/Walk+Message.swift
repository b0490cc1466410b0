/// Reading a pasted message into answers.
extension Walk {
  /// What is known of the message, and what was said of it.
  static let messageFields: [FieldID] = [
    .message, .messageText, .messageCut, .messageParty, .messageOthers, .messageAmongWords,
    .messageSeen, .messageCandidates,
    .messageLike, .messageSymptom, .messageCode,
  ]

  /// Reads a pasted message and keeps what it is, what it names, and its redacted text, or of a long one the part that
  /// tells.
  ///
  /// - Parameter text: The text as it was pasted; an empty one means that there is no message.
  package mutating func read(_ text: String, with recogniser: Recogniser) {
    // Whoever had nothing of a text kept has not taken back what message it was.
    guard !text.isEmpty || hasText || answer(.message)?.source != .message else { return }
    guard text.contains(where: { !$0.isWhitespace }) else {
      give(
        Self.messageFields.map { ($0, $0 == .message ? Fact.unknown : nil) } + naming(nil)
      )
      return
    }
    guard text != answer(.messageText)?.value else { return }
    isTextUnseen = true
    let text = Redaction.untorn(text, at: Self.longestText)
    let recognition = recogniser.recognise(text, in: flow.edition)
    let like = recognition.isSure ? [] : recognition.likenesses
    let others = like.isEmpty ? recognition.others : []
    let kept = Self.excerpt(of: recognition, with: recogniser)
    let cut = recognition.redacted.count - kept.count
    give(
      [
        (.message, like.isEmpty ? recognition.matches.first?.id ?? Fact.unknown : Fact.unknown),
        (.messageText, kept), (.messageCut, cut > 0 ? "\(cut)" : nil),
        (.messageParty, recognition.values["organisationNumber"]),
        (.messageOthers, others.isEmpty ? nil : others.joined(separator: ",")),
        // Anything beside it leaves open who sees it, and when.
        (
          .messageAmongWords,
          recognition.matches.isEmpty || recognition.isAlone ? nil : Fact.yes
        ),
        (.messageSeen, nil),
        (.messageCandidates, like.isEmpty ? nil : like.joined(separator: ",")),
        (.messageLike, nil), (.messageCode, nil),
        // What comes from another Altinn is told of first; a symptom would be one of this.
        (
          .messageSymptom,
          [nil, flow.edition].contains(recognition.portalOfFields) ? nil : Fact.unknown
        ),
      ] + naming(recognition.values["organisationNumber"]),
      from: .message
    )
  }

  /// Says that nobody sees the message now, whatever it was pasted with.
  package mutating func tellIsOld() {
    guard let message = answer(.message), message.value != Fact.unknown else { return }
    give(
      [(.messageAmongWords, Fact.yes), (.messageSeen, MessageSeen.told)],
      from: .message
    )
  }

  /// Says that a message of the Altinn that has closed comes now, which shows how the program gets in.
  package mutating func tellComesNow() {
    give(ProgramWay.password.rawValue, to: .programWay, from: .message)
  }

  /// Whether a change of these answers makes it another message; a text that is only forgotten does not.
  func isOtherMessage(_ changed: [FieldID]) -> Bool {
    changed.contains { $0 == .message || $0 == .messageLike || $0 == .messageSymptom }
      || (changed.contains(.messageText) && answer(.messageText) != nil)
  }

  /// As many characters as are read of a message, wherever it comes from.
  private static var longestText: Int { 2 << 20 }

  /// What can be chosen in a field whose options another answer names.
  package func candidates(in source: FieldID) -> [Choice] {
    answers.stored.ids(in: source).map { Choice($0) }
  }

  /// The other messages that stand in the text, by their ids.
  package var otherMessages: [String] { answers.stored.ids(in: .messageOthers) }

  /// The number of the organisation that the message names, where it is sent for another one.
  package var otherParty: String? {
    answers.stored.namesAnotherParty ? answer(.messageParty)?.value : nil
  }

  /// The answer that says whom the message names; none where somebody has said who it is.
  private func naming(_ reportee: String?) -> [(field: FieldID, value: String?)] {
    guard answer(.reporteeName)?.source ?? .message == .message else { return [] }
    return [(.reporteeName, reportee)]
  }

  /// The answer that a message makes likely without telling it; `nil` where it makes none so.
  ///
  /// An organisation number names an organisation, but not always the one that is sent for.
  package func likelyAnswer(_ field: FieldID) -> String? {
    guard field == .reporteeKind, answer(.reporteeName)?.source == .message else { return nil }
    return ReporteeKind.organisation.rawValue
  }
}
