package import Model
package import SafeText

extension TrainingText {
  /// What the caller said last; then, where there is room for it, what the trainee said before.
  package var latest: (answer: [Prose], act: [Prose]) {
    guard let act = call.acts.last, let reply = call.replies.last else {
      return ([.paragraph(line("train.caller", opening))], [])
    }
    let exchange = exchange(act, reply, after: call.replies.dropLast())
    // What happened by itself is said by the caller alone.
    return act.isGiven ? (exchange, []) : (Array(exchange.dropFirst()), Array(exchange.prefix(1)))
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
    let answer = answered(reply, to: act)
    return (act.isGiven ? [] : [.toned(line("train.you", said(act, after: heard)), .muted)])
      + (answer.isEmpty ? [] : [.paragraph(line("train.caller", answer))])
  }

  private func line(_ key: String, _ text: String) -> String { "\(wording(key)) \(text)" }

  /// What is known of each point, in one line.
  package func points(_ diagnosis: Diagnosis) -> String {
    let states = diagnosis.verdicts.map { verdict in
      "\(verdict.number) \(wording("train.state.\(verdict.state.rawValue)"))"
    }
    return wording("train.known", ["points": states.joined(separator: "  ")])
  }

  /// What stands against each point, with its reasons, as the desk has it.
  package func overview(_ engine: Engine) -> [Prose] {
    let flow = Flow.findFault(of: call.scenario.edition)
    return PointsText(Walk(flow, engine: engine, given: call.known), wording).prose
  }

  /// What was really wrong.
  package func faults(_ engine: Engine) -> [Prose] {
    let world = call.scenario.world
    let walk = Walk(
      Flow.findFault(of: call.scenario.edition),
      engine: engine,
      given: Facts(world.facts)
    )
    let faults = world.faults(engine).map { Prose.bullet(wording.text($0.textKey, about: walk)) }
    guard let outside = world.outside.flatMap(wording.content.message) else { return faults }
    return [.bullet(wording(outside.meaningKey))]
  }

  /// A hint: where to look, then what to find out, then the very next step.
  package func hint(_ tier: Int, _ best: TrainingAct) -> String {
    switch (tier, best) {
    case (1, .ask), (1, .show), (1, .wait), (1, .isSeen): wording("train.hint.find")
    case (1, .advise): wording("train.hint.mend")
    case (1, _): wording("train.hint.close")
    case (2, .ask(let fact, _)), (2, .show(let fact, _)), (2, .wait(let fact, _)),
      (2, .isSeen(let fact)):
      wording("train.hint.about", ["field": wording.brief(fact)])
    case (2, .advise(_, let who, _)):
      wording("train.hint.who", ["who": wording(who.waitsKey)])
    default: wording("train.hint.next", ["act": wording.short(best)])
    }
  }
}
