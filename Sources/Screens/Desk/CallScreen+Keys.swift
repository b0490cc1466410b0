package import Drawing
import Model
package import Wording

/// What a key does in a call.
extension CallScreen {
  package mutating func handle(_ key: Key, wording: Wording) -> Response {
    (problem, success) = (nil, nil)
    if note.isOpen { return handleNote(key, wording) }
    if let response = handleFlag(key, wording) { return response }
    if let response = takeNumber(key, wording) { return response }
    switch stage {
    case .message: return handleMessage(key, wording)
    case .party: return handleEditor(key, wording)
    case .question where editor != nil: return handleEditor(key, wording)
    case .question, .symptom, .role: return handleChoice(key, wording)
    case .points: return handlePoints(key, wording)
    case .answer: return handleAnswer(key, wording)
    case .wrapUp: return handleWrapUp(key, wording)
    case .park: return handlePark(key, wording)
    case .handOver: return handleHandOver(key, wording)
    }
  }

  package mutating func run(_ command: Command, wording: Wording) -> Response {
    (problem, success) = (nil, nil)
    switch command {
    case .overview:
      guard stage != .points else { return back(wording) }
      turn(to: .points, wording)
    case .conclude:
      guard stage != .answer else {
        return walk.nextQuestion == nil ? back(wording) : askNext(wording)
      }
      turn(to: .answer, wording)
      return .does(save(wording))
    case .language: return readInNextLanguage(wording)
    case .note:
      guard !note.isOpen else { return back(wording) }
      note.isOpen = true
    case .hold: return .does([.desk(.perform(holdSince == nil ? .hold : .resume, openCase))])
    case .park:
      guard stage != .park else { return back(wording) }
      turn(to: .park, wording)
      return .does(save(wording))
    case .handOver:
      guard stage != .handOver else { return .ignored }
      turn(to: .handOver, wording)
      return .does(save(wording))
    case .end:
      guard stage != .wrapUp else { return .ignored }
      turn(to: .wrapUp, wording)
      return .does(save(wording))
    case .similar:
      return .does([.desk(.similar(Likeness(of: walk, role: caller.role), openCase))])
    default: return .ignored
    }
    return .stays
  }

  // MARK: - What the caller says

  /// The rows to choose from: what the words typed fit, what the pasted text is like, or the commonest.
  func rows(_ wording: Wording) -> [String] {
    guard query.isEmpty else { return hits(wording).map(\.message.id) }
    let like = walk.candidates(in: .messageCandidates).map(\.value)
    return like.isEmpty ? commonest : like
  }

  private mutating func handleMessage(_ key: Key, _ wording: Wording) -> Response {
    switch key {
    // In what is being spelled out a digit is a sign like any other, such as in `HTTP 403`.
    case .character(let sign) where query.isEmpty && sign.isASCII && sign.isNumber:
      guard let digit = sign.wholeNumberValue else { return .stays }
      if digit == 0 { return noMessage(wording) }
      let rows = rows(wording)
      guard digit <= rows.count, isOnScreen(choice: digit - 1, wording) else { return .stays }
      return hear(rows[digit - 1], wording)
    case .down, .up:
      focus = moved(key, among: rows(wording).count)
      return .stays
    case .enter: return takeMessage(wording)
    default:
      focus = nil
      return query.handle(key) == .ignored ? .ignored : .stays
    }
  }

  /// Takes the row that was gone to or that is what was typed; of several the first is gone to, and what none fits
  /// is kept as it was said.
  private mutating func takeMessage(_ wording: Wording) -> Response {
    let rows = rows(wording)
    if let focus, rows.indices.contains(focus) { return hear(rows[focus], wording) }
    guard !query.isEmpty else { return .stays }
    if case .does(let effects) = openCode(wording) { return .does(effects) }
    if let only = onlyRow(wording) { return hear(only, wording) }
    guard rows.isEmpty else {
      focus = 0
      return .stays
    }
    return query.text.hasPrefix("#") ? .stays : keepTyped(wording)
  }

  /// The case of a code that was typed, which the caller has from the last time; the number alone opens none, since
  /// anybody can guess it.
  mutating func openCode(_ wording: Wording) -> Response {
    let typed = String(query.text.drop { $0 == "#" })
    let code = CaseCode.read(typed)
    guard query.text.hasPrefix("#") || code?.letters != nil else { return .stays }
    if let code {
      guard code.letters != nil else { return complain("desk.codeLetters") }
      return .does([.desk(offered == typed ? .read(code.id) : .find(code: typed))])
    }
    // Letters that no code has are as wrong as those of another.
    if typed.prefix(while: { $0.isASCII && $0.isNumber }).count > 3 {
      return complain("desk.wrongLetters")
    }
    // Else it may be the code of a message.
    return rows(wording).isEmpty ? complain("desk.typesCode") : .stays
  }

  /// Says what is wrong with what was typed, which stands as it was.
  private mutating func complain(_ key: String) -> Response {
    problem = (key, [:])
    return .does([])
  }

