package import Drawing
package import Model
package import Wording

/// What a caller says in words of their own, and what is made of it.
extension CallScreen {
  /// Whether something is typed to find a message, so that a digit is a part of it.
  var isSearching: Bool { stage == .message && !query.isEmpty }

  /// What can be pressed stands for keys; a row that no digit takes is gone to first.
  package mutating func aim(at area: HitArea) -> Key? {
    guard !note.isOpen, case .choice(let row) = area.meaning, let place = Int(row) else {
      return nil
    }
    focus = place
    return .enter
  }

  /// Whether the rows are what a message that is not known is like.
  var showsLike: Bool { query.isEmpty && walk.answer(.messageCandidates) != nil }

  /// What the words typed fit, as many as there is room for; of symptoms those that can be chosen, and of messages that
  /// read alike the first.
  package func hits(_ wording: Wording) -> [MessageSearch.Hit] {
    let words = String(query.text.drop { $0 == "#" })
    let offered = walk.flow.field(.messageSymptom)?.heardValues ?? []
    var read: Set<String> = []
    let found = wording.content.messageSearch.hits(words, first: walk.flow.edition).filter {
      (!$0.message.isSymptom || offered.contains($0.message.id))
        && read.insert(wording.callerMessage($0.message.id)).inserted
    }
    return Array(found.prefix(Commonest.rows))
  }

  /// The row that is what was typed: the only one that reads so, or the only one of this Altinn typed whole.
  ///
  /// What is only described so is gone to first.
  func onlyRow(_ wording: Wording) -> String? {
    let hits = hits(wording)
    guard let first = hits.first else { return nil }
    let isAlone = hits.count == 1 && first.isRead
    let isWhole = first.isWhole && first.message.edition == walk.flow.edition
    return isAlone || isWhole && !hits[1].isWhole ? first.message.id : nil
  }

  /// Whether what was said is only like a message, so that nobody has read out how it reads.
  func isLike(_ id: String, _ wording: Wording) -> Bool {
    guard query.isEmpty else {
      return hits(wording).contains { $0.message.id == id && !$0.isRead }
    }
    return walk.candidates(in: .messageCandidates).contains { $0.value == id }
  }

  /// Whether a message is read off the screen: now, or before it was said again.
  func isSeen(_ id: String) -> Bool {
    let before = walk.answer(walk.flow.edition.portal.message)
    return sees || (before?.value == id && before?.source == .seen)
  }

  /// Keeps the words that were typed as the caller's own.
  mutating func noteWords(_ wording: Wording) -> [Effect] {
    guard !query.isEmpty else { return [] }
    caller.words = String(wording.content.kept(query.text, in: nil).prefix(Caller.longestWords))
    return [.desk(.describe(caller, openCase))]
  }

  /// Keeps what was typed and fits no message.
  mutating func keepTyped(_ wording: Wording) -> Response {
    let text = query.text
    query.wipe()
    return read(text, isTyped: true, wording)
  }

  /// Reads a message, and goes on from it at once.
  ///
  /// - Parameter isTyped: Whether it was typed as somebody said it, which nobody saw.
  mutating func read(_ text: String, isTyped: Bool = false, _ wording: Wording) -> Response {
    walk.read(text, with: wording.content.recogniser)
    // The call goes on from it at once, and shows what the caller says.
    _ = walk.keepUnseenText()
    let field = walk.flow.edition.portal.message
    if let id = walk.facts[field] {
      if isTyped { walk.holdMessageAsTold() }
      if let message = wording.content.message(id) {
        goToAltinn(of: message, wording)
        // Whoever calls has it now, unless its date says otherwise; then how the program gets in is asked.
        if message.edition != walk.flow.edition, !wording.comesEarly(walk) { walk.tellComesNow() }
      }
      let effects = goOn(wording)
      success = ("desk.recognised", ["message": wording.callerMessage(id)])
      return .does(effects)
    }
    if let cut = walk.leftOut {
      success = (cut == 1 ? "kept.cut.one" : "kept.cut", ["count": "\(cut)"])
    }
    let words = walk.answer(.messageText)?.value ?? ""
    caller.words = String(words.prefix(Caller.longestWords))
    // What it is like is shown to be chosen, and settles nothing.
    if walk.answer(.messageCandidates) == nil { turn(to: .symptom, wording) }
    return .does(save(wording) + [.desk(.describe(caller, openCase))])
  }

  /// That a message is not known and is kept all the same, with how it begins; `nil` where there is none.
  func unknownText(_ wording: Wording) -> String? {
    guard walk.hasText, walk.answer(walk.flow.edition.portal.message)?.value == Fact.unknown,
      let text = walk.answer(.messageText)?.value
    else { return nil }
    return wording("desk.unknownText", ["text": text.inOneLine])
  }

  /// The label of the row for a caller who has none of the messages, or none at all.
  func noneLabel(_ wording: Wording) -> String {
    wording(unknownText(wording) == nil ? "desk.noMessage" : "desk.noneOfThese")
  }
}
