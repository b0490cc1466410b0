/// One more thing that was done in training, and is to be kept.
///
/// It says what was done, not how all stands afterwards, so that whoever keeps it writes over nothing that somebody
/// else has kept meanwhile.
package enum TrainingChange: Equatable, Sendable {
  /// A call was played to its end.
  case attempt(TrainingRecord.Attempt)
  /// A call has come so far.
  case call(ScenarioID, [TrainingAct])
  /// Somebody has sat down in a class.
  case seat(TrainingRecord.Seat)
  /// Somebody has said what they mean to do next time.
  case intent(String)

  /// The call it is of, with all that was done in it; `nil` where it is of none.
  package var played: (scenario: ScenarioID, acts: [TrainingAct])? {
    switch self {
    case .attempt(let attempt): (attempt.scenario, attempt.acts)
    case .call(let id, let acts): (id, acts)
    case .seat, .intent: nil
    }
  }

  /// Whether it goes on from where another has come in the same call.
  package func goesOn(from other: TrainingChange) -> Bool {
    guard let (scenario, acts) = played, let (before, begun) = other.played else { return false }
    return scenario == before && acts.starts(with: begun)
  }
}

extension TrainingRecord {
  /// Takes in what was done.
  package mutating func take(_ change: TrainingChange) {
    switch change {
    case .attempt(let attempt): add(attempt)
    case .call(let id, let acts): keep(id, acts)
    case .seat(let seat): self.seat = seat
    case .intent(let text): intend(text)
    }
  }
}
