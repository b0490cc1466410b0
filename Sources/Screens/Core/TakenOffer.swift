package import Wording
package import Model

/// What it leads to that the person took an offer of a step, in every front end.
package enum TakenOffer: Equatable, Sendable {
  /// To another step of the same case.
  case goesOn
  /// To a task, with what is known filled in.
  case begins(CaseDraft)
  /// Another page of what the step says.
  case shows(ConclusionPart)
  /// Text for a clipboard.
  case copies(String)
  /// Text for a file of this name.
  case writes(name: String, text: String)
  /// A mail for a file of this name.
  case mails(name: String, Mail)
  /// The case is over, and is to be kept as this; a task then leads back to the case it was begun from.
  case ends(CaseDraft, origin: CaseID?)
}

extension Wording {
  /// Asks the same in the other Altinn.
  ///
  /// - Returns: Whether that Altinn has such a flow.
  @discardableResult
  package func changePortal(of walk: inout Walk) -> Bool {
    guard let flow = walk.flow.counterpart else { return false }
    walk.change(to: flow, engine: content.engine(of: flow.edition))
    return true
  }

  /// Takes an offer of the step the walk is at.
  ///
  /// - Parameter number: The number of the case, if it is stored.
  package func take(_ choice: WalkChoice, in walk: inout Walk, number: CaseID?) -> TakenOffer {
    switch choice {
    case .task(let task):
      if let draft = CaseDraft(for: task, from: walk, numbered: number) { return .begins(draft) }
    case .part(let part): return .shows(part)
    case .copyLetter: return .copies(LetterText(walk, self).text)
    case .saveLetter:
      return .writes(
        name: LetterText.fileName(number, ending: "txt"),
        text: LetterText(walk, self).text
      )
    case .saveMail:
      return .mails(name: LetterText.fileName(number, ending: "eml"), mail(walk))
    case .portal:
      // Whoever goes on with an old message does not see it now.
      if walk.flow.edition == .current { walk.tellIsOld() }
      _ = changePortal(of: &walk)
      return .goesOn
    // What comes now is not asked about in an Altinn that has closed.
    case .comesNow where walk.flow.edition != .current: _ = changePortal(of: &walk)
    default: break
    }
    guard let status = walk.take(choice) else { return .goesOn }
    var content = draft(walk)
    content.status = status
    return .ends(content, origin: walk.originCase)
  }
}
