/// What a caller is like; each has a cure among the acts (``TrainingAct``).
package enum Temper: String, CaseIterable, Codable, Sendable {
  /// Answers what is asked.
  case precise
  /// Does not read the message out before being asked once more.
  case vague
  /// Uses one word for several things; asked once more, says it plainly.
  case wrongWord
  /// Gets two digits of the number the wrong way round, until it is read back.
  case mishears
  /// Is sure of something that is not so, until asked to look.
  case believes
  /// Cannot get to a place where things are seen.
  case cannotSee
  /// Has little time, says so twice and then hangs up.
  case stressed
}

/// How a caller stands to a fact.
package enum Grasp: Equatable, Sendable {
  case knows
  /// Does not know it, and finds it when shown where.
  case canLook
  /// Somebody else must be asked.
  case cannot(Actor)
}

/// The person on the line: answers from the hidden world, and says so when they do not know.
package struct TrainingCaller: Equatable, Sendable {
  package let tempers: Set<Temper>
  /// The facts that the caller does not simply know.
  let grasps: [FieldID: Grasp]
  /// What is said unclearly the first time.
  let unclear: Set<FieldID>
  /// The one thing that the caller is wrong about.
  let belief: [FieldID: String]
  /// How many seconds the caller has; `nil` for one who is in no hurry.
  package internal(set) var patience: Int?

  func grasp(of fact: FieldID) -> Grasp { grasps[fact] ?? .knows }

  /// The seconds that somebody in a hurry has for what the best way takes so many: time for a detour or two.
  static func patience(for seconds: Double) -> Int { Int(seconds * 1.7) + 180 }
}
