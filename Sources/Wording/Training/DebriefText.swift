package import Model
package import SafeText

/// How a call in training went, in words.
package struct DebriefText: Sendable {
  private let call: TrainingCall
  private let debrief: Debrief
  private let text: TrainingText
  private let wording: Wording

  package init(_ call: TrainingCall, _ debrief: Debrief, _ room: TrainingRoom, _ wording: Wording) {
    self.call = call
    self.debrief = debrief
    self.wording = wording
    text = TrainingText(call, room, wording)
  }

  /// Each step with what it was worth, and what had been better.
  package var steps: [(label: String, detail: String?)] {
    debrief.steps.map { step in
      let detail = wording.detail(better: step.better, reason: step.reason)
      return (wording.label(step), detail.isEmpty ? nil : detail)
    }
  }

  /// The best way, a step a line.
  package var bestWay: [Prose] { wording.numbered(debrief.best.acts) }

  /// The words first, then the figures, then at most three remarks.
  package var result: [Prose] {
    let score = debrief.score
    let word = score.isPassed ? "secure" : score.sum >= 50 ? "onTheWay" : "practise"
    var prose: [Prose] = [
      .toned(wording("train.result.\(word)"), score.isPassed ? .good : .plain), .gap,
    ]
    prose += TrainingScore.Part.allCases.map { part in
      let values = ["points": "\(score.points[part, default: 0])", "most": "\(part.most)"]
      return .bullet(wording("train.part.\(part.rawValue)", values))
    }
    let sum = ["sum": "\(score.sum)", "passing": "\(TrainingScore.passing)"]
    prose += [.paragraph(wording("train.sum", sum)), .gap]
    return prose + remarks.map { .paragraph($0) }
  }

  private var remarks: [String] {
    let score = debrief.score
    var remarks = score.breaches.map { wording("train.breach.\($0.rawValue)") }
    if call.tally.lures.contains(.allRoles) { remarks.append(wording("train.remark.allRoles")) }
    let weak = TrainingScore.Part.allCases
      .filter { score.points[$0, default: 0] * 2 <= $0.most }
      .map { wording("train.remark.\($0.rawValue)") }
    return Array((remarks + weak).prefix(3))
  }
}

extension DebriefText {
  /// The whole of it in one text: what was wrong, each step, the best way, and what it was worth.
  package func whole(_ engine: Engine) -> [Prose] {
    var prose: [Prose] = [.heading(wording("train.truth"))] + text.faults(engine)
    prose += [.gap, .heading(wording("train.way"))]
    for (place, step) in steps.enumerated() {
      prose.append(.numbered(place + 1, step.label))
      if let detail = step.detail { prose.append(.paragraph("   \(detail)")) }
    }
    prose += [.gap, .heading(wording("train.bestWay"))] + bestWay
    return prose + [.gap, .heading(wording("train.nextTime"))] + result
  }
}
