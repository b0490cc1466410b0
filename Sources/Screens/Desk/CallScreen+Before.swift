import Drawing
package import Model
import SafeText
package import Wording

/// What was before the call: what the organisation has had, what was noted, and what was answered the last time.
extension CallScreen {
  /// Begins with a case that a store holds.
  package mutating func goOn(after act: DeskActKind?, _ wording: Wording) -> [Effect] {
    let asked: [Effect] = [.desk(.readCallback(openCase))]
    guard act == .reopen else { return asked + askEarlier() }
    walk.takeUpAgain()
    announced = Set(walk.diagnosis.failing)
    enter(.message, wording)
    return asked + save(wording)
  }

  /// Takes in who is at the desk and what else there is to do.
  package mutating func look(at desk: DeskRoom) { around = desk.around }

  /// Whether nothing has been told in it yet.
  var isUntouched: Bool {
    caller == Caller() && notes.isEmpty && note.isEmpty && walk.content.rounds.isEmpty
      && walk.content.answers.allSatisfy { $0.answer.source == .derived }
  }

  /// Goes on with the case of a caller who rings again and has read out its code.
  ///
  /// - Parameter holder: What somebody else who has it is called.
  mutating func goBack(to entry: DeskEntry, of holder: String?) -> Response {
    // Whoever is on the line stays there, though their case is with somebody else; the code stands, to be read by.
    if let login = holder {
      offered = String(query.text.drop { $0 == "#" })
      problem = ("desk.takenRead", ["number": "\(entry.id.rawValue)", "login": login])
      return .stays
    }
    query.wipe()
    guard entry.id != number else { return .stays }
    // What was handed over is read before it is received.
    if entry.state == .handed { return .does([.desk(.read(entry.id))]) }
    let act = entry.opening(by: around.agent)
    return .goes(.call(entry.id, act), after: giveWay())
  }

  /// Takes away the call that was begun for somebody who has a case already.
  mutating func giveWay() -> [Effect] {
    guard isUntouched, let number else { return [] }
    // What is gone cannot be gone back to.
    (isOver, self.number) = (true, nil)
    return [.desk(.drop(number))]
  }

  /// Whether the number to ring back on stands in clear: for a short while when its day has come.
  var showsNumber: Bool {
    callbackSince != nil && Self.seconds(from: callbackSince, to: now) < Callback.secondsShown
  }

  /// The number to ring back on, hidden but while it stands in clear.
  func callbackText(_ wording: Wording) -> String? {
    callback.map {
      wording(
        "desk.callback",
        ["number": showsNumber ? $0.number.text : $0.masked, "day": wording.short($0.due)]
      )
    }
  }

  /// Looks for what the organisation has had before, as soon as it is known.
  mutating func askEarlier() -> [Effect] {
    let party = walk.answer(.reporteeName)?.value
    guard party != askedEarlier else { return [] }
    (askedEarlier, earlier) = (party, [])
    guard let number = party.flatMap({ try? OrganisationNumber(checking: $0) }) else { return [] }
    return [.desk(.earlier(of: number, openCase))]
  }

  /// What was answered before the case was taken up again to what is asked now; `nil` where it was not asked then.
  func formerAnswer(_ wording: Wording) -> String? {
    guard let asked, walk.answer(asked.id) == nil else { return nil }
    for round in walk.content.rounds.reversed() {
      guard let answer = round.answers.last(where: { $0.field == asked.id })?.answer.value else {
        continue
      }
      let said =
        asked.id == walk.flow.edition.portal.message ? Self.said(in: round, wording) : nil
      let day = round.closed.map(wording.short) ?? ""
      // In the words of the choices that stand there.
      let isHeard = asked.heardValues.contains(answer)
      let given =
        isHeard
        ? wording.tag(answer, of: asked.id) : wording.option(answer, of: asked.id, in: walk)
      return wording("desk.former", ["day": day, "answer": said ?? given])
    }
    return nil
  }

  /// What a caller said was wrong in a round: a message, what one was like, what happens, or words of their own; `nil`
  /// where they could tell nothing.
  private static func said(in round: Round, _ wording: Wording) -> String? {
    func told(_ field: FieldID) -> String? {
      let value = round.answers.last { $0.field == field }?.answer.value
      return value == Fact.unknown ? nil : value
    }
    if let id = told(.message) { return wording.callerMessage(id) }
    if let id = told(.messageLike) {
      return wording("desk.like", ["message": wording.callerMessage(id)])
    }
    if let id = told(.messageSymptom) { return wording.callerMessage(id) }
    return told(.messageText).map { wording.quoted($0.inOneLine) }
  }

