import Drawing
import Model
package import Wording

/// What is taken and written in a call where there is no full screen.
extension CallScreen {
  package mutating func take(_ id: String, wording: Wording) -> Response {
    guard let (choice, value) = CallChoice.read(id) else { return .stays }
    switch choice {
    case .hear: return hear(value, wording)
    case .noMessage:
      query.wipe()
      return press("0", wording)
    case .paste: isPasting = true
    case .answer: return answer(value, wording)
    case .party: return write(value, wording: wording)
    case .typed:
      // Whoever takes it as it stands has looked at it.
      _ = editor?.doubt(wording)
      return handle(.enter, wording: wording)
    case .next: return handle(.enter, wording: wording)
    case .point: return press(value, wording)
    case .row: return Int(value).map { askOpen($0, wording) } ?? .stays
    case .flag where isFlagging:
      report(DeskFlag(rawValue: value), wording)
      isFlagging = false
    case .close, .result, .confirm, .toldBack, .flag, .later, .sooner:
      var response = Response.stays
      for key in choice.keys(value, wording) { response = handle(key, wording: wording) }
      return response
    case .sees: return press("S", wording)
    case .queue: return goToQueue()
    case .points: return run(.overview, wording: wording)
    case .note: return run(.note, wording: wording)
    case .hold: return run(.hold, wording: wording)
    case .park: return run(.park, wording: wording)
    case .handOver: return run(.handOver, wording: wording)
    case .end: return run(.end, wording: wording)
    case .similar: return run(.similar, wording: wording)
    case .call: return back(wording)
    case .waits:
      parking?.wait(for: value.isEmpty ? nil : Actor(rawValue: value))
      return handle(.enter, wording: wording)
    case .give, .giveSecond, .giveFree: return give(to: choice.recipient(value), wording)
    case .line: handing?.rewrite(value)
    }
    return .stays
  }

  private mutating func press(_ sign: String, _ wording: Wording) -> Response {
    sign.first.map { handle(.character($0), wording: wording) } ?? .stays
  }

  /// Goes to the queue, and lets whoever is on the line wait: there is one call at a time.
  private func goToQueue() -> Response {
    let isTalking = hasCaller && holdSince == nil
    return .goes(.queue, after: isTalking ? [.desk(.perform(.hold, openCase))] : [])
  }

  private mutating func give(to recipient: Recipient?, _ wording: Wording) -> Response {
    guard let recipient else { return .stays }
    handing?.give(to: recipient)
    return handle(.enter, wording: wording)
  }

  /// Takes a line that was written in the place of a choice.
  package mutating func write(_ line: String, wording: Wording) -> Response {
    (problem, success) = (nil, nil)
    if note.isOpen {
      note.write(line, wording)
      return handle(.enter, wording: wording)
    }
    switch stage {
    case .message: return writeMessage(line, wording)
    case .party:
      enter(.party, wording)
      editor?.replace(with: line, walk: walk, wording: wording)
      // What begins a name or a number is looked for first, and what may be a slip is asked about.
      guard
        RegisterQuery(line, isForClient: walk.isForClient) != nil || editor?.doubt(wording) != nil
      else { return handle(.enter, wording: wording) }
      problem = editor?.remark
      return .stays
    case .park:
      problem = parking?.write(line)
      return .stays
    case .question where editor != nil:
      search(line)
      return .stays
    case .handOver:
      handing?.write(line, wording)
      return .stays
    default: return .stays
    }
  }

  /// Words of a message, a code that a case has, or the message itself.
  private mutating func writeMessage(_ line: String, _ wording: Wording) -> Response {
    search(line)
    // What a search has no room for is no search.
    if !query.wasCut {
      if let only = onlyRow(wording) { return hear(only, wording) }
      guard rows(wording).isEmpty || line.hasPrefix("#") else { return .stays }
      if case .does(let effects) = openCode(wording) { return .does(effects) }
    }
    query.wipe()
    return paste(line, wording: wording)
  }

  private mutating func search(_ words: String) {
    query.wipe()
    _ = query.paste(words)
  }
}
