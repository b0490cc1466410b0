package import Model
package import SafeText

extension TrainingText {
  /// What the caller said last; then, where there is room for it, what the trainee said before.
  package var latest: (answer: [Prose], act: [Prose]) {
    // What made no difference is not told.
    guard let last = call.replies.lastIndex(where: { $0 != .unnoticed }) else {
      return ([.paragraph(line("train.caller", opening))], [])
    }
    let act = call.acts[last]
    let exchange = exchange(act, call.replies[last], after: call.replies.prefix(last))
    // What happened by itself is said by the caller alone.
    return !act.isOwn ? (exchange, []) : (Array(exchange.dropFirst()), Array(exchange.prefix(1)))
  }

  /// What the caller says of the time when there is little left.
  package var hurry: [Prose] {
    guard call.warnings > 0 else { return [] }
    let said = wording.quoted(wording("train.hurry.\(call.warnings)"))
    return [.paragraph(line("train.caller", said))]
  }

  /// All that was said.
  package var talk: [Prose] {
    [.paragraph(line("train.caller", opening))]
      + zip(call.acts, call.replies).enumerated().flatMap { place, pair in
        exchange(pair.0, pair.1, after: call.replies.prefix(place))
      }
  }

  private func exchange(_ act: TrainingAct, _ reply: Reply, after heard: ArraySlice<Reply>)
    -> [Prose]
  {
    let answer = answered(reply, to: act, at: call.moments[heard.endIndex], after: heard)
    return (act.isOwn ? [.toned(line("train.you", said(act, after: heard)), .muted)] : [])
      + (answer.isEmpty ? [] : [.paragraph(line("train.caller", answer))])
  }

  private func line(_ key: String, _ text: String) -> String { "\(wording(key)) \(text)" }

  /// Whether a note has what the caller said: three words or more, two of them the caller's own.
  ///
  /// Words of one or two letters are nobody's own.
  package func isOfCaller(_ note: String) -> Bool {
    let heard = zip(call.acts, call.replies).enumerated().map { place, pair in
      let moment = call.moments[place]
      return answered(pair.1, to: pair.0, at: moment, after: call.replies.prefix(place))
    }
    let said = Set(([opening] + heard).flatMap(Self.words))
    let noted = Self.words(in: note)
    return noted.count >= 3 && Set(noted).intersection(said).count { $0.count > 2 } >= 2
  }

  private static func words(in text: String) -> [String] {
    text.lowercased().split { !$0.isLetter }.map(String.init)
  }

  /// What is known of each point, in one line.
  package var points: String {
    let diagnosis = call.diagnosis(in: room)
    let states = call.verdicts(in: room).map { verdict in
      let isLikely = diagnosis?.isOnlyLikely(verdict) == true
      let state =
        isLikely
        ? wording.state(of: verdict, in: diagnosis)
        : wording("train.state.\(verdict.state.rawValue)")
      return "\(verdict.number) \(state)"
    }
    return wording("train.known", ["points": states.joined(separator: "  ")])
  }

  /// What stands against each point, with its reasons, as the desk has it.
  ///
  /// It goes by no day, since a call follows from its exercise and its acts alone.
  package func overview(_ engine: Engine) -> [Prose] {
    let flow = Flow.findFault(of: call.scenario.edition)
    let points = PointsText(Walk(flow, engine: engine, given: call.factsFound), wording)
    let before = [Prose.paragraph(wording("train.points.before")), .gap]
    let diagnosis = call.diagnosis(in: room)
    return (call.hasSucceeded ? before : [])
      + call.verdicts(in: room).flatMap { points.prose(of: $0, in: diagnosis) }
  }

  /// What was really wrong.
  package func faults(_ engine: Engine) -> [Prose] {
    let world = call.scenario.world
    let walk = Walk(
      Flow.findFault(of: call.scenario.edition),
      engine: engine,
      given: Facts(world.facts)
    )
    // What came while the call went on was wrong too.
    let arisen = engine.portal.faults.map(\.fault).filter(call.tally.arisen.contains)
    let real = world.faults(engine)
    let faults = (real + arisen.filter { !real.contains($0) }).map {
      Prose.bullet(wording.text($0.textKey, about: walk))
    }
    guard let outside = world.outside.flatMap(wording.content.message) else { return faults }
    return [.bullet(wording(outside.meaningKey))]
  }

  /// A hint: what is lacking, then what it is about, then the very next step.
  ///
  /// Each tells more than the one before, and the first names no answer.
  package func hint(_ tier: Int, _ best: TrainingAct) -> String {
    switch tier {
    case TrainingAct.hintTiers.lowerBound:
      wording("train.hint.\(best.hintKind)")
    case TrainingAct.hintTiers.upperBound: wording("train.hint.next", ["act": step(best)])
    default: direction(best)
    }
  }

  /// What the next step is about, without the step.
  private func direction(_ act: TrainingAct) -> String {
    switch act {
    case .ask(room.portal.message, _): wording("train.hint.message")
    case .ask(.reporteeName, _): wording("train.hint.party")
    case .ask(let fact, _):
      if let (number, point) = room.point(of: fact) {
        wording("train.hint.point", ["number": "\(number)", "point": wording(point.titleKey)])
      } else {
        wording("train.hint.basics")
      }
    case .show(let fact, _), .wait(let fact, _):
      wording("train.hint.unknown", ["field": wording.brief(fact)])
    case .isSeen: wording("train.hint.believed")
    case .readBack: wording("train.hint.heard")
    case .advise(_, let who, _): wording("train.hint.who", ["who": wording(who.waitsKey)])
    case .tellBack: wording("train.hint.agreed")
    case .jot: wording("train.hint.words")
    case .note: wording("train.hint.written")
    case .end, .lure, .event, .hint: wording("train.hint.over")
    }
  }

  /// The next step with where it is done.
  private func step(_ act: TrainingAct) -> String {
    // What the case carries on is filled in as the call is ended.
    let step = act.isNote ? wording.short(.end(call.rightEnd)) : wording.short(act)
    switch act {
    case .show(_, let place), .advise(_, _, let place):
      let path = wording.path(place, of: call.scenario.edition)
      return wording("train.hint.at", ["act": step, "place": path])
    default: return step
    }
  }
}

extension TrainingAct {
  fileprivate var isNote: Bool { if case .note = self { true } else { false } }

  /// What kind of step it is, as the first hint tells.
  fileprivate var hintKind: String {
    switch self {
    case .ask, .show, .wait: "find"
    case .isSeen, .readBack: "check"
    case .jot: "keep"
    case .advise: "mend"
    default: "close"
    }
  }
}
