package import Model
import SafeText

/// Exercises for paper: one sheet that is handed out, and one that plays the caller and has the answers.
package struct HandOutSheet: Sendable {
  private let wording: Wording
  private let calls: [(call: TrainingCall, room: TrainingRoom)]

  /// - Parameter scenarios: Each with what it is played with.
  package init(_ scenarios: [(scenario: Scenario, room: TrainingRoom)], _ wording: Wording) {
    self.wording = wording
    calls = scenarios.map { (TrainingCall($0.scenario), $0.room) }
  }

  /// What is handed out: how each call begins, and room to write.
  package var questions: PrintedText {
    printed("train.handout", [.init(prose: [.paragraph(wording("train.handout.about"))])]) {
      call,
      room in
      let text = TrainingText(call, room, wording)
      return [
        .init(prose: heading(call) + [.paragraph(text.opening), .gap, message(call, room)])
      ]
        + (1...4).map { number in
          .init(
            prose: [.numbered(number, wording("train.handout.question.\(number)"))],
            lines: 2
          )
        }
    }
  }

  /// What is kept back: what was wrong, what the caller answers, and the best way.
  package var answers: PrintedText {
    printed("train.key", [.init(prose: [.paragraph(wording("train.key.about"))])]) { call, room in
      let best = BestWay(room).play(call)
      let text = TrainingText(best, room, wording)
      let tempers = Temper.allCases.filter(call.scenario.caller.tempers.contains)
      let number = ["number": wording.grouped(call.scenario.party)]
      var caller: [Prose] = tempers.map { .bullet(wording("train.temper.\($0.rawValue)")) }
      if isCutOff(call, room) { caller.append(.bullet(wording("train.key.cutOff"))) }
      caller += call.scenario.away.sorted().map { .bullet(away($0)) }
      return [
        .init(
          prose: heading(call)
            + [part("train.truth")] + text.faults(room.engine)
            + [.gap, part("train.key.caller")]
            + caller
            + [.bullet(wording("train.party", number)), .gap, message(call, room)]
        ),
        .init(prose: [part("train.key.answers")] + replies(call, room)),
        .init(
          prose: [part("train.bestWay")]
            + best.acts.enumerated().map { .numbered($0 + 1, step($1, text)) }
        ),
      ]
    }
  }

  // MARK: - Parts

  private func printed(
    _ title: String,
    _ first: [PrintedText.Section],
    _ sections: (TrainingCall, TrainingRoom) -> [PrintedText.Section]
  ) -> PrintedText {
    PrintedText(
      title: "\(wording("train.mark")) \(wording(title))",
      language: wording.language,
      sections: first + calls.flatMap { sections($0.call, $0.room) }
    )
  }

  private func heading(_ call: TrainingCall) -> [Prose] {
    [
      .heading("\(wording("train.mark")) \(wording.name(of: call.scenario))"),
      .toned("\(wording.name(call.scenario.edition)) · \(call.scenario.id)", .muted), .gap,
    ]
  }

  private func part(_ key: String) -> Prose { .toned(wording(key), .heading) }

  /// What is said of somebody who cannot be reached.
  private func away(_ who: Actor) -> String {
    wording("train.isAway", ["who": wording(who.waitsKey)])
  }

  /// Advice with who and where, all else in a few words.
  private func step(_ act: TrainingAct, _ text: TrainingText) -> String {
    if case .advise = act { text.said(act, after: []) } else { wording.short(act) }
  }

  /// The message, as the caller says it when it is asked for plainly.
  private func message(_ call: TrainingCall, _ room: TrainingRoom) -> Prose {
    let (call, reply, act) = asked(call, room.portal.message, room)
    let answer = TrainingText(call, room, wording).answered(reply, to: act)
    return .paragraph(wording("train.handout.message", ["answer": answer]))
  }

  /// What the caller says to each question that has an answer; where they do not know, how it is found out.
  private func replies(_ call: TrainingCall, _ room: TrainingRoom) -> [Prose] {
    let facts = room.portal.facts.map(\.fact).filter {
      $0 != room.portal.message && call.world.facts[$0] != nil
    }
    return (Past.allCases.map(\.field) + facts).map { fact in
      let (asked, reply, act) = asked(call, fact, room)
      let text = TrainingText(asked, room, wording)
      var said = text.answered(reply, to: act)
      for next in followUps(fact, reply, room) {
        var after = asked
        let more = after.perform(next, in: room)
        switch more {
        case .sees where next == .isSeen(fact): continue
        case .corrects, .sees, .asked:
          let then = wording("train.key.then", ["act": wording.short(next)])
          said += " \(then) \(text.answered(more, to: next))"
        default: continue
        }
        break
      }
      return .bullet("\(wording.brief(fact).capitalisedFirst): \(said)")
    }
  }

  /// What may bring out more than the first answer did.
  private func followUps(_ fact: FieldID, _ reply: Reply, _ room: TrainingRoom) -> [TrainingAct] {
    guard case .unknown = reply else {
      return [.isSeen(fact)]
    }
    let shown = room.portal.rule(of: fact)?.menuPath.map { TrainingAct.show(fact, at: $0) }
    return [shown].compactMap(\.self)
      + room.portal.actors.map { TrainingAct.wait(fact, for: $0.actor) }
  }

  /// Whether the caller reads only a part of the message at first.
  private func isCutOff(_ call: TrainingCall, _ room: TrainingRoom) -> Bool {
    var call = call
    if case .cutOff = call.perform(.ask(room.portal.message, .clear), in: room) { return true }
    return false
  }

  /// A question that is put until it is answered plainly: twice at most.
  private func asked(_ call: TrainingCall, _ fact: FieldID, _ room: TrainingRoom)
    -> (TrainingCall, Reply, TrainingAct)
  {
    var call = call
    let act = TrainingAct.ask(fact, .clear)
    var reply = call.perform(act, in: room)
    switch reply {
    case .vague, .cutOff, .mixedUp: reply = call.perform(act, in: room)
    default: break
    }
    return (call, reply, act)
  }
}

extension Wording {
  /// What an exercise is called: its name, or the level of one that is drawn.
  package func name(of scenario: Scenario) -> String {
    name(of: scenario.id) ?? self("train.level.\(scenario.level)")
  }

  /// What an exercise made by hand or a level is called; `nil` for one there is none of.
  package func name(of id: ScenarioID) -> String? {
    if id.practised != nil { return self("train.practice") }
    let key = id.drawnLevel.map { "train.level.\($0)" } ?? "exercise.\(id.name).name"
    return has(key) ? self(key) : nil
  }
}
