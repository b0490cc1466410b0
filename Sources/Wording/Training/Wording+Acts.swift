package import Model
import SafeText

extension Wording {
  /// An act in a few words, for a line in a list.
  package func short(_ act: TrainingAct) -> String {
    switch act {
    case .ask(let fact, _): self("train.short.ask", ["field": brief(fact)])
    case .show(let fact, _): self("train.short.show", ["field": brief(fact)])
    // Of the message there is nothing to see but the receipt that came instead.
    case .isSeen(.message): self("train.short.seen", ["field": self("train.receipt")])
    case .isSeen(let fact): self("train.short.seen", ["field": brief(fact)])
    case .wait(_, let actor): self("train.short.wait", ["who": self(actor.waitsKey)])
    case .advise(let action, _, _):
      self("train.short.advise", ["action": self("action.\(action).title")])
    case .lure(let lure): self("train.lure.\(lure.rawValue)")
    case .event(let happening): name(of: happening).capitalisedFirst
    case .readBack: self("train.act.readBack")
    case .tellBack: self("train.act.tellBack")
    case .jot: self("train.act.note")
    case .note: self("train.short.note")
    case .end(let end): self("train.end.\(end.rawValue)")
    case .hint: self("train.act.hint")
    }
  }

  /// An act with all that there is to it, so that no two read alike: how it is asked, who and where, what is written.
  func whole(_ act: TrainingAct, of edition: PortalEdition) -> String {
    switch act {
    case .ask(let fact, .jargon): return self("train.whole.jargon", ["field": brief(fact)])
    case .ask(let fact, .blaming): return self("train.whole.blaming", ["field": brief(fact)])
    case .show(_, let place):
      return self("train.hint.at", ["act": short(act), "place": path(place, of: edition)])
    case .wait(let fact, _):
      return self("train.whole.wait", ["act": short(act), "field": brief(fact)])
    case .advise(_, let who, let place):
      let values = [
        "act": short(act), "who": self(who.waitsKey), "place": path(place, of: edition),
      ]
      return self("train.whole.advise", values)
    case .jot(let lines), .note(let lines):
      let written = NoteLine.allCases.filter(lines.contains).map {
        self("train.note.\($0.rawValue)")
      }
      let values = ["act": short(act), "lines": written.joined(separator: "; ")]
      return written.isEmpty ? short(act) : self("train.whole.note", values)
    default: return short(act)
    }
  }

  /// An act in as few words as tell it from those that it stands beside: who, where and what is written only where
  /// that is all there is between them.
  func brief(
    _ act: TrainingAct,
    beside others: [TrainingAct],
    of edition: PortalEdition
  ) -> String {
    switch act {
    case .show, .advise, .jot, .note:
      let few = short(act)
      let isAlone = others.allSatisfy { $0 == act || short($0) != few }
      return isAlone ? few : whole(act, of: edition)
    default: return whole(act, of: edition)
    }
  }

  /// Something that happens, as the middle of a sentence.
  package func name(of happening: Happening) -> String {
    let who = happening.who.map { self($0.waitsKey) } ?? ""
    return self("class.event.\(happening.event)", ["who": who])
  }

  /// Acts in their order, one a line.
  func numbered(_ acts: [TrainingAct], of edition: PortalEdition) -> [Prose] {
    acts.enumerated().map { .numbered($0 + 1, whole($1, of: edition)) }
  }

  /// An act with what it was worth.
  func label(_ step: Debrief.Step, of edition: PortalEdition) -> String {
    "\(whole(step.act, of: edition)) – \(text(step.worth))"
  }

  /// What had been better than an act, and why; empty where nothing had.
  func detail(better: TrainingAct?, reason: PlanReason?, of edition: PortalEdition) -> String {
    let told = better.map { self("train.better", ["act": whole($0, of: edition)]) }
    return [told, reason.map { self($0.textKey) }].compactMap(\.self).joined(separator: ". ")
  }

  /// What a step was worth.
  func text(_ worth: Debrief.Worth) -> String {
    switch worth {
    case .best: self("train.worth.best")
    case .asGood: self("train.worth.asGood")
    case .detour(let seconds): counted("train.worth.detour", seconds, as: "seconds")
    case .wrongWho: self("train.worth.wrongWho")
    case .wrongPlace: self("train.worth.wrongPlace")
    case .wrongWhoAndPlace: self("train.worth.wrongWhoAndPlace")
    case .needless: self("train.worth.needless")
    case .tooWide: self("train.worth.tooWide")
    case .guess(let fact): self("train.worth.guess", ["field": brief(fact)])
    case .unkind(.blaming): self("train.worth.blaming")
    case .unkind: self("train.worth.jargon")
    case .early: self("train.worth.early")
    case .useless: self("train.worth.useless")
    case .dangerous: self("train.worth.dangerous")
    case .given: self("train.worth.given")
    case .helped: self("train.worth.helped")
    case .told: self("train.worth.told")
    }
  }
}