  private mutating func noMessage(_ wording: Wording) -> Response {
    walk.give(Fact.unknown, to: walk.flow.edition.portal.message)
    walk.give(walk.answer(.messageCandidates) == nil ? nil : Fact.unknown, to: .messageLike)
    turn(to: .symptom, wording)
    return .does(save(wording))
  }

  /// Goes to today's Altinn for a message of it, and for one that is dated after its own had closed; any other of the
  /// Altinn that has closed is asked about where the call is.
  mutating func goToAltinn(of message: Message, _ wording: Wording) {
    guard message.edition == .current || wording.comesLate(walk), walk.flow.edition != .current
    else { return }
    wording.changePortal(of: &walk)
  }

  /// Takes what the caller says; it is told, unless they read it off the screen now.
  mutating func hear(_ id: String, _ wording: Wording) -> Response {
    guard let message = wording.content.message(id) else { return .stays }
    let isLike = isLike(id, wording)
    let described = isLike ? noteWords(wording) : []
    goToAltinn(of: message, wording)
    query.wipe()
    walk.give(nil, to: .messageLike)
    if message.isSymptom || isLike {
      walk.give(Fact.unknown, to: walk.flow.edition.portal.message)
      walk.give(message.isSymptom ? id : nil, to: .messageSymptom)
      // What is only like a message is chosen from what it may be, and is not what it says.
      if !message.isSymptom { walk.give(id, to: .messageLike) }
    } else {
      walk.give(id, to: walk.flow.edition.portal.message, from: isSeen(id) ? .seen : .told)
      if message.edition != walk.flow.edition { walk.tellComesNow() }
    }
    let isClient = walk.diagnosis.facts[.workFor] == WorkFor.client.rawValue
    let effects = isClient ? askParty(WorkFor.client.rawValue, wording) : goOn(wording)
    return .does(effects + described)
  }

  package mutating func paste(_ text: String, wording: Wording) -> Response {
    (problem, success) = (nil, nil)
    if note.isOpen {
      note.paste(text, wording)
      return .stays
    }
    if stage == .handOver {
      handing?.paste(text) { wording.content.kept($0, in: nil) }
      return .stays
    }
    if editor != nil {
      (unsureStep, unsureLetter) = (nil, nil)
      editor?.paste(text, walk: walk, wording: wording)
      return .stays
    }
    guard stage == .message else { return .stays }
    isPasting = false
    query.wipe()
    focus = nil
    return read(text, wording)
  }

  // MARK: - Questions

  func moved(_ key: Key, among count: Int) -> Int? {
    guard count > 0 else { return nil }
    guard let focus else { return key == .down ? 0 : count - 1 }
    return min(max(0, focus + (key == .down ? 1 : -1)), count - 1)
  }

  private mutating func handleChoice(_ key: Key, _ wording: Wording) -> Response {
    guard let asked else { return .ignored }
    if let response = moveStep(key, wording) { return response }
    let values = asked.heardValues
    switch key {
    case .character("S") where canLook:
      sees.toggle()
      return .stays
    // Nothing is said to be seen by a letter of a word that somebody types.
    case .character("s") where canLook: return complain("desk.capitalS")
    case .character(let sign):
      guard let value = value(of: sign, among: values, wording) else { return .ignored }
      // What answers stands on the screen: below the steps the letters do, and that nobody knows always does.
      let isTold = unsureStep != nil || value == Fact.unknown && !sign.isNumber
      if !isTold, let place = values.firstIndex(of: value), !isOnScreen(choice: place, wording) {
        return .stays
      }
      return answer(value, wording)
    case .down, .up:
      focus = moved(key, among: values.count)
      return .stays
    case .enter:
      guard let focus, values.indices.contains(focus) else { return .stays }
      return answer(values[focus], wording)
    default: return .ignored
    }
  }

  /// Whether the caller can have what is asked about before them.
  var canLook: Bool {
    stage == .question && editor == nil
      && asked.map { walk.canBeLookedAt($0.id, by: caller.role) } ?? false
  }

  /// The answer of a key: *j*, *n* and *v*, or the place in the list.
  private func value(of sign: Character, among values: [String], _ wording: Wording) -> String? {
    let low = sign.lowercased()
    let lettered = [Fact.yes, Fact.no, Fact.unknown].filter(values.contains)
    if let value = lettered.first(where: { wording("letter.\($0)") == low }) { return value }
    guard sign.isASCII, let digit = sign.wholeNumberValue, digit > 0, digit <= values.count else {
      return nil
    }
    return values[digit - 1]
  }

  mutating func answer(_ value: String, _ wording: Wording) -> Response {
    if value == Fact.unknown { return unsure(wording) { .does($0.give(Fact.unknown, $1)) } }
    return .does(give(value, wording))
  }

  /// Takes it that nobody knows.
  mutating func answerUnknown(_ wording: Wording) -> Response {
    .does(give(Fact.unknown, wording))
  }

