package import Drawing
package import Model
import SafeText
package import Wording

/// A caller on the line: what to say, what to listen for, and what it comes to.
///
/// The same walk as of somebody alone, asked aloud: the header, the line that is said and the bottom lines
/// never move.
package struct CallScreen: Screen {
  package internal(set) var walk: Walk
  package internal(set) var stage: CallStage
  package internal(set) var caller: Caller
  var openCase: CaseHandle
  /// The handle before what was to be saved became a case of its own.
  private var former: CaseHandle?
  package internal(set) var number: CaseID?
  var code: CaseCode?
  /// The day the case began.
  private(set) var began: Day?
  var keeping: WalkScreen.Keeping = .nothingYet
  var savesUnderWay = 0

  /// What moments are known: the first second, the first verdict, since when the caller waits.
  var started: Timestamp?
  var verdictAt: Timestamp?
  var holdSince: Timestamp?
  var now: Timestamp?
  /// Whether somebody is on the line, who waits while the agent is elsewhere; a case that was taken up has nobody there.
  var hasCaller = true

  /// Whether the caller looks at the page now, so that what they answer is seen.
  var sees = false
  /// The step of finding out that is read aloud; `nil` while nobody has said *vet ikke*.
  var unsureStep: Int?
  /// The letter that asked for the steps beside a line, in case it turns out to begin a word.
  var unsureLetter: Character?
  /// The row that an arrow key has moved to; Enter takes nothing before.
  var focus: Int?
  /// Digits that were typed one after the other where they answer.
  var digits: DigitRun?
  /// What is typed to find a message.
  var query = LineEditor(limit: 60)
  /// Takes what is no choice: a service, a number.
  var editor: (any FieldEditor)?
  /// What was typed on pages that were left with no answer, each with what the answer was then.
  private var left: [FieldID: (editor: any FieldEditor, answer: String?)] = [:]
  var answerText = TextBlock([])
  /// The conclusion as it is read aloud.
  var conclusion = ""
  var note = NoteForm()
  /// Whether a message is about to be pasted, where there is no full screen.
  var isPasting = false
  var wrapUp: WrapUpForm?
  /// What is wrong with what Veiviser said.
  var flag: DeskFlag?
  /// Whether that is being chosen.
  var isFlagging = false
  var parking: ParkForm?
  var handing: HandOverForm?
  /// The pages gone back over by Escape.
  var behind: [Place] = []
  /// The point whose answers are shown, or all of them.
  var openPoint: OpenPoint?
  /// The points already told to fail, so that each is told once.
  var announced: Set<Point> = []
  /// The code that was typed of a case that a colleague has, which a second Enter reads.
  var offered: String?
  /// The rows to begin with.
  let commonest: [String]
  /// Whether the agent is done with it for now.
  var isOver = false
  /// Whether somebody else has taken it, so that nothing more of it is kept.
  private(set) var isLost = false
  /// The other calls, for the bottom line.
  var around = DeskAround()
  var similar: SimilarCases?
  /// The earlier cases of the organisation that the call is about, which was asked for once.
  var earlier: [CaseSummary] = []
  var askedEarlier: String?
  private var register = RegisterAsker()
  /// What was noted on the case, in its order.
  var notes: [Note] = []
  /// How the case stood before it was gone on with.
  var before = DeskBefore()
  var callback: Callback?
  /// Since when the number to ring back on stands in clear.
  var callbackSince: Timestamp?
  private(set) var room = Size(columns: 0, rows: 0)
  package internal(set) var problem: Remark?
  package internal(set) var success: Remark?

  /// A page to go back to.
  struct Place: Equatable, Sendable {
    let stage: CallStage
    let step: StepID
    /// What was opened there.
    let open: OpenPoint?
  }

  /// Begins a call that was just answered.
  package init(_ walk: Walk, as handle: CaseHandle, at now: Timestamp?, commonest: [String]) {
    var walk = walk
    walk.beginCall()
    self.walk = walk
    stage = .message
    caller = Caller()
    openCase = handle
    started = now
    self.now = now
    self.commonest = commonest
  }

  /// Goes on with a call that a store holds, at the page where it stood.
  package init(
    resuming walk: Walk,
    _ entry: DeskEntry,
    notes: [Note] = [],
    before: DeskBefore = DeskBefore(),
    as handle: CaseHandle,
    at now: Timestamp?,
    commonest: [String],
    wording: Wording
  ) {
    self.init(walk, as: handle, at: now, commonest: commonest)
    take(entry)
    (self.notes, self.before) = (notes, before)
    hasCaller = before.wasOnLine
    // Whoever was on the line has been there since it was answered.
    if hasCaller, let since = entry.desk.ownerSince { started = since }
    keeping = .saved
    let place = walk.answer(.callPlace).flatMap { CallStage(rawValue: $0.value) }
    announced = Set(walk.diagnosis.failing)
    if let begun = walk.answer(.noteDraft)?.value {
      note.replace(with: begun)
      note.isOpen = true
    }
    enter(place ?? .message, wording)
  }

  package var handle: CaseHandle? { openCase }
  package var pageName: String {
    "call \(openCase) \(stage.rawValue) \(walk.current.id) \(unsureStep ?? -1)"
      + (openPoint.map { " \($0)" } ?? "") + (isFlagging ? " flag" : "")
  }
  package var takesKeysAhead: Bool { true }
  package var isSteady: Bool { true }
  package var portal: PortalEdition? { nil }
  package var scopes: [Scope] {
    let reads = stage == .answer || stage == .wrapUp
    return [.call, .walk] + (reads ? [.reading] : [])
  }
  package var takesText: Bool {
    switch stage {
    case _ where note.isOpen: true
    case .message: true
    case .park: parking?.takesNumber == true
    case .handOver: handing?.isTyping == true
    default: editor?.takesText == true
    }
  }

  package func isSame(as other: any Screen) -> Bool {
    (other as? CallScreen).map { $0.pageName == pageName && $0.walk.content == walk.content }
      ?? false
  }

  /// The question that is asked aloud; `nil` where none is.
  var asked: Field? {
    switch stage {
    case .message: walk.flow.field(showsLike ? .messageLike : walk.flow.edition.portal.message)
    case .symptom: walk.flow.field(.messageSymptom)
    case .role: .callerRole
    case .party: walk.flow.field(.reporteeName)?.numberAlone
    case .question: walk.current.fields.first
    case .points, .answer, .wrapUp, .park, .handOver: nil
    }
  }

  /// Seconds since the caller was answered, or since somebody took the case.
  var seconds: Int { Self.seconds(from: started, to: now) }

  // MARK: - Going

  /// Shows a page of the call.
  mutating func enter(_ new: CallStage, _ wording: Wording) {
    if let editor {
      let was = (editor: editor, answer: walk.answer(editor.field.id)?.value)
      left[editor.field.id] = editor.mayStand ? was : nil
    }
    stage = new
    (unsureStep, unsureLetter, focus, editor, isPasting) = (nil, nil, nil, nil, false)
    (openPoint, isFlagging) = (nil, false)
    // What was remarked was so on the page before.
    (problem, success) = (nil, nil)
    switch new {
    case .party:
      editor = asked.map { lineAsLeft($0, wording) }
    case .question:
      if let asked, case .search = asked.input { editor = lineAsLeft(asked, wording) }
    case .answer:
      answerText = TextBlock(answerProse(wording))
      sayConclusion(wording)
      if verdictAt == nil, !walk.diagnosis.conclusion.causes.isEmpty { verdictAt = now }
    case .wrapUp:
      let filledIn = WrapUpForm(matter(wording))
      wrapUp = wrapUp?.asLeft(filledIn) ?? filledIn
      wrapUp?.flag(flag)
    case .park:
      let filledIn = ParkForm(
        matter(wording).ended,
        asksNumber: around.keepsCallbacks
      )
      parking = parking?.asLeft(filledIn) ?? filledIn
    case .handOver:
      let filledIn = HandOverForm(matter(wording))
      handing = handing?.asLeft(filledIn) ?? filledIn
    case .message, .symptom, .role, .points: break
    }
    fit(room)
    walk.give(new.rawValue, to: .callPlace, from: .derived)
  }

  /// What a question is answered in, as it was left, unless it has been answered otherwise since.
  private func lineAsLeft(_ field: Field, _ wording: Wording) -> any FieldEditor {
    guard var was = left[field.id], was.answer == walk.answer(field.id)?.value else {
      return fieldEditor(field, walk: walk, wording: wording)
    }
    was.editor.reword(walk: walk, wording: wording)
    return was.editor
  }

  // MARK: - Saving

  /// Has the case kept as it now is.
  mutating func save(_ wording: Wording) -> [Effect] {
    keepDraft()
    savesUnderWay += 1
    keeping = .underWay
    return [.save(wording.draft(walk), openCase)] + askEarlier()
  }

  /// Goes on with what was to be saved as a case of its own, which has no number and no code yet.
  mutating func goOn(as new: CaseHandle, with mine: CaseDraft) -> [Effect] {
    former = openCase
    openCase = new
    (number, code) = (nil, nil)
    (savesUnderWay, keeping) = (1, .underWay)
    return [.desk(.begin(mine, caller, new))]
  }

  /// The first save, which gives the case its number and its code.
  package mutating func begin(_ wording: Wording) -> [Effect] {
    savesUnderWay += 1
    keeping = .underWay
    return [.desk(.begin(wording.draft(walk), caller, openCase))]
  }

  /// Takes in what the store holds of the case beside its answers.
  mutating func take(_ entry: DeskEntry) {
    number = entry.id
    began = entry.summary.created.day
    code = entry.code
    caller = entry.desk.caller
    holdSince = entry.state == .hold ? (holdSince ?? now) : nil
    hasCaller = hasCaller || holdSince != nil
  }

  /// Takes back what stood at its end, which was undone.
  mutating func take(_ end: CallEnd) {
    (wrapUp, handing, flag) = (end.wrapUp, end.handing, end.flag)
  }

  package mutating func receive(_ event: Event, wording: Wording) -> Response {
    switch event {
    case .saved(openCase, let id):
      savesUnderWay = max(0, savesUnderWay - 1)
      if savesUnderWay == 0 { keeping = .saved }
      number = id
    case .saveFailed(openCase, _, _), .changedElsewhere(openCase, _, _),
      .deletedElsewhere(openCase, _, _):
      savesUnderWay = max(0, savesUnderWay - 1)
      keeping = .failed
    // A later save follows the one that became a case of its own.
    case .changedElsewhere(former, _, let mine), .deletedElsewhere(former, _, let mine):
      savesUnderWay += 1
      keeping = .underWay
      return .does([.save(mine, openCase)])
    case .overtaken(openCase, _), .removed(openCase, _): keeping = .overtaken
    case .desk(.begun(openCase, let entry)):
      savesUnderWay = max(0, savesUnderWay - 1)
      if savesUnderWay == 0 { keeping = .saved }
      take(entry)
    case .desk(.entry(openCase, let entry, _)): take(entry)
    case .registered(let reply) where register.awaits(reply):
      walk.learn(reply, on: wording.today)
      reword(wording)
    case .foundInRegister(let hits) where hits.query == register.sought: editor?.take(hits)
    case .desk(.noted(openCase, let note)): notes.append(note)
    case .desk(.lost(openCase, _, _, let unkept)):
      savesUnderWay = max(0, savesUnderWay - 1)
      (isLost, keeping) = (true, .failed)
      // What was written is there to be copied, or to be put in a case of its own.
      if let unkept, note.isEmpty {
        note.replace(with: unkept)
        note.isOpen = true
      }
    case .desk(.found(let entry, let holder)): return goBack(to: entry, of: holder)
    case .desk(.read(let reading)):
      // While it is only read, whoever is on the line has no other case than this.
      let left = reading.holder == nil ? giveWay() : []
      let read = ReadFirstScreen(reading, by: around.agent, from: isOver ? nil : number)
      return .goes(.screen(read), after: left)
    case .desk(.similar(openCase, let found)):
      similar = found
      reword(wording)
    case .desk(.earlier(openCase, let found)):
      earlier = found
      reword(wording)
    case .desk(.callback(openCase, let found)):
      callback = found
      if let today = wording.today, found.due <= today { callbackSince = now }
    default: return .ignored
    }
    return .stays
  }

  package mutating func askRegister() -> [Effect] {
    let typed = [editor?.field.organisation(in: editor?.given)].compactMap(\.self)
    let query = editor?.sought.flatMap { RegisterQuery($0, isForClient: walk.isForClient) }
    return register.ask(walk, typed: typed, sought: query)
  }

  package mutating func tick(_ moment: Timestamp) {
    now = moment
    if started == nil { started = moment }
  }

  package mutating func fit(_ size: Size) {
    room = size
    let main = CallLayout(size, saying: stage == .answer ? conclusion : nil)
    // The last row says that nobody need know.
    editor?.fit(Size(columns: main.main.width, rows: max(0, main.below.height - 1)))
    answerText.fit(Size(columns: main.main.width, rows: main.below.height))
  }
}
