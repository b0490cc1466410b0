/// What was answered in a case until somebody had acted and it was taken up again.
package struct Round: Hashable, Codable, Sendable {
  /// The day it was left; the store fills it in.
  package var closed: Day?
  /// The answers in the order they were given, at most one for each field.
  package var answers: [StoredAnswer]

  package init(closed: Day? = nil, answers: [StoredAnswer]) {
    self.closed = closed
    self.answers = answers
  }

  /// The round as a store may keep it: every text cleaned, and one answer for each field.
  func storable(_ clean: (String, FieldID?) -> String) -> Round {
    var kept: [StoredAnswer] = []
    for stored in answers {
      let answer = Answer(clean(stored.answer.value, stored.field), source: stored.answer.source)
      let answered = StoredAnswer(field: stored.field, answer: answer)
      guard !kept.contains(answered) else { continue }
      kept.removeAll { $0.field == stored.field }
      kept.append(answered)
    }
    return Round(closed: closed, answers: kept)
  }
}

extension CaseDraft {
  /// Keeps what is answered now as a round of its own, unless the last round is the same.
  package mutating func beginRound() {
    guard !answers.isEmpty, answers != rounds.last?.answers else { return }
    rounds.append(Round(answers: answers))
  }

  /// The draft as it follows what a store holds: no round is lost or changed, and taking up a closed case
  /// again begins a new one.
  ///
  /// - Parameter today: The day that rounds left now were left.
  package func following(_ before: CaseDraft, on today: Day?) -> CaseDraft {
    var result = self
    var added = rounds(notIn: before)
    if before.status == .closed, status != .closed, added.isEmpty {
      var last = before
      last.beginRound()
      added = last.rounds.dropFirst(before.rounds.count)
    }
    result.rounds =
      before.rounds + added.map { Round(closed: $0.closed ?? today, answers: $0.answers) }
    return result
  }

  /// The rounds after those that a store holds already.
  ///
  /// The store may hold more than the draft knows of: one that it began itself.
  private func rounds(notIn before: CaseDraft) -> ArraySlice<Round> {
    var kept = before.rounds[...]
    for (index, round) in rounds.enumerated() {
      guard let place = kept.firstIndex(where: { $0.answers == round.answers }) else {
        return rounds[index...]
      }
      kept = kept[(place + 1)...]
    }
    return []
  }
}
