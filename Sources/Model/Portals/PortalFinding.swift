/// Something wrong with a row of a portal, or with what the catalogues say in its name.
package enum PortalFinding: Hashable, Sendable {
  case duplicateFact(FieldID)
  case duplicatePoint(Point)
  case duplicateReason(String)
  case duplicateActor(Actor)
  /// The message is no fact that takes its value from the messages.
  case noMessageFact(FieldID)
  /// A row speaks of a fact that the portal does not have.
  case unknownFact(FieldID, in: String)
  /// A row speaks of a point that the portal does not have.
  case unknownPoint(Point, in: String)
  /// A row speaks of a fault that the portal does not have.
  case unknownFault(Fault, in: String)
  /// A row speaks of a cause outside the points that there is none of.
  case unknownCause(Cause, in: String)
  /// A row speaks of an actor that the portal does not have.
  case unknownActor(Actor, in: String)
  /// A row names a value that its fact cannot have.
  case unknownValue(FieldID, String, in: String)
  /// A fact with fewer than two values, or with one twice.
  case badValues(FieldID)
  /// A fact that no question in order, no repair and no message leads to.
  case neverAsked(FieldID)
  /// A fact that no rule and no action reads.
  case neverRead(FieldID)
  /// Facts that each must be settled before the other.
  case askedInCircle(FieldID)
  /// A condition about the walk, where only facts can be judged.
  case notAboutFacts(in: String)
  /// A fault or ground that holds in no world.
  case neverHolds(String)
  /// A ground that never speaks alone: wherever it holds, the point fails or another decides.
  case neverDecides(Ground)
  /// A point that is neither failing nor anything else in some world.
  case groundless(Point)
  /// A fault that no action answers.
  case noRepair(Fault)
  /// A probability or a time outside its range.
  case badFigure(String)
  /// A message proves faults of points that share no fact.
  case scatteredEvidence(String)
  /// The group that decides the point has too many values, reasons or worlds to compute with.
  case tooLarge(Point)
  /// A language has no words for a row.
  case noWords(Language, String)
}

extension PortalFinding: CustomStringConvertible {
  package var description: String {
    switch self {
    case .duplicateFact(let fact): "the fact \(fact) stands twice"
    case .duplicatePoint(let point): "the point \(point) stands twice"
    case .duplicateReason(let reason): "the reason \(reason) stands twice"
    case .duplicateActor(let actor): "the actor \(actor) stands twice"
    case .noMessageFact(let fact): "\(fact) is no fact that holds a message"
    case .unknownFact(let fact, let row): "\(row): no fact \(fact)"
    case .unknownPoint(let point, let row): "\(row): no point \(point)"
    case .unknownFault(let fault, let row): "\(row): no fault \(fault)"
    case .unknownCause(let cause, let row): "\(row): no cause \(cause)"
    case .unknownActor(let actor, let row): "\(row): no actor \(actor)"
    case .unknownValue(let fact, let value, let row): "\(row): \(fact) cannot be \(value)"
    case .badValues(let fact): "\(fact): fewer than two values, or one twice"
    case .neverAsked(let fact): "\(fact): nothing leads to the question"
    case .neverRead(let fact): "\(fact): no rule and no action reads it"
    case .askedInCircle(let fact): "\(fact): waits for a fact that waits for it"
    case .notAboutFacts(let row): "\(row): a condition that is not about facts"
    case .neverHolds(let reason): "\(reason): holds in no world"
    case .neverDecides(let ground): "\(ground): never decides how its point stands"
    case .groundless(let point): "\(point): in some world nothing is said of it"
    case .noRepair(let fault): "\(fault): no action answers it"
    case .badFigure(let row): "\(row): a figure outside its range"
    case .scatteredEvidence(let message): "\(message): proves faults of points that share no fact"
    case .tooLarge(let point): "\(point): the facts that decide it are too many"
    case .noWords(let language, let key): "\(language.rawValue): no words for \(key)"
    }
  }
}
