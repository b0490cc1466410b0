package import Model

extension Wording {
  /// What a caller says is wrong: the message as it reads, or their own words with what those are like; `nil` while
  /// neither is known.
  ///
  /// What was only chosen as being like it is never told as if somebody had read it out.
  package func said(_ walk: Walk, _ caller: Caller) -> String? {
    let text = walk.answer(.messageText)?.value ?? ""
    // Of a message that was pasted the words are the beginning.
    let words = text.hasPrefix(caller.words) ? text : caller.words
    let own = words.isEmpty ? nil : quoted(words.inOneLine)
    guard let id = walk.facts[.message] else { return own }
    let like = [FieldID.messageLike, .messageSymptom].compactMap { walk.answer($0)?.value }
    guard walk.answer(.message)?.value == Fact.unknown, like.contains(id) else {
      return callerMessage(id)
    }
    guard let own else {
      return walk.answer(.messageLike)?.value == id
        ? self("desk.like", ["message": callerMessage(id)]) : callerMessage(id)
    }
    return own + ", " + self("desk.like", ["message": callerMessage(id)])
  }
}