  /// What is wrong, in the language that is read aloud, and below it what was noted.
  ///
  /// - Parameter isCopy: Whether it is for a clipboard, from where it may go anywhere: without names of persons.
  func answerProse(_ wording: Wording, isCopy: Bool = false) -> [Prose] {
    let hasRail = CallLayout(room).rail != nil
    let text =
      ConclusionText(isCopy ? walk.nameless : walk, spoken(wording), showsRegister: true).whole
      + (hasRail || isCopy ? [] : othersProse(wording))
    guard !notes.isEmpty else { return text }
    return text + [.gap, .heading(wording("desk.notes"))]
      + notes.reversed().map { .bullet(line($0, wording)) }
  }

  /// What is said where nothing fits that was typed to find a message.
  var noneFitsKey: String {
    let isCode = query.text.hasPrefix("#") || CaseCode.read(query.text) != nil
    return isCode ? "desk.typesCode" : "desk.noneFits"
  }

  /// What similar calls came of and what the organisation has had before, where there is no rail for it.
  func othersProse(_ wording: Wording) -> [Prose] {
    var prose: [Prose] = []
    if let ended = wording.ended(before.outcome, before.promise) {
      prose += [.gap, .paragraph(ended)]
    }
    if let similar {
      prose += [.gap, .paragraph(wording("desk.similar", ["count": "\(similar.total)"]))]
      prose += wording.alike(similar).map { .bullet($0) }
    }
    guard !earlier.isEmpty else { return prose }
    prose += [.gap, .paragraph(wording("desk.earlier"))]
    return prose + earlier.map { .bullet(line($0, wording)) }
  }

  /// An earlier case with how it stands and how long ago it was touched.
  private func line(_ found: CaseSummary, _ wording: Wording) -> String {
    let age = wording.age(since: found.updated, at: now)
    return "\(found.id.rawValue) \(wording(found.status.textKey)), \(age)"
  }

  private func line(_ note: Note, _ wording: Wording) -> String {
    let who = around.colleagues.first { $0.agent.rawValue == note.who }?.login
    return [wording.text(note.when), who].compactMap(\.self).joined(separator: ", ") + ": "
      + note.text.replacing("\n", with: " ")
  }

  /// The party that is sent for, read back.
  func partyProse(_ wording: Wording) -> [Prose] {
    guard let number = walk.reporteeNumber, let field = walk.flow.field(.reporteeName) else {
      return []
    }
    return wording.readBack(number, in: field, of: walk)
  }

  /// What stands in the rail below who calls: the earlier cases, and as many notes as there is room for.
  func drawBefore(from row: Int, on canvas: inout Canvas, width: Int, _ wording: Wording) {
    var row = row
    func write(_ text: String, _ style: Style, most: Int = 1) {
      for line in Self.wrapped(text, width: width, most: most, canvas.glyphs) {
        canvas.write(line, row: row, column: 0, style: style)
        row += 1
      }
    }
    func writeNotes(_ notes: [Note]) {
      guard !notes.isEmpty else { return }
      row += 1
      write(wording("desk.notes"), .normal)
      for note in notes.reversed() { write(note.text.replacing("\n", with: " "), .muted, most: 2) }
    }
    // What somebody else asked whoever goes on to know comes before what was.
    let told = notes.filter { note in
      note.who != around.agent.rawValue && HandOverText.given(among: [note], wording) == nil
    }.suffix(1)
    writeNotes(Array(told))
    if let ended = wording.ended(before.outcome, before.promise) {
      // Whole or not at all: how it begins tells nothing.
      let lines = Wrap.lines(ended, width: width).count
      let isWithGap = row + lines < canvas.size.rows
      if isWithGap { row += 1 }
      if row + lines <= canvas.size.rows { write(ended, .normal, most: lines) }
    }
    if !earlier.isEmpty {
      row += 1
      write(wording("desk.earlier"), .normal)
      for found in earlier { write(line(found, wording), .muted) }
    }
    writeNotes(notes.filter { !told.contains($0) })
  }
}
