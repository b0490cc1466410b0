/// Where a person must be to see a fact; being there already makes the next inquiry cheaper.
package struct Vantage: Hashable, Sendable {
  package let name: String
  /// Seconds it takes to get there; a stated guess.
  package let effort: Double

  package init(_ name: String, effort: Double) {
    self.name = name
    self.effort = effort
  }

  /// What is known without looking.
  package static let anywhere = Vantage("anywhere", effort: 0)
}

/// What it takes to find out a fact.
///
/// The figures are stated guesses: seconds of the person's time, and how often people cannot tell.
package struct Inquiry: Equatable, Sendable {
  package let vantage: Vantage
  /// Seconds, once one is where it is seen.
  package let seconds: Double
  /// How likely it is that the person cannot tell, 0 to 1.
  package let unanswered: Double
  /// The fact that must be settled first.
  package let after: FieldID?

  package init(
    at vantage: Vantage,
    seconds: Double,
    unanswered: Double,
    after: FieldID? = nil
  ) {
    self.vantage = vantage
    self.seconds = seconds
    self.unanswered = unanswered
    self.after = after
  }
}

/// What a fact can be answered with.
package enum FactValues: Equatable, Sendable {
  case choices([Choice])
  /// An entry of a catalogue. Rules see only which class the entry belongs to; the last class holds
  /// all entries of which nothing is said.
  case entry(of: FactCatalogue, classes: [String])

  /// The words, where they are the portal's own.
  package var words: [String]? {
    guard case .choices(let choices) = self else { return nil }
    return choices.map(\.value)
  }

  /// What rules tell apart.
  package var classes: [String] {
    switch self {
    case .choices(let choices): choices.map(\.value)
    case .entry(_, let classes): classes
    }
  }
}

extension FactValues {
  /// The class of services that must be signed.
  package static let signedService = "signed"
  /// The class of all other services, also of those outside the catalogue.
  package static let unsignedService = "unsigned"
  /// The class of services that a person logs in to.
  package static let loggedInService = "logIn"
  /// The class of services that a system access sends alone.
  package static let accessService = "access"
  /// The class of all services of which nothing is certain.
  package static let anyService = "any"
}

/// A catalogue that a fact takes its value from.
package enum FactCatalogue: Sendable {
  case messages, services
}

/// One thing that can be known about a troubled submission.
package struct FactRule: Sendable {
  package let fact: FieldID
  package let values: FactValues
  /// When the fact has a meaning, given the others.
  ///
  /// An answer outside it is kept but does not count, and returns when the condition does.
  package let counts: Condition
  /// The menu path to where it is seen, by its id.
  package let menuPath: String?
  /// The points it is asked about under, the nearest first.
  package let points: [Point]
  /// What finding it out takes; `nil` for what is asked outside the order of questions.
  package let inquiry: Inquiry?
  /// A fault of which the answer chooses between repairs: once it is certain, this is asked next.
  package let choosesRepairOf: Fault?
  /// A cause outside the points of which the answer chooses between repairs, in the same way.
  package let choosesRepairOfCause: Cause?
  /// A fact that the question speaks of, asked for just before it where the message points that way or says
  /// nothing.
  package let about: FieldID?
  /// A fact of what a right is held for: while nobody has named that, nobody has seen whether it is held.
  package let heldFor: FieldID?
  /// For a fact of a catalogue, what else is true where the entry is of a class; it never overrides an answer.
  package let implies: [String: [FieldID: String]]
  /// Points of which a proven fault shows the fact, so that what comes after it need not wait.
  package let shownByFaultsOf: [Point]
  /// Values that a person can only believe, such as that a hidden password is right.
  ///
  /// What follows from one is likely at most.
  package let believed: [String]
  /// Values that nobody is taken to mean who has not said so.
  package let rare: [String]
  /// Facts of which some values give way to what this one implies, whether somebody said them or they follow
  /// from another answer; with those values.
  package let prevails: [FieldID: [String]]
  /// Facts of which it implies no more than what is likely, so that nothing is confirmed by that alone.
  package let guesses: Set<FieldID>
  /// Values that say nothing where what the question speaks of (``about``) was asked for in vain.
  package let idleWithoutSubject: [String]
  /// Whether it becomes otherwise by itself, such as the age of a code, so that whoever checks again is asked anew.
  package let passes: Bool
  /// What a caller is asked before it, since it decides who acts or what they see where it is looked up.
  package let firstInCall: [FieldID]

  package init(
    _ fact: FieldID,
    _ values: FactValues,
    counts: Condition = .always,
    menuPath: String? = nil,
    points: [Point] = [],
    inquiry: Inquiry? = nil,
    choosesRepairOf: Fault? = nil,
    choosesRepairOfCause: Cause? = nil,
    about: FieldID? = nil,
    heldFor: FieldID? = nil,
    implies: [String: [FieldID: String]] = [:],
    shownByFaultsOf: [Point] = [],
    believed: [String] = [],
    rare: [String] = [],
    prevails: [FieldID: [String]] = [:],
    guesses: Set<FieldID> = [],
    idleWithoutSubject: [String] = [],
    passes: Bool = false,
    firstInCall: [FieldID] = []
  ) {
    self.fact = fact
    self.values = values
    self.counts = counts
    self.menuPath = menuPath
    self.points = points
    self.inquiry = inquiry
    self.choosesRepairOf = choosesRepairOf
    self.choosesRepairOfCause = choosesRepairOfCause
    self.about = about
    self.heldFor = heldFor
    self.implies = implies
    self.shownByFaultsOf = shownByFaultsOf
    self.believed = believed
    self.rare = rare
    self.prevails = prevails
    self.guesses = guesses
    self.idleWithoutSubject = idleWithoutSubject
    self.passes = passes
    self.firstInCall = firstInCall
  }
}
