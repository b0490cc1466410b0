package import Model
import SafeText

/// A question as an agent puts it to a caller on the phone.
package struct SpokenText: Sendable {
  package let field: Field
  /// In the language that is read aloud, which need not be the agent's own.
  let wording: Wording

  package init(_ field: Field, _ wording: Wording) {
    self.field = field
    self.wording = wording
  }

  /// The sentence to read aloud, between quotation marks.
  package var say: String { wording.quoted(wording(field.id.sayKey)) }

  /// What to listen for: each answer with its key and what callers say who mean it.
  package var heard: [(value: String, key: String, phrases: [String])] {
    var digit = 0
    return field.heardValues.map { value in
      digit += 1
      let isLetter = [Fact.yes, Fact.no, Fact.unknown].contains(value)
      let key = isLetter ? wording("letter.\(value)") : "\(digit)"
      return (value, key, lines(field.id.listenKey(value)))
    }
  }

  /// How the caller finds out, a step at a time.
  package var unsure: [String] { lines(field.id.unsureKey) }

  /// Who else can know.
  package var whoKnows: String { wording(field.id.whoKnowsKey) }

  private func lines(_ key: String) -> [String] {
    wording(key).split(separator: "\n").map(String.init)
  }
}

extension Wording {
  /// What is said, between the quotation marks of the language.
  package func quoted(_ text: String) -> String { self("desk.quoted", ["text": text]) }

  /// What a question is about, in a word or two.
  package func brief(_ field: FieldID) -> String { self(field.briefKey) }

  /// The conclusion to read aloud: what is wrong, and what is done first by whom; `nil` while nothing is known.
  ///
  /// - Parameter fits: Whether there is room for it. Who acts is left out first, then what is wrong; both stand
  ///   below what is said.
  package func spokenConclusion(_ walk: Walk, fits: (String) -> Bool = { _ in true }) -> String? {
    guard let wrong = firstCause(walk) else { return nil }
    guard let action = walk.repairs.first?.actions.first else { return quoted(wrong) }
    let act = ActionText(action, walk, self)
    let full = wrong.hasSuffix(".") || wrong.hasSuffix(":") ? wrong : wrong + "."
    let who = act.who.trimmingPrefix { $0.isWhitespace }
    let shortest = quoted("\(act.title).")
    return [quoted("\(full) \(act.title). \(who)"), quoted("\(full) \(act.title).")].first(
      where: fits
    )
      ?? shortest
  }

  /// What is wrong, in one line: the first fault that is told apart, else where it is; `nil` while nothing is
  /// known.
  package func firstCause(_ walk: Walk) -> String? {
    let diagnosis = walk.diagnosis
    if let verdict = diagnosis.verdicts.first(where: { $0.state == .failing }) {
      return verdict.reasons.isEmpty
        ? self(verdict.point.titleKey) : PointsText(walk, self).reasons(verdict).first
    }
    return diagnosis.conclusion.causes.first.map { self($0.titleKey) }
  }

  /// An organisation number as it is read aloud, in groups of three; any other text as it is.
  package func grouped(_ party: String) -> String {
    guard party.count == 9, party.allSatisfy(\.isNumber) else { return party }
    return stride(from: 0, to: 9, by: 3).map { start in
      String(party.dropFirst(start).prefix(3))
    }.joined(separator: " ")
  }
}
