extension TrainingRecord.Attempt {
  /// The call as it was, played again from what was done; `nil` where the exercise is not what it was.
  ///
  /// What was broken off, or goes on after its end, was never an attempt, and gives `nil` too.
  package func replayed(in room: TrainingRoom) -> TrainingCall? {
    guard acts.allSatisfy(room.knows), let drawn = room.draw.scenario(scenario) else { return nil }
    let call = TrainingCall(drawn, playing: acts, in: room)
    return call.isOver && call.acts == acts ? call : nil
  }

  /// The attempt, worth no more than what was done in it is by rule; one of which that is not kept stays as it is told.
  ///
  /// So does one of another version of the exercises, which nobody can play again.
  func scored(_ room: (PortalEdition) -> TrainingRoom?) -> TrainingRecord.Attempt {
    guard isSeen, scenario.isCurrent else { return self }
    guard let room = room(scenario.edition), let call = replayed(in: room) else {
      return worth(0, isPassed: false)
    }
    let score = TrainingScore(call, best: Debrief.best(for: call, in: room), in: room)
    return worth(min(sum, score.sum), isPassed: isPassed && score.isPassed)
  }

  private func worth(_ sum: Int, isPassed: Bool) -> TrainingRecord.Attempt {
    TrainingRecord.Attempt(scenario, on: day, sum: sum, isPassed: isPassed, of: faults, acts: acts)
  }
}
