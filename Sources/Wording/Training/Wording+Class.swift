package import Model
package import SafeText

/// What is told of a class, whoever has played what.
extension Wording {
  /// What a seat is called: a tree, with a number behind it where there are more seats than trees.
  package func seat(_ number: Int) -> String {
    let trees = self("class.seats").split(separator: "\n").map(String.init)
    let (round, place) = (number - 1).quotientAndRemainder(dividingBy: trees.count)
    return round == 0 ? trees[place] : "\(trees[place]) \(round + 1)"
  }

  /// The seat of a name, in whatever language; `nil` where none is called so.
  package func seat(named name: String) -> Int? {
    let wordings = Language.allCases.map { Wording(content, $0) }
    return TrainingClass.seats.first { number in
      wordings.contains { $0.seat(number) == name.lowercased() }
    }
  }

  /// What most did otherwise first, what had been better there, and why.
  package func text(_ stumbles: ClassStumbles) -> [Prose] {
    guard !stumbles.rows.isEmpty else { return [.paragraph(self("class.noStumbles")), .gap] }
    let rows = stumbles.rows.prefix(3).flatMap { row -> [Prose] in
      [
        .bullet("\(whole(row.act, of: stumbles.edition)): \(count(row.count, in: stumbles))"),
        .paragraph(detail(better: row.better, reason: row.reason, of: stumbles.edition)),
      ]
    }
    return [.heading(self("class.stumbles"))] + rows + [.gap]
  }

  /// The best way of a call that all have, a step a line, with what happened in it; nothing where there is no such
  /// exercise.
  package func bestWay(of call: ScenarioID, meeting happenings: [Happening]) -> [Prose] {
    guard let room = content.trainingRoom(of: call.edition),
      let scenario = room.draw.scenario(call)
    else { return [] }
    let best = BestWay(room).play(TrainingCall(scenario), meeting: happenings)
    return [.heading(self("train.bestWay"))] + numbered(best.acts, of: call.edition)
  }

  /// The steps of a call, each with what it was worth.
  package func steps(_ check: CallCheck) -> [Prose] {
    let edition = check.call.scenario.edition
    return check.steps.enumerated().map { .numbered($0 + 1, label($1, of: edition)) }
  }

  /// How many seats of those that have begun something is true of; of a few it is not told how many.
  package func count(_ number: Int, in stumbles: ClassStumbles) -> String {
    let isFew = number < ClassStumbles.least
    let told = isFew ? "<\(ClassStumbles.least)" : "\(number)"
    return self("class.count", ["count": told, "all": "\(stumbles.seats)"])
  }
}
