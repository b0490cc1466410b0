package import Model
package import SafeText

extension Wording {
  /// That the Altinn of a letter has closed, to somebody who has seen no error.
  func closingInLetter(_ walk: Walk) -> String? { ifWritten(walk.flow.edition.closedInLetterKey) }

  /// The same above what somebody is asked for; whoever is turned to goes by no menus of it.
  func closing(to receiver: Actor, in walk: Walk) -> [Prose] {
    let inLetter = Actor.turnedTo.contains(receiver) ? nil : closingInLetter(walk)
    let words = inLetter ?? closed(for: walk).map { self($0.closedInRequestKey) }
    return words.map { [.toned($0, .bad), .gap] } ?? []
  }

  private func ifWritten(_ key: String) -> String? { has(key) ? self(key) : nil }

  /// That an Altinn has closed, and what that means for what is read: the Altinn of a walk, or the one that its
  /// message is from.
  ///
  /// Nothing where it is in use, and where somebody has said that the program has an old connection, which says
  /// the same of itself.
  package func closing(_ walk: Walk) -> Prose? {
    guard let portal = closed(for: walk) else { return nil }
    guard portal == walk.flow.edition else { return origin(of: walk) }
    let said = [text(portal.closedKey, about: walk), ended(walk)].compactMap(\.self)
    return .toned(said.joined(separator: " "), .bad)
  }

  /// That the service of a walk was gone before the portal closed.
  private func ended(_ walk: Walk) -> String? {
    walk.value(.service).flatMap { content.service($0, of: walk.flow.edition)?.ended }
      .map { self("expiry.\($0)") }
  }

  /// The same in as few words as it takes, where there is little room.
  func closingInShort(_ walk: Walk) -> String? {
    closed(for: walk).map { text($0.closedInShortKey, about: walk) }
  }

  /// The same as it is said to a caller before all else.
  func closingAloud(_ walk: Walk) -> String? {
    closed(for: walk).map { self($0.closedAloudKey) }
  }

  /// The Altinn that has closed, where a walk or its message is of one.
  private func closed(for walk: Walk) -> PortalEdition? {
    guard walk.flow.edition == .current else { return walk.flow.edition }
    guard walk.flow.findsFaults, walk.value(.programWay) != ProgramWay.password.rawValue else {
      return nil
    }
    return messagePortal(walk).flatMap { $0 == .current ? nil : $0 }
  }

  /// The same where one begins.
  package func closedAtHome(_ edition: PortalEdition) -> Prose? {
    edition == .current ? nil : .toned(self(edition.closedAtHomeKey), .bad)
  }

  /// The same above everything else that is read, since nobody must open a page that is gone without
  /// knowing it.
  func notice(above walk: Walk) -> [Prose] { closing(walk).map { [$0, .gap] } ?? [] }
}

/// What is said otherwise in one portal.
extension Wording {
  /// The key of the words that are written for one portal alone, where they are.
  package func key(_ key: String, in edition: PortalEdition) -> String {
    let own = "\(key).\(edition.rawValue)"
    return has(own) ? own : key
  }

  /// A cause, as it is called in a portal.
  package func title(of cause: Cause, in edition: PortalEdition) -> String {
    self(key(cause.titleKey, in: edition))
  }

  /// How a point stands, by its ground where that has a word of its own.
  package func state(of verdict: Verdict) -> String {
    let keys = verdict.reasons.compactMap { reason -> String? in
      if case .ground(let ground) = reason { ground.stateKey } else { nil }
    }
    return self(keys.first(where: has) ?? verdict.state.textKey)
  }

  /// The same of a point of a diagnosis: one that only probably fails or is in order is said to do no more than that.
  ///
  /// - Parameter diagnosis: Nothing where what was wrong is sure since it has been mended.
  package func state(of verdict: Verdict, in diagnosis: Diagnosis?) -> String {
    guard diagnosis?.isOnlyLikely(verdict) == true else { return state(of: verdict) }
    return self(verdict.state == .ok ? "state.ok.likely" : "state.failing.likely")
  }

  /// What is said to be wrong, with a word before it where that is only likely.
  func hedged(_ wrong: String, in diagnosis: Diagnosis) -> String {
    diagnosis.conclusion.certainty == .likely ? self("hedge.says", ["what": wrong]) : wrong
  }

  /// The word for that, to stand within a sentence with a blank behind it; nothing where it is sure.
  func hedge(in diagnosis: Diagnosis) -> String {
    diagnosis.conclusion.certainty == .confirmed ? "" : self("hedge.word") + " "
  }

  /// What a message points to; `nil` where that is nothing that can be wrong.
  package func pointed(at causes: [Cause], in edition: PortalEdition) -> String? {
    let names = causes.filter { ![.noFault, .unknown].contains($0) }.map { cause in
      cause.point == nil ? self(key(cause.namedKey, in: edition)) : title(of: cause, in: edition)
    }
    guard !names.isEmpty else { return nil }
    return self("recognised.causes", ["causes": names.joined(separator: ", ")])
  }
}

/// Where a pasted message comes from, and when.
extension Wording {
  /// The portal that the message of a walk comes from: as what it was recognised, or by what it names.
  func messagePortal(_ walk: Walk) -> PortalEdition? {
    if let known = walk.facts[.message].flatMap(content.message) { return known.edition }
    return walk.answer(.messageText).flatMap {
      content.recogniser.recognise($0.value).portalOfFields
    }
  }

  /// Whether a message of a portal that has closed is dated before or after that.
  func side(ofMessageIn walk: Walk, from portal: PortalEdition) -> MessageDates.Side? {
    guard let last = content.lastDay(of: portal), let text = walk.answer(.messageText)?.value else {
      return nil
    }
    return MessageDates.side(of: text, from: last, on: today)
  }

  /// Whether a message of a portal that has closed is dated after that.
  package func comesLate(_ walk: Walk) -> Bool {
    guard let portal = messagePortal(walk), case .after = side(ofMessageIn: walk, from: portal)
    else {
      return false
    }
    return true
  }

  /// Whether a message of a portal that has closed is dated before that, so that it need not come now.
  package func comesEarly(_ walk: Walk) -> Bool {
    guard let portal = messagePortal(walk), case .upTo = side(ofMessageIn: walk, from: portal)
    else {
      return false
    }
    return true
  }

  /// What it means for whoever gets a message that it comes from another portal, or from one that had closed.
  func origin(of walk: Walk) -> Prose? {
    guard let portal = messagePortal(walk) else { return nil }
    let key: String
    var day: Day?
    switch side(ofMessageIn: walk, from: portal) {
    case .after(let last): (key, day) = (portal.lateMessageKey, last)
    case .upTo(let last) where portal != walk.flow.edition:
      (key, day) = (portal.oldMessageKey, last)
    case .upTo, nil:
      guard portal != walk.flow.edition else { return nil }
      key = portal.messageKey
    }
    // What somebody says it is like, it need not be.
    if portal != walk.flow.edition, walk.isMessageChosen {
      return .toned(text(portal.likeMessageKey, about: walk), .bad)
    }
    let values = ["day": day.map { text($0) } ?? ""]
    return .toned(self(variant(of: key, in: walk), values), .bad)
  }
}

extension Walk {
  /// Whether the message stands nowhere to the letter, and somebody has chosen it among those that are like it.
  fileprivate var isMessageChosen: Bool {
    answer(.messageLike).map { $0.value == facts[.message] } ?? false
  }

  /// Whether a task is at its first step.
  var beginsTask: Bool { !flow.findsFaults && current.id == flow.steps.first?.id }
}