  private mutating func give(_ value: String, _ wording: Wording) -> [Effect] {
    guard let asked else { return [] }
    if editor != nil { query.wipe() }
    editor = nil
    // Whoever does not know looks at nothing, and only of a question one says that it is looked at.
    if stage != .question || value == Fact.unknown { sees = false }
    switch stage {
    case .role: return giveRole(value, wording)
    case .symptom: walk.give(value, to: asked.id)
    default:
      walk.give(value, to: asked.id, from: sees && canLook ? .seen : .told)
      let before = asked.place
      defer { if self.asked?.place != before { sees = false } }
      if [FieldID.reporteeKind, .workFor].contains(asked.id) { return askParty(value, wording) }
      return goOn(wording)
    }
    return goOn(wording)
  }

  /// Whoever does the payroll, keeps the books or leads sends for an organisation.
  private mutating func giveRole(_ value: String, _ wording: Wording) -> [Effect] {
    caller.role = CallerRole(rawValue: value)
    let described: [Effect] = [.desk(.describe(caller, openCase))]
    let isThird = walk.flow.edition == .altinn3
    let kind = partyKind
    let told: String? =
      switch caller.role {
      case .staff, .leader: isThird ? WorkFor.own.rawValue : ReporteeKind.organisation.rawValue
      case .accountant: isThird ? WorkFor.client.rawValue : ReporteeKind.organisation.rawValue
      case .person, .vendor, .other, nil: nil
      }
    // Whoever cannot tell for whom they ring is not asked it once more in other words.
    if isThird, value == Fact.unknown {
      walk.give(Fact.unknown, to: kind)
      return described + goOn(wording)
    }
    guard let told else {
      enter(.question, wording)
      return described + save(wording)
    }
    walk.give(told, to: kind)
    return described + askParty(told, wording)
  }

  /// Asks for the number of an organisation, unless it is known.
  private mutating func askParty(_ kind: String, _ wording: Wording) -> [Effect] {
    let hasNumber = [
      ReporteeKind.organisation.rawValue, WorkFor.own.rawValue, WorkFor.client.rawValue,
    ].contains(kind)
    guard hasNumber, walk.answer(.reporteeName) == nil else { return goOn(wording) }
    turn(to: .party, wording)
    return save(wording)
  }

  private mutating func handleEditor(_ key: Key, _ wording: Wording) -> Response {
    if let response = takeUnsure(key, wording) { return response }
    guard var editor else { return .ignored }
    let response = editor.handle(key, walk: walk, wording: wording)
    self.editor = editor
    guard response == .takes(QuestionForm.next) else {
      (unsureStep, unsureLetter) = (nil, nil)
      return response
    }
    // Nothing is required: an empty line and an untouched list say that it is not known.
    if stage == .question, editor.given == nil { return unsure(wording) { $0.answerUnknown($1) } }
    return takeLine(wording)
  }

  /// Goes on with what stands in the line.
  mutating func takeLine(_ wording: Wording) -> Response {
    guard var editor else { return .ignored }
    if let wrong = editor.problem {
      problem = wrong
      return .stays
    }
    if let doubt = editor.doubt(wording) {
      problem = doubt
      self.editor = editor
      return .stays
    }
    editor.give(to: &walk, wording: wording, isAnswer: true)
    self.editor = nil
    return .does(goOn(wording))
  }

  // MARK: - Answer

  private mutating func handleAnswer(_ key: Key, _ wording: Wording) -> Response {
    if key == .enter { return askNext(wording) }
    if key == .character("S") { return seeMessage(wording) }
    if key == .character("s"), messageToSee != nil { return complain("desk.capitalS") }
    return answerText.handle(key) == .ignored ? .ignored : .stays
  }

  /// The message that the caller can read off the screen; `nil` where none is known to be it.
  var messageToSee: String? {
    guard let answer = walk.answer(walk.flow.edition.portal.message) else { return nil }
    guard answer.value == Fact.unknown else { return answer.value }
    return walk.answer(.messageLike).flatMap { $0.value == Fact.unknown ? nil : $0.value }
  }

  /// Notes that the caller reads the message off the screen now, and does not only tell of it; or takes that back.
  private mutating func seeMessage(_ wording: Wording) -> Response {
    let field = walk.flow.edition.portal.message
    guard let value = messageToSee, let answer = walk.answer(field) else { return .ignored }
    if answer.value == Fact.unknown || answer.source == .told {
      walk.give(value, to: field, from: .seen)
    } else {
      let isLike = walk.answer(.messageLike)?.value == value
      walk.give(nil, to: field)
      walk.give(isLike ? Fact.unknown : value, to: field, from: .told)
    }
    enter(.answer, wording)
    return .does(save(wording))
  }

  /// The next question, where there is one.
  private mutating func askNext(_ wording: Wording) -> Response {
    guard let fact = walk.nextQuestion else { return .stays }
    ask(fact, wording)
    return .does(save(wording))
  }
}
