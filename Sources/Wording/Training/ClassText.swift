package import Model
package import SafeText

/// An exercise of a class in words, whoever plays it.
package struct ClassText: Sendable {
  private let text: TrainingText
  private let room: TrainingRoom
  private let wording: Wording

  /// - Returns: `nil` where there is no such exercise.
  package init?(_ call: ScenarioID, _ wording: Wording) {
    guard let room = wording.content.trainingRoom(of: call.edition),
      let scenario = room.draw.scenario(call)
    else { return nil }
    self.room = room
    self.wording = wording
    text = TrainingText(TrainingCall(scenario), room, wording)
  }

  /// An act in a few words.
  package func short(_ act: TrainingAct) -> String { text.short(act) }

  /// What most did otherwise first, what had been better there, and why.
  package func stumbles(_ stumbles: ClassStumbles) -> [Prose] {
    guard !stumbles.rows.isEmpty else { return [.paragraph(wording("class.noStumbles")), .gap] }
    let rows = stumbles.rows.prefix(3).flatMap { row -> [Prose] in
      let better = wording("train.better", ["act": short(row.better)])
      let why = row.reason.map { wording($0.textKey) }
      return [
        .bullet("\(short(row.act)): \(wording.count(row.count, in: stumbles))"),
        .paragraph([better, why].compactMap(\.self).joined(separator: ". ")),
      ]
    }
    return [.heading(wording("class.stumbles"))] + rows + [.gap]
  }

  /// The best way of the call that all have, a step a line.
  package var bestWay: [Prose] {
    [.heading(wording("train.bestWay"))]
      + BestWay(room).play(text.call).acts.enumerated().map { .numbered($0 + 1, short($1)) }
  }

  /// The steps of a call, each with what it was worth.
  package func steps(_ check: CallCheck) -> [Prose] {
    check.steps.enumerated().map { place, step in
      .numbered(place + 1, "\(short(step.act)) – \(wording.text(step.worth))")
    }
  }
}

extension Wording {
  /// How many seats of those that have begun something is true of; of a few it is not told how many.
  package func count(_ number: Int, in stumbles: ClassStumbles) -> String {
    let isFew = number < ClassStumbles.least
    let told = isFew ? "<\(ClassStumbles.least)" : "\(number)"
    return self("class.count", ["count": told, "all": "\(stumbles.seats)"])
  }
}
