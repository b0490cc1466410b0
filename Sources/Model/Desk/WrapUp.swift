/// How a call is about to be ended: filled in from what it came to, so that one key is enough.
package struct WrapUp: Equatable, Sendable {
  package private(set) var result: DeskResult
  package private(set) var confirmed: Confirmation
  /// Whom the case waits for and until when; only where the result waits.
  package private(set) var promise: Promise
  /// What is wrong with what Veiviser said.
  package var flag: DeskFlag?
  /// Whether there is something to tell whoever is written to.
  package let hasAdvice: Bool
  /// Who acts first, as far as it is known; where nothing is found, who can find it out.
  private let actor: Actor?
  private let today: Day?
  private let role: CallerRole?

  /// Days until somebody looks again whether another has acted.
  private static let patience = 4

  /// Fills in what follows from a call.
  ///
  /// - Parameters:
  ///   - role: What the caller is to the party that sends, where that is known.
  ///   - knowers: Who can find out a fact that the caller does not know.
  package init(
    of walk: Walk,
    role: CallerRole?,
    on today: Day?,
    knowers: [FieldID: Actor] = [:]
  ) {
    let action = walk.advice.actions.first
    let isFound = !walk.diagnosis.conclusion.causes.isEmpty
    actor =
      isFound
      ? action.map(walk.diagnosis.actor) : Self.knower(of: walk, role, among: knowers)
    hasAdvice = isFound || actor != nil
    self.today = today
    self.role = role
    confirmed = .no
    promise = Promise()
    result = .notFound
    choose(Self.result(of: walk, by: actor, role))
  }

  private static func result(of walk: Walk, by actor: Actor?, _ role: CallerRole?) -> DeskResult {
    let canManage = role == .leader || walk.value(.systemOwner) == Owner.sender.rawValue
    let causes = walk.diagnosis.conclusion.causes
    // Where nothing is found nobody is known to have to do anything, also where somebody can find it out.
    guard let actor, !causes.isEmpty, causes != [.unknown] else { return .notFound }
    switch actor {
    case .vendor: return .vendor
    case .serviceOwner: return .serviceOwner
    case .sender: return .solvedUnconfirmed
    // Whoever has the ID is not known to be somebody else than the caller, unless that was told.
    case .ownerManager:
      return role == nil || canManage || role == .person ? .solvedUnconfirmed : .othersMust
    default: return role == .leader ? .solvedUnconfirmed : .othersMust
    }
  }

  /// Somebody else than the caller who can find out something that the caller did not know.
  private static func knower(
    of walk: Walk,
    _ role: CallerRole?,
    among knowers: [FieldID: Actor]
  ) -> Actor? {
    let portal = walk.flow.edition.portal
    let asked = walk.answered.map(\.field.id).filter {
      walk.counts($0) && walk.answer($0)?.value == Fact.unknown
    }
    return asked.compactMap { knowers[$0] }.map { portal.actor($0, in: walk.facts) }
      .first { actor in
        // Whoever leads can look for themselves.
        actor != .sender && (role != .leader || Actor.turnedTo.contains(actor))
      }
  }

  /// Takes another result; whom it waits for is filled in, but never how it is known that it works: that is only
  /// what somebody has said.
  package mutating func choose(_ new: DeskResult) {
    result = new
    promise =
      new.waits ? Promise(by: by(new), due: today?.workday(after: Self.patience)) : Promise()
    switch new {
    case .solvedConfirmed: break
    case .solvedUnconfirmed: if confirmed == .seen { confirmed = .no }
    default: confirmed = .no
    }
  }

  /// Says how it is known that it works: what somebody saw go through is solved and confirmed, what was only told
  /// is solved.
  package mutating func confirm(_ new: Confirmation) {
    switch new {
    case .seen: choose(.solvedConfirmed)
    case .told: choose(.solvedUnconfirmed)
    case .no: if result == .solvedConfirmed { choose(.solvedUnconfirmed) }
    }
    confirmed = new
  }

  /// Whether the call can be ended so.
  package var isKnown: Bool { result.isKnown(by: confirmed) }

  /// Moves the day that somebody looks again, by working days.
  ///
  /// - Parameter isOpen: Whether the call goes on, so that it can be later the same day; a case that is closed
  ///   is looked at again tomorrow at the earliest.
  package mutating func postpone(by days: Int, isOpen: Bool = false) {
    guard let today, let due = promise.due else { return }
    promise.due = due.moved(byWorkdays: days, notBefore: today.number + (isOpen ? 0 : 1), today)
  }

  /// Says whom the case waits for or until when; what is not said stays as it is, and a result that waits for nobody
  /// takes neither.
  package mutating func promise(_ new: Promise) {
    guard result.waits else { return }
    promise = Promise(by: new.by ?? promise.by, due: new.due ?? promise.due)
  }

  private func by(_ result: DeskResult) -> Actor? {
    switch result {
    case .vendor: .vendor
    case .serviceOwner: .serviceOwner
    default: actor
    }
  }

  /// The end of the call, as it is kept.
  package func closing(of walk: Walk, secondsToVerdict: Int?, seconds: Int) -> Closing {
    Closing(
      CallOutcome(
        of: walk,
        result: result,
        confirmed: confirmed,
        flag: flag,
        secondsToVerdict: secondsToVerdict,
        seconds: seconds
      ),
      Likeness(of: walk, role: role),
      promise: promise
    )
  }
}
