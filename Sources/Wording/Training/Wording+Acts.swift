package import Model
import SafeText

extension Wording {
  /// An act in a few words, for a line in a list.
  package func short(_ act: TrainingAct) -> String {
    switch act {
    case .ask(let fact, _): self("train.short.ask", ["field": brief(fact)])
    case .show(let fact, _): self("train.short.show", ["field": brief(fact)])
    case .isSeen(let fact): self("train.short.seen", ["field": brief(fact)])
    case .wait(_, let actor): self("train.short.wait", ["who": self(actor.waitsKey)])
    case .advise(let action, _, _):
      self("train.short.advise", ["action": self("action.\(action).title")])
    case .lure(let lure): self("train.lure.\(lure.rawValue)")
    case .event(let happening): name(of: happening).capitalisedFirst
    case .readBack: self("train.act.readBack")
    case .tellBack: self("train.act.tellBack")
    case .note: self("train.act.note")
    case .end(let end): self("train.end.\(end.rawValue)")
    }
  }

  /// Something that happens, as the middle of a sentence.
  package func name(of happening: Happening) -> String {
    let who = happening.who.map { self($0.waitsKey) } ?? ""
    return self("class.event.\(happening.event)", ["who": who])
  }

  /// Acts in their order, one a line.
  func numbered(_ acts: [TrainingAct]) -> [Prose] {
    acts.enumerated().map { .numbered($0 + 1, short($1)) }
  }

  /// An act with what it was worth.
  func label(_ step: Debrief.Step) -> String { "\(short(step.act)) – \(text(step.worth))" }

  /// What had been better than an act, and why; empty where nothing had.
  func detail(better: TrainingAct?, reason: PlanReason?) -> String {
    [better.map { self("train.better", ["act": short($0)]) }, reason.map { self($0.textKey) }]
      .compactMap(\.self).joined(separator: ". ")
  }

  /// What a step was worth.
  func text(_ worth: Debrief.Worth) -> String {
    switch worth {
    case .best: self("train.worth.best")
    case .asGood: self("train.worth.asGood")
    case .detour(let seconds): self("train.worth.detour", ["seconds": "\(seconds)"])
    case .wrongWho: self("train.worth.wrongWho")
    case .wrongPlace: self("train.worth.wrongPlace")
    case .early: self("train.worth.early")
    case .useless: self("train.worth.useless")
    case .dangerous: self("train.worth.dangerous")
    case .given: self("train.worth.given")
    }
  }
}
