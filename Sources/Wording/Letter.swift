import Model

/// A letter to the one who can give what is requested, or tell the register: what, to whom, why, how, by when.
struct Letter {
  /// Who it is to: a name, or who can do it.
  let greeted: String
  let subject: String
  /// What the reader must know before all else.
  let notice: String?
  let why: String
  /// Whether that says that something has stopped; whoever asks for what they will need claims nothing of the kind.
  let stops: Bool
  let please: String
  /// What is to be given, to whom and for whom.
  let facts: [String]
  /// What the receiver can do once it is given.
  let allows: String
  /// What the reader does, in order.
  let steps: [String]
  /// Whether it asks for a notice to the register, which is not given in Altinn.
  let isNotice: Bool
  let by: Day?
  /// Who can do it, if the reader cannot; nothing where nobody else can.
  let forwarded: String?
  let writer: LetterWriter

  /// The letter below its subject, line by line.
  func body(_ wording: Wording, in portal: PortalEdition) -> [String] {
    let values = ["by": by.map { wording.text($0) } ?? ""]
    let place = isNotice ? "register" : portal.rawValue
    var lines = [wording("letter.to", ["who": greeted]), ""]
    if let notice { lines += [notice, ""] }
    lines += [why.capitalisedFirst, please]
    let when = by == nil ? (stops ? ["letter.stops"] : []) + ["letter.soon"] : ["letter.by"]
    lines += [when.map { wording($0, values) }.joined(separator: " "), ""]
    lines += facts.map { "- " + $0 }
    lines += ["", allows, "", wording("letter.how.\(place)")]
    lines += steps.enumerated().map { "\($0 + 1). " + $1 }
    lines += ["", writer.tell(wording)]
    if let forwarded { lines.append(wording("letter.forward", ["who": forwarded])) }
    return lines + [""] + writer.signature(wording)
  }
}

/// What a letter calls the party: whole once, where it says why, and then by a word.
struct LetterParty {
  /// The values of the texts of a letter that name it.
  let values: [String: String]

  init(_ walk: Walk, named name: String?, _ wording: Wording) {
    let whole = wording.reportee(walk, named: name)
    let word = wording("letter.party.\(walk.reporteeKind.rawValue)")
    let number = name.flatMap { try? OrganisationNumber(checking: $0) }
    let isNamed = name?.isEmpty == false && number == nil
    values = [
      "reportee": whole,
      "name": number.map { wording("letter.fact.number", ["number": $0.formatted]) } ?? whole,
      // A name is no longer than the word, and says more to somebody who is only greeted.
      "whom": isNamed ? whole : word,
      "party": word,
    ]
  }
}

/// Who writes a letter, as far as they have said.
struct LetterWriter {
  let name: String?
  let firm: String?
  let phone: String?

  init(_ walk: Walk) {
    name = walk.line(Writer.name)
    firm = walk.line(Writer.firm)
    phone = walk.line(Writer.phone)
  }

  /// Whom to tell when it is done.
  func tell(_ wording: Wording) -> String {
    phone.map { wording("letter.tellBy", ["phone": $0]) } ?? wording("letter.tell")
  }

  /// Who writes; where nobody has said, that the name is to be written there before it is sent.
  func signature(_ wording: Wording) -> [String] {
    let signed = name ?? (firm == nil ? wording("letter.unsigned") : nil)
    return [wording("letter.regards")] + [signed, firm, phone].compactMap(\.self)
  }
}

extension Wording {
  /// The letter of a request, in the words of its portal.
  func letter(_ walk: Walk) -> Letter {
    switch walk.flow.edition {
    case .altinn2: AccessLetter(walk, self).letter
    case .altinn3 where walk.flow.ending == .request: FullmaktLetter(walk, self).letter
    case .altinn3: ApprovalLetter(walk, self).letter
    }
  }
}

extension Wording {
  /// The day by which something is needed; `nil` for one that has passed since it was given.
  func deadline(_ field: FieldID, of walk: Walk) -> Day? {
    guard let day = walk.value(field).flatMap({ Day($0) }) else { return nil }
    return today.map { day < $0 } == true ? nil : day
  }
}

extension Walk {
  /// What is written in a line that counts; `nil` where it is empty.
  func line(_ field: FieldID) -> String? { value(field).flatMap { $0.isEmpty ? nil : $0 } }
}
