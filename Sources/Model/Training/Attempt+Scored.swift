extension TrainingRecord.Attempt {
  /// The attempt, worth no more than what was done in it is by rule; one of which that is not kept stays as it is told.
  func scored(_ room: (PortalEdition) -> TrainingRoom?) -> TrainingRecord.Attempt {
    guard !acts.isEmpty else { return self }
    guard let room = room(scenario.edition), let drawn = room.draw.scenario(scenario),
      acts.allSatisfy(room.knows)
    else { return worth(0, isPassed: false) }
    let call = TrainingCall(drawn, playing: acts, in: room)
    // What was broken off, or goes on after its end, was never an attempt.
    guard call.isOver, call.acts == acts else { return worth(0, isPassed: false) }
    let score = TrainingScore(call, best: Debrief.best(for: call, in: room), in: room)
    return worth(min(sum, score.sum), isPassed: isPassed && score.isPassed)
  }

  private func worth(_ sum: Int, isPassed: Bool) -> TrainingRecord.Attempt {
    TrainingRecord.Attempt(scenario, on: day, sum: sum, isPassed: isPassed, acts: acts)
  }
}
