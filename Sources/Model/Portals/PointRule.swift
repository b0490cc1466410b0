/// One point of a portal: what makes it fail, and what else is to be said of it.
///
/// Conditions are held against a world in which every fact has a value. A point fails by any of its
/// faults; else the grounds that hold decide, *blocked* before *not applicable* before *ok*.
package struct PointRule: Sendable {
  package let point: Point
  package let faults: [FaultRule]
  package let grounds: [GroundRule]
  /// A fact to ask for before a message alone may make the point fail, since it can clear the point.
  package let awaits: FieldID?
  /// What it is when a message names the point and the point has no part in the submission: a trouble of
  /// its own, outside the points.
  package let aside: Cause?
  /// Whether it counts only for what is to be mended: while it is open nothing else waits for it.
  package let isForRepair: Bool
  /// What the point is about that is still to be done, though nothing of it is wrong.
  package let pending: PendingRule?

  package init(
    _ point: Point,
    faults: [FaultRule],
    grounds: [GroundRule],
    awaits: FieldID? = nil,
    aside: Cause? = nil,
    isForRepair: Bool = false,
    pending: PendingRule? = nil
  ) {
    self.point = point
    self.faults = faults
    self.grounds = grounds
    self.awaits = awaits
    self.aside = aside
    self.isForRepair = isForRepair
    self.pending = pending
  }

  /// The conditions of all its rules.
  var conditions: [Condition] { faults.map(\.when) + grounds.map(\.when) }
}

/// When a fault is present.
///
/// It is listed whether or not another fault hides it, so that it is given as a reason as soon as the
/// fact behind it is known.
package struct FaultRule: Sendable {
  package let fault: Fault
  package let when: Condition
  /// The fact that shows the fault most directly.
  package let shownBy: FieldID
  /// How likely the fault is before anything is known, 0 to 1; a stated guess.
  package let prior: Double
  /// When a message that shows it may speak of something else than what the facts are of, so that it confirms nothing.
  package let ofAnother: Condition
  /// When an answer that shows it may be of something else than what fails, so that it confirms nothing.
  package let doubted: Condition

  package init(
    _ fault: Fault,
    when: Condition,
    _ shownBy: FieldID,
    _ prior: Double,
    ofAnother: Condition = .not(.always),
    doubted: Condition = .not(.always)
  ) {
    self.fault = fault
    self.when = when
    self.shownBy = shownBy
    self.prior = prior
    self.ofAnother = ofAnother
    self.doubted = doubted
  }

  /// Whether a message may speak of something else, by what is known alone.
  func isOfAnother(by known: Facts) -> Bool {
    ofAnother.holds(in: ConditionView(onlyKnown: known)) == true
  }

  /// Whether an answer may be of something else, by what is known alone.
  func isDoubted(by known: Facts) -> Bool {
    isOfAnother(by: known) || doubted.holds(in: ConditionView(onlyKnown: known)) == true
  }
}

/// When there is a ground for not failing, and what it makes of the point.
package struct GroundRule: Sendable {
  package let ground: Ground
  package let gives: PointState
  package let when: Condition

  package init(_ ground: Ground, gives: PointState = .ok, when: Condition) {
    self.ground = ground
    self.gives = gives
    self.when = when
  }
}

/// What is still to be done where no fault is.
package struct PendingRule: Sendable {
  /// What it is, outside the points.
  package let cause: Cause
  /// When it is there, by what is known alone.
  package let when: Condition
  /// The points it explains a message about: while it is to be done nobody else is blamed for that.
  package let explains: [Point]

  package init(_ cause: Cause, when: Condition, explains: [Point]) {
    self.cause = cause
    self.when = when
    self.explains = explains
  }

  func isThere(by facts: Facts) -> Bool { when.holds(in: ConditionView(onlyKnown: facts)) == true }
}
