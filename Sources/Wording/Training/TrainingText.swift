package import Model

/// A call in training in words: what the trainee says, and what the caller answers.
package struct TrainingText: Sendable {
  package let call: TrainingCall
  package let wording: Wording
  let room: TrainingRoom

  package init(_ call: TrainingCall, _ room: TrainingRoom, _ wording: Wording) {
    self.call = call
    self.room = room
    self.wording = wording
  }

  private var edition: PortalEdition { call.scenario.edition }

  // MARK: - The trainee

  /// What the trainee says or does.
  ///
  /// - Parameter heard: What the caller has answered before, in which the number is that is read back.
  package func said(_ act: TrainingAct, after heard: ArraySlice<Reply>) -> String {
    switch act {
    case .ask(let fact, let tone): return asked(fact, tone)
    case .show(_, let place):
      return quoted("train.say.show", ["place": wording.path(place, of: edition)])
    case .isSeen(room.portal.message): return quoted("train.say.seenReceipt")
    case .isSeen: return quoted("train.say.seen")
    case .readBack:
      let number = Self.party(in: heard)
      return number.isEmpty
        ? quoted("train.say.readBackNothing")
        : quoted("train.say.readBack", ["number": wording.grouped(number)])
    case .wait(_, let actor):
      return quoted("train.say.wait", ["who": wording(actor.waitsKey)])
    case .advise(let action, let who, let place):
      let values = [
        "action": wording("action.\(action).title"), "who": wording(who.waitsKey),
        "place": wording.path(place, of: edition),
      ]
      return quoted("train.say.advise", values)
    case .lure(let lure): return quoted("train.lure.\(lure.rawValue)")
    case .tellBack: return quoted("train.say.tellBack")
    case .jot, .note: return wording("train.say.note")
    case .event, .hint: return ""
    case .end: return wording("train.say.end")
    }
  }

  /// A question in a tone.
  package func asked(_ fact: FieldID, _ tone: AskingTone) -> String {
    let question = wording(fact.sayKey)
    switch tone {
    case .clear: return wording.quoted(question)
    case .jargon: return quoted("train.tone.jargon", ["field": wording.brief(fact)])
    case .blaming: return quoted("train.tone.blaming", ["question": question])
    }
  }

  // MARK: - The caller

  /// What the caller says first.
  package var opening: String {
    let own = "exercise.\(call.scenario.id.name).opening"
    if wording.has(own) { return wording.quoted(wording(own)) }
    let service = call.scenario.world.facts[.service].map(said(service:)) ?? ""
    return picked("train.opening", "opening", ["service": service])
  }

  /// What people call that which is sent; they do not know it by the title of its form.
  private func said(service id: String) -> String { wording("train.service.\(id)") }

  /// What the caller answers.
  ///
  /// - Parameters:
  ///   - moment: How things were then; as they are now, where it has only just been said.
  ///   - heard: What the caller has answered before, which tells what they have to do.
  package func answered(
    _ reply: Reply,
    to act: TrainingAct,
    at moment: [FieldID: String]? = nil,
    after heard: ArraySlice<Reply> = []
  ) -> String {
    let facts = moment ?? call.world.facts
    switch reply {
    case .message(let id): return message(id, facts)
    case .cutOff(let id): return quoted("train.readsPart", ["message": beginning(of: id, facts)])
    case .vague: return picked("train.vague", "\(act)")
    case .mixedUp(let fact): return picked(mixedUp(fact), "\(act)")
    case .past(let past, let value):
      return picked("train.past.\(past.rawValue).\(value)", "\(act)")
    case .value(let fact, let value):
      return repeated(phrase(fact, value, facts), reply, heard)
    case .told(let fact, let value): return wording.quoted(found(fact, value))
    case .sees(let fact, let value): return quoted("train.sees", ["answer": found(fact, value)])
    case .corrects(let fact, let value):
      return quoted("train.corrects", ["answer": found(fact, value)])
    case .unknown(let fact):
      return repeated(phrase(fact, Fact.unknown, facts), reply, heard)
    case .asked(let who, let fact, let value):
      let (name, answer) = (wording(who.waitsKey), found(fact, value))
      // Nobody names somebody twice in a row.
      let isNamed = answer.lowercased().contains(name.lowercased())
      return quoted(isNamed ? "train.askedThem" : "train.asked", ["who": name, "answer": answer])
    case .wrongPerson(let who): return turnedDown("train.wrongPerson", who)
    case .party(let number): return quoted("train.party", ["number": wording.grouped(number)])
    case .partyWasWrong(let number):
      return quoted("train.partyWasWrong", ["number": wording.grouped(number)])
    case .next(let id): return quoted("train.next", ["message": bare(message: id, facts)])
    case .locked(let id): return quoted("train.locked", ["message": bare(message: id, facts)])
    case .refused(let who): return turnedDown("train.refused", who)
    case .takesOn(let who): return turnedDown("train.takesOn", who)
    case .lured(let lure): return quoted("train.lured.\(lure.rawValue)")
    case .isAway(let who): return quoted("train.isAway", ["who": wording(who.waitsKey)])
    case .awaits(let who): return quoted("train.awaits", ["who": wording(who.waitsKey)])
    case .isHere(let who): return quoted("train.isHere", ["who": wording(who.waitsKey)])
    case .happened(let id): return quoted("train.happened", ["message": bare(message: id, facts)])
    case .noted, .ended, .unnoticed: return ""
    case .notHere(_, let field?):
      return quoted("train.notHere", ["answer": found(field, facts[field] ?? "")])
    case .toldBack: return agreed(after: heard)
    case .notHere, .notFound, .noParty, .partyIsRight, .works, .noChange, .hindered, .lost,
      .toldBackNothing, .hungUp, .mustGo, .sentByItself, .seesReceipt:
      return quoted("train.reply.\(reply.name)")
    }
  }

  /// The same answer once more, as people say it who have to: the second time, and from the third on.
  private func repeated(_ answer: String, _ reply: Reply, _ heard: ArraySlice<Reply>) -> String {
    switch heard.count(where: { $0 == reply }) {
    case 0: wording.quoted(answer)
    case 1: quoted("train.saidAgain", ["answer": answer])
    default: quoted("train.saidStill", ["answer": answer])
    }
  }

  /// What the caller says they do now, in their own words: it has been done, or it is in somebody's hands.
  private func agreed(after heard: ArraySlice<Reply>) -> String {
    let last = heard.last { reply in
      switch reply {
      case .works, .takesOn, .awaits: true
      default: false
      }
    }
    return switch last {
    case .takesOn(let who): turnedDown("train.toldBack.passedOn", who)
    case .awaits(let who): quoted("train.toldBack.waiting", ["who": wording(who.waitsKey)])
    default: quoted("train.toldBack.solved")
    }
  }

  /// What comes of it when somebody is named: one can be the caller, or nobody there is.
  private func turnedDown(_ key: String, _ who: Actor) -> String {
    if room.isCaller(who, in: call) { return quoted("\(key).sender") }
    guard room.exists(who, in: call) else { return quoted("train.nobody") }
    return quoted(key, ["who": wording(who.waitsKey)])
  }

  /// The key of what somebody says who uses one word for several things.
  private func mixedUp(_ fact: FieldID) -> String {
    room.table.wrongWord(for: fact).map { "train.mixedUp.\($0)" } ?? "train.mixedUp"
  }

  /// A message as far as it is read at first: half of its words.
  private func beginning(of id: String, _ facts: [FieldID: String]) -> String {
    let words = bare(message: id, facts).split(separator: " ")
    return words.prefix(max(1, words.count / 2)).joined(separator: " ")
  }

  private func message(_ id: String, _ facts: [FieldID: String]) -> String {
    let said = bare(message: id, facts)
    return isRead(id) ? quoted("train.reads", ["message": said]) : wording.quoted(said)
  }

  /// Whether there is a text to read out.
  private func isRead(_ id: String) -> Bool {
    wording.content.message(id).map { !$0.texts.isEmpty || !$0.codes.isEmpty } ?? false
  }

  /// A message as it is read out, or what is seen where there is none.
  private func bare(message id: String, _ facts: [FieldID: String]) -> String {
    let message = wording.content.message(id)
    return message.flatMap { wording.reading(of: $0) } ?? message?.codes.first
      ?? phrase(.messageSymptom, id, facts)
  }

  /// One of the things callers say for an answer: one that is so as things are, always the same in a call.
  private func phrase(_ fact: FieldID, _ value: String, _ facts: [FieldID: String]) -> String {
    let key = fact.listenKey(value)
    guard wording.has(key) else {
      return fact == .service ? said(service: value).capitalisedFirst : value
    }
    let phrases = wording(key).split(separator: "\n").map(String.init)
    if let place = call.scenario.phrases[fact] {
      return phrases[min(place, phrases.count - 1)].capitalisedFirst
    }
    let places = room.table.places(of: fact, saying: value, among: phrases.count, in: facts)
    return pick(places.map { phrases[$0] }, "\(fact) \(value)").capitalisedFirst
  }

  /// How things are, in words that fit whoever tells it: the caller who has looked, or somebody else.
  private func found(_ fact: FieldID, _ value: String) -> String {
    fact == .service
      ? wording("found.service", ["service": said(service: value)])
      : wording("found.\(fact.rawValue).\(value)")
  }

  private func picked(_ key: String, _ seed: String, _ values: [String: String] = [:]) -> String {
    let lines = wording(key, values).split(separator: "\n").map(String.init)
    return wording.quoted(pick(lines, seed))
  }

  private func pick(_ lines: [String], _ seed: String) -> String {
    var random = SplitMix("\(call.scenario.id.words) \(seed)")
    return random.pick(lines) ?? ""
  }

  private func quoted(_ key: String, _ values: [String: String] = [:]) -> String {
    wording.quoted(wording(key, values))
  }

  /// The number as it was said last.
  private static func party(in heard: ArraySlice<Reply>) -> String {
    for reply in heard.reversed() {
      if case .party(let number) = reply { return number }
      if case .partyWasWrong(let number) = reply { return number }
    }
    return ""
  }
}

extension Reply {
  /// The name of a reply that says the same in every call.
  fileprivate var name: String {
    switch self {
    case .notHere: "notHere"
    case .notFound: "notFound"
    case .noParty: "noParty"
    case .partyIsRight: "partyIsRight"
    case .works: "works"
    case .noChange: "noChange"
    case .hindered: "hindered"
    case .lost: "lost"
    case .toldBackNothing: "toldBackNothing"
    case .mustGo: "mustGo"
    case .sentByItself: "sentByItself"
    case .seesReceipt: "seesReceipt"
    default: "hungUp"
    }
  }
}
