/// Reads what is requested, and how that goes, out of the answers that count.
package struct RequestAnswers {
  private let answer: (FieldID) -> String?
  /// Whether whoever asks does not know how the request stands: then it may have been sent.
  package let isStateUnknown: Bool

  package init(_ walk: Walk) {
    answer = walk.value
    isStateUnknown = walk.answer(Request.state)?.value == Fact.unknown
  }

  /// Whether the person grants the access, rather than asks for it.
  package var givesAccess: Bool {
    answer(Request.side) == Request.Side.gives.rawValue
      || answer(.reporteeKind) == ReporteeKind.oneself.rawValue
  }

  /// What is requested.
  package var requested: Request.What {
    answer(Request.what).flatMap(Request.What.init) ?? .service
  }

  /// To whom it is to be given.
  package var receiver: Request.Receiver {
    switch requested {
    case .clientRole: .person
    case .registration: .owner
    case .service, .role, .both: answer(Request.to).flatMap(Request.Receiver.init) ?? .person
    }
  }

  /// The state of the request; one of which nothing is said has only been written.
  package var state: Request.State {
    answer(Request.state).flatMap(Request.State.init) ?? .drafted
  }

  /// Whether somebody has yet to do something about the request.
  package var isOpen: Bool {
    givesAccess ? answer(Request.given) != Fact.yes : state.isOpen
  }
}
