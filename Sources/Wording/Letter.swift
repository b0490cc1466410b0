import Model

/// A letter to the one who can give what is requested: what, to whom, why, where in Altinn, by when.
struct Letter {
  /// Who it is to: a name, or who can do it.
  let greeted: String
  let subject: String
  /// What the reader must know before all else.
  let notice: String?
  let why: String
  let please: String
  /// What is to be given, to whom and for whom.
  let facts: [String]
  /// What the reader does, in order.
  let steps: [String]
  let by: Day?
  /// Who can do it, if the reader cannot.
  let forwarded: String
  /// Who writes, where that is known.
  let from: String?

  /// The whole letter, line by line.
  func lines(_ wording: Wording) -> [String] {
    let by = self.by.map { ["by": wording.text($0)] }
    let facts = self.facts + [by.map { wording("letter.fact.by", $0) }].compactMap(\.self)
    return [wording("letter.to", ["who": greeted]), "", subject, ""]
      + (notice.map { [$0, ""] } ?? [])
      + [why.capitalisedFirst, please, ""] + facts.map { "- " + $0 }
      + ["", wording("letter.how")] + steps.enumerated().map { "\($0 + 1). " + $1 }
      + ["", by.map { wording("letter.by", $0) } ?? wording("letter.tell")]
      + [wording("letter.forward", ["who": forwarded]), "", wording("letter.regards")]
      + [from].compactMap(\.self)
  }
}

extension Wording {
  /// The letter of a request, in the words of its portal.
  func letter(_ walk: Walk) -> Letter {
    switch walk.flow.edition {
    case .altinn2: AccessLetter(walk, self).letter
    case .altinn3: FullmaktLetter(walk, self).letter
    }
  }
}

extension Walk {
  /// What is written in a line that counts; `nil` where it is empty.
  func line(_ field: FieldID) -> String? { value(field).flatMap { $0.isEmpty ? nil : $0 } }
}
