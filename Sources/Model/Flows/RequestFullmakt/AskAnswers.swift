/// Reads what is asked for in Altinn 3, and how that goes, out of the answers that count.
package struct AskAnswers {
  private let answer: (FieldID) -> String?
  /// Whether whoever asks does not know how the request stands: then it may have been sent.
  package let isStateUnknown: Bool

  package init(_ walk: Walk) {
    answer = walk.value
    isStateUnknown = walk.answer(Ask.state)?.value == Fact.unknown
  }

  /// Whether the person gives the fullmakt, to somebody else or as Hovedadministrator to themselves.
  package var gives: Bool { answer(Ask.side) == Ask.Side.gives.rawValue || givesOneself }

  private var givesOneself: Bool { answer(Ask.isMain) == Fact.yes }

  /// What is asked for; a client package goes the way of client packages, however it was chosen.
  package var what: Ask.What {
    let what = answer(Ask.what).flatMap(Ask.What.init) ?? .service
    return what == .package && answer(Ask.package).flatMap(Ask.ClientPackage.init) != nil
      ? .clientPackage : what
  }

  /// The id of the package that is asked for, where it is in the catalogue.
  package var package: String? {
    answer(Ask.clientPackage) ?? answer(Ask.package).flatMap { $0 == Fact.otherService ? nil : $0 }
  }

  /// Whether a system access sends it alone, and nobody looks at the sender.
  package var isSentAlone: Bool { acts == .nothing }

  /// What whoever sends does themselves; `nil` while nobody has said.
  package var acts: SenderActs? { answer(.senderActs).flatMap(SenderActs.init) }

  /// Whether it lets a firm add the party, as a client, to the system access that sends.
  package var addsClient: Bool { isSentAlone && answer(Ask.lacking) == Ask.Lacking.firm.rawValue }

  /// Whether it helps nobody as far as is told: a system access sends alone, and it is for somebody at whom nobody
  /// looks then.
  package var helpsNobody: Bool {
    let others = [Ask.Lacking.approver, .firm].map(\.rawValue)
    let isForOther = answer(Ask.lacking).map(others.contains) ?? false
    return isSentAlone && !isForOther && receiver == .person
  }

  /// To whom it is to be given.
  package var receiver: Ask.Receiver {
    switch what {
    case .clientPackage: return .person
    case .registration: return .firm
    case .service, .package: break
    }
    // Hovedadministrator goes to persons only (R5).
    guard package != AccessPackage.mainAdministrator else { return .person }
    return answer(Ask.to).flatMap(Ask.Receiver.init) ?? .person
  }

  /// The state of the request; one of which nothing is said has only been written.
  package var state: Ask.State { answer(Ask.state).flatMap(Ask.State.init) ?? .draft }

  /// Whether it has been said that what is given has been given.
  package var isGiven: Bool { answer(Ask.given) == Fact.yes }
}
