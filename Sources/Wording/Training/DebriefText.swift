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

  private var edition: PortalEdition { call.scenario.edition }
  private var score: TrainingScore { debrief.score }

  /// Each step with what it was worth, and what had been better.
  package var steps: [(label: String, detail: String?)] {
    debrief.steps.map { step in
      let better = wording.detail(better: step.better, reason: step.reason, of: edition)
      let hungUp = step.reply == .hungUp ? wording("train.hungUp") : ""
      let detail = [better, hungUp].filter { !$0.isEmpty }.joined(separator: ". ")
      return (wording.label(step, of: edition), detail.isEmpty ? nil : detail)
    }
  }

  /// The first step that was not as good as the best; nothing where all were.
  package var divergence: [Prose] {
    guard let place = debrief.firstDivergence else { return [] }
    let act = wording.whole(debrief.steps[place].act, of: edition)
    var prose: [Prose] = [.paragraph(wording("train.diverged", ["act": act]))]
    let odds = debrief.odds.map(told) ?? ""
    if !odds.isEmpty { prose.append(.paragraph(odds)) }
    return prose
  }

  /// How likely each point was there, by its number.
  private func told(_ odds: PointOdds) -> String {
    var parts: [String] = []
    func tell(_ key: String, _ numbers: [Int]) {
      if !numbers.isEmpty { parts.append(wording(key, ["points": listed(numbers)])) }
    }
    tell("train.odds.failing", odds.failing)
    tell(odds.likeliest.count == 1 ? "train.odds.most" : "train.odds.equal", odds.likeliest)
    tell("train.odds.out", odds.out)
    return parts.isEmpty ? "" : wording("train.odds", ["odds": parts.joined(separator: ", ")])
  }

  /// Numbers as they are read: with a word before the last.
  private func listed(_ numbers: [Int]) -> String {
    let words = numbers.map { "\($0)" }
    guard words.count > 1, let last = words.last else { return words.joined() }
    let points = words.dropLast().joined(separator: ", ")
    return wording("train.odds.list", ["points": points, "last": last])
  }

  /// The best way, a step a line.
  package var bestWay: [Prose] { wording.numbered(debrief.best.acts, of: edition) }

  /// The words first, then the figures with what each was lost by, then at most three remarks.
  package var result: [Prose] {
    var prose: [Prose] = [
      .toned(wording("train.result.\(word)"), score.isPassed ? .good : .plain), .gap,
    ]
    prose += (ending + help).map { .paragraph($0) }
    prose += TrainingScore.Part.allCases.map { .bullet(line($0)) }
    let passing = ["passing": "\(TrainingScore.passing)"]
    prose += [.paragraph(wording.counted("train.sum", score.sum, as: "sum", passing)), .gap]
    return prose + remarks.map { .paragraph($0) }
  }

  private var word: String {
    guard score.isPassed else { return score.sum >= 50 ? "onTheWay" : "practise" }
    // Whoever was told the steps has still to find them.
    return call.hints.told > 0 ? "told" : "secure"
  }

  /// That the caller hung up.
  private var ending: [String] { call.hasHungUp ? [wording("train.hungUp")] : [] }

  /// How many hints were looked at, and how many of them told the very step.
  private var help: [String] {
    let (opened, told) = call.hints
    guard opened > 0 else { return [] }
    return [wording("train.hinted", ["count": "\(opened)", "told": "\(told)"])]
  }

  // MARK: - What points were lost by

  /// What a part was worth, and what it was lost by.
  private func line(_ part: TrainingScore.Part) -> String {
    let values = ["points": "\(score.points[part, default: 0])", "most": "\(part.most)"]
    let worth = wording("train.part.\(part.rawValue)", values)
    let losses = score.losses[part, default: []]
    guard !losses.isEmpty else { return worth }
    let told = losses.prefix(Self.mostLosses).map(reason).joined(separator: "; ")
    return wording("train.lost", ["part": worth, "reasons": told])
  }

  /// So many things that points were lost by are told of a part.
  private static let mostLosses = 3

  private func reason(_ loss: ScoreLoss) -> String {
    switch loss {
    case .notFound(let fact): wording("train.loss.notFound", ["field": wording.brief(fact)])
    case .takenForFault(let fact): wording("train.loss.taken", ["field": wording.brief(fact)])
    case .tooSure: wording("train.loss.tooSure")
    case .notPassedOn: wording("train.loss.notPassedOn")
    case .noAdvice: wording("train.loss.noAdvice")
    case .notMended: wording("train.loss.notMended")
    case .lure(let lure):
      wording("train.loss.lure", ["advice": wording("train.lure.\(lure.rawValue)")])
    case .needless(let action): wording("train.loss.needless", ["action": title(action)])
    case .wrongWho(let action): wording("train.loss.who", ["action": title(action)])
    case .wrongPlace(let action): wording("train.loss.place", ["action": title(action)])
    case .otherEnd: wording("train.loss.end")
    case .unfinished: wording("train.loss.unfinished")
    case .slow(let seconds): wording.counted("train.loss.slow", seconds, as: "seconds")
    case .useless(let count): wording("train.loss.useless", ["count": "\(count)"])
    case .noMessage: wording("train.loss.message")
    case .leftUnknown(let fact): wording("train.loss.unknown", ["field": wording.brief(fact)])
    case .notReadBack: wording("train.loss.readBack")
    case .notToldBack: wording("train.loss.toldBack")
    case .unkind(let count): wording("train.loss.unkind", ["count": "\(count)"])
    case .noNote: wording("train.loss.noNote")
    case .earlyNote: wording("train.loss.earlyNote")
    case .noteLacks(let line): wording("train.loss.lacks", ["line": noted(line)])
    case .noteHolds(let line): wording("train.loss.holds", ["line": noted(line)])
    }
  }

  private func title(_ action: String) -> String { wording("action.\(action).title") }
  private func noted(_ line: NoteLine) -> String { wording("train.note.\(line.rawValue)") }

  // MARK: - What to think of next time

  private var remarks: [String] {
    var remarks = score.breaches.map { wording("train.breach.\($0.rawValue)") }
    let isTooWide = call.tally.lures.contains(.allRoles)
    if isTooWide { remarks.append(wording("train.remark.allRoles")) }
    let weak = TrainingScore.Part.allCases.filter { part in
      // What was too wide is told already.
      score.points[part, default: 0] * 2 <= part.most && !(part == .repair && isTooWide)
    }
    return Array((remarks + weak.map(remark)).prefix(3))
  }

  private func remark(_ part: TrainingScore.Part) -> String {
    // Whoever has given no advice has not given it on a guess.
    let isMute = part == .repair && call.tally.advice.isEmpty
    return wording(isMute ? "train.remark.noAdvice" : "train.remark.\(part.rawValue)")
  }
}

