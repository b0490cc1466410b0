/// From entries of the catalogue to what a text is, and may be.
extension Recogniser {
  func match(_ message: Message, _ basis: Recognition.Match.Basis) -> Recognition.Match {
    Recognition.Match(id: message.id, causes: message.causes, basis: basis)
  }

  func ranking(_ findings: [Finding]) -> [Cause] {
    let specific = findings.filter { !messages[$0.entry].isWrapper }
    var ranking: [Cause] = []
    for finding in specific.isEmpty ? findings : specific {
      for cause in messages[finding.entry].causes
      where cause != .unknown && !ranking.contains(cause) {
        ranking.append(cause)
      }
    }
    return ranking.isEmpty ? [.unknown] : ranking
  }

  /// The whole messages beside the first one that say something else than it does.
  func others(_ findings: [Finding]) -> [String] {
    guard let first = findings.first.map({ messages[$0.entry] }) else { return [] }
    return findings.dropFirst().filter { $0.basis == .text }.map { messages[$0.entry] }
      .filter { !$0.isWrapper && $0.stem != first.stem && $0.causes != [.unknown] }.map(\.id)
  }

  /// Whether the first finding leaves no doubt which message the text is: of one that is cut off, what is missing may
  /// say otherwise.
  func isSure(_ findings: [Finding]) -> Bool {
    guard let first = findings.first, messages[first.entry].causes != [.unknown],
      !messages[first.entry].isWrapper
    else { return false }
    return first.basis != .part
  }

  /// What the text may be about: what was found to the letter, what is only spoken of, and where that leaves doubt,
  /// what it is like.
  func candidates(
    _ findings: [Finding],
    told: [Finding],
    isSure: Bool,
    _ text: MatchText,
    _ portal: PortalEdition?
  ) -> [Recognition.Candidate] {
    let parts = findings.count { $0.basis == .part }
    var candidates = findings.enumerated().map { place, finding in
      let message = messages[finding.entry]
      let score =
        switch finding.basis {
        case _ where message.isWrapper || message.causes == [.unknown]: 0.5
        case .text: place == 0 ? 0.98 : 0.6
        case .part: 0.9 / Double(parts)
        // A number of one or two digits is many a program's.
        case .code: message.codes.contains { $0.count < 3 } ? 0.5 : 0.9
        }
      return Recognition.Candidate(id: message.id, score: score, how: .init(finding.basis))
    }
    for finding in told where !candidates.contains(where: { $0.id == messages[finding.entry].id }) {
      candidates.append(.init(id: messages[finding.entry].id, score: 0.5, how: .similar))
    }
    if !isSure {
      // What stands there to the letter is nearly always the message, cut off.
      let left = parts > 0 ? 0.1 : 1
      for guess in hearing.value.guesses(text, in: portal) {
        let id = messages[guess.entry].id
        // What was cut off may be the likelier of two by what else stands about it.
        if let place = candidates.firstIndex(where: { $0.id == id }) {
          let old = candidates[place]
          candidates[place] = .init(id: id, score: max(old.score, guess.score), how: old.how)
        } else {
          candidates.append(.init(id: id, score: guess.score * left, how: .similar))
        }
      }
    }
    let best = candidates.enumerated().sorted {
      ($0.element.score, $1.offset) > ($1.element.score, $0.offset)
    }
    return best.prefix(3).map(\.element)
  }

  /// What the first message proves, if the text leaves no doubt that it is that message.
  func evidence(_ findings: [Finding]) -> [Fault] {
    guard let first = findings.first, first.basis == .text else { return [] }
    let message = messages[first.entry]
    // What counts only beside something else is proven by no text, nor is anything by what others write too.
    return message.given.isEmpty && !message.isCommon ? message.evidence : []
  }
}