// MARK: - Beside the best way

extension DebriefText {
  /// A step, and how many seconds of the caller's time it took.
  package struct Timed: Equatable, Sendable {
    package let act: String
    package let seconds: Int
  }

  /// A step, those of the best way that stand beside it, and what it was worth and why.
  package struct Row: Equatable, Sendable {
    package let own: Timed
    package let best: [Timed]
    package let why: String
  }

  /// Each step as it stands beside the best way.
  package var rows: [Row] {
    let (beside, best) = (debrief.beside, debrief.best)
    return debrief.steps.enumerated().map { place, step in
      let acts = beside[place].map { best.acts[$0] }
      return Row(
        own: Timed(
          act: wording.brief(step.act, beside: acts, of: edition),
          seconds: call.secondsTaken(at: place)
        ),
        best: beside[place].map { other in
          Timed(
            act: wording.brief(best.acts[other], beside: [step.act], of: edition),
            seconds: best.secondsTaken(at: other)
          )
        },
        why: why(step, at: place, beside: acts)
      )
    }
  }

  /// What a step was worth, and what had been better there where that does not stand beside it.
  private func why(_ step: Debrief.Step, at place: Int, beside acts: [TrainingAct]) -> String {
    let worth = wording.text(step.worth)
    let isFirst = place == debrief.firstDivergence
    var parts = [isFirst ? wording("train.way.parted", ["worth": worth]) : worth.capitalisedFirst]
    if let better = step.better, !acts.contains(better) {
      let act = wording.brief(better, beside: [step.act], of: edition)
      parts.append(wording("train.better", ["act": act]))
    }
    if let reason = step.reason { parts.append(wording(reason.textKey)) }
    if step.reply == .hungUp { parts.append(wording("train.hungUp")) }
    return parts.joined(separator: ". ")
  }
}

extension DebriefText {
  /// The whole of it in one text: what was wrong, each step, the best way, and what it was worth.
  package func whole(_ engine: Engine) -> [Prose] {
    var prose: [Prose] = [.heading(wording("train.truth"))] + text.faults(engine)
    prose += [.gap, .heading(wording("train.way"))] + divergence
    for (place, step) in steps.enumerated() {
      prose.append(.numbered(place + 1, step.label))
      if let detail = step.detail { prose.append(.paragraph("   \(detail)")) }
    }
    prose += [.gap, .heading(wording("train.bestWay"))] + bestWay
    return prose + [.gap, .heading(wording("train.nextTime"))] + result
  }
}
