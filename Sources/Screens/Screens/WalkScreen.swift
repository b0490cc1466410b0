package import Wording
package import Drawing
package import Model
package import SafeText

/// One flow on the screen: how far the person has come in it, and the form of that step.
package struct WalkScreen: Screen {
  package internal(set) var walk: Walk
  /// What the case is saved as.
  package internal(set) var openCase: CaseHandle
  /// What the case was saved as before the person kept it as a case of its own.
  var former: CaseHandle?
  private(set) var form: any Form
  /// The page of the conclusion that is read; `nil` while it is the first one, and on every other step.
  private(set) var part: ConclusionPart?
  package internal(set) var keeping: Keeping = .nothingYet
  /// How many saves have not come back yet: an earlier one that has says nothing of the last.
  var savesUnderWay = 0
  package internal(set) var number: CaseID?
  /// The case on whose screen this task was begun, to which Escape leads back; `nil` for a case that was
  /// taken up again, since its way there is not the person's any more.
  var begunFrom: CaseID?
  /// The walk as it was left in the other Altinn, where one goes on as long as nothing has been answered since.
  private var otherWalk: Walk?
  /// Whether the last key was the one that changed the Altinn, which is then taken back whole.
  private var hasJustChanged = false
  var register = RegisterAsker()
  /// The questions that were left before the person had gone on from them, as they stood.
  var left = LeftQuestions()
  /// What was last to be saved; `nil` before the first save here.
  var sent: CaseDraft?
  package private(set) var problem: Remark?

  package init(_ walk: Walk, as handle: CaseHandle, number: CaseID? = nil, wording: Wording) {
    self.walk = walk
    openCase = handle
    self.number = number
    keeping = number == nil ? .nothingYet : .saved
    form = Self.form(for: walk, number: number, wording)
  }

  /// Every flow from its start.
  package static func homeEntries(_ home: HomeState, _ wording: Wording) -> [HomeEntry] {
    Flow.ids(of: home.portal).map {
      HomeEntry($0.rawValue, wording("flow.\($0).start"), to: .flow($0))
    }
  }

  package var handle: CaseHandle? { openCase }
  package var pageName: String {
    "\(openCase) \(walk.flow.id) \(walk.current.id) \(part?.rawValue ?? "")"
  }
  var question: QuestionForm? { form as? QuestionForm }
  package var takesText: Bool { question?.takesText ?? false }
  package var hasLine: Bool { question?.hasLine ?? false }
  package var isTypingSecret: Bool { question?.isTypingSecret ?? false }

  package func isSame(as other: any Screen) -> Bool {
    guard let other = other as? WalkScreen else { return false }
    return form.isSame(as: other.form) && walk.content == other.walk.content
  }

  // MARK: - Keys

  package mutating func handle(_ key: Key, wording: Wording) -> Response {
    (problem, hasJustChanged) = (nil, false)
    let response = form.handle(key, walk: walk, wording: wording)
    switch response {
    case .takes(QuestionForm.back): return goBack(wording)
    case .takes(QuestionForm.next) where form is QuestionForm: return answer(wording)
    case .takes(let id): return take(id, wording: wording)
    default: return response
    }
  }

  package mutating func aim(at area: HitArea) -> Key? { form.aim(at: area) }

  package mutating func turnWheel(_ key: Key, wording: Wording) -> Int {
    form.turnWheel(key, walk: walk, wording: wording)
  }

  package mutating func paste(_ text: String, wording: Wording) -> Response {
    hasJustChanged = false
    guard var question else { return .stays }
    question.paste(text, walk: walk, wording: wording)
    form = question
    return .stays
  }

  /// Escape takes the Altinn back that was changed with the key before, and else first clears what is searched for.
  package mutating func back(_ wording: Wording) -> Response {
    if hasJustChanged { return changePortal(wording) }
    guard question?.isSearching == true else { return goBack(wording) }
    _ = form.handle(.escape, walk: walk, wording: wording)
    return .stays
  }

  package mutating func run(_ command: Command, wording: Wording) -> Response {
    if command == .portal { return changePortal(wording) }
    hasJustChanged = false
    if command == .forgetText { return take(WalkChoice.forgetText.id, wording: wording) }
    guard walk.flow.findsFaults else { return .ignored }
    switch command {
    case .overview: return showOverview(wording)
    case .conclude where part != nil: return show(nil, wording)
    case .conclude where walk.current.kind != .conclusion: return go(toFirst: .conclusion, wording)
    default: return .ignored
    }
  }

  /// Asks the same in the other Altinn; what counts in both is kept.
  ///
  /// Right after such a change all is as it was before it, and so it is for whoever has only looked around there.
  private mutating func changePortal(_ wording: Wording) -> Response {
    if hasJustChanged, let former = otherWalk {
      (walk, hasJustChanged) = (former, false)
      return show(wording)
    }
    keepTyped(wording)
    let former = walk
    guard wording.changePortal(of: &walk) else { return .ignored }
    if let left = otherWalk, left.flow.id == walk.flow.id,
      left.content.answers == walk.content.answers
    {
      walk = left
    }
    (otherWalk, hasJustChanged) = (former, true)
    return show(wording)
  }

  /// Shows the points as they are, or from there the step before them.
  private mutating func showOverview(_ wording: Wording) -> Response {
    guard walk.current.kind == .overview else { return go(toFirst: .overview, wording) }
    // Where there is nothing before it, it stays.
    problem = nil
    return walk.back() ? show(wording) : .ignored
  }

  /// Goes to a page of the flow; of a text that was just pasted the person first sees what is kept.
  private mutating func go(toFirst kind: Step.Kind, _ wording: Wording) -> Response {
    keepTyped(wording)
    if walk.isTextUnseen, walk.current.kind == .question {
      walk.advance()
    } else {
      walk.go(toFirst: kind)
    }
    return show(wording)
  }

  /// Goes back a step, and from the first one out, to the case that a task was begun from or home; what is
  /// typed is kept, and nothing is checked.
  private mutating func goBack(_ wording: Wording) -> Response {
    problem = nil
    guard part == nil else { return show(nil, wording) }
    let hasTyped = keepTyped(wording)
    guard walk.back() else {
      // Whoever goes back all the way out has left the case where they were, and not at its start.
      let hasMoved = walk.goAhead()
      let hasText = walk.keepUnseenText()
      return .goes(
        begunFrom.map { .open($0) } ?? .home(),
        after: (hasTyped || hasMoved || hasText) && !isSlip ? save(wording) : []
      )
    }
    return show(wording)
  }

  package mutating func leave(_ wording: Wording) -> Response {
    .goes(.home(), after: saveTyped(wording))
  }

  /// Keeps what is typed even if the step is left unfinished.
  ///
  /// - Returns: Whether anything was typed that was not kept before.
  @discardableResult
  mutating func keepTyped(_ wording: Wording) -> Bool {
    let before = walk.content
    question?.give(to: &walk, wording: wording, isAnswer: false)
    if let question { left.keep(question, of: walk) }
    return walk.content != before
  }

  private mutating func answer(_ wording: Wording) -> Response {
    guard var question else { return .ignored }
    problem = question.refuse(wording)
    form = question
    guard problem == nil else { return .stays }
    question.give(to: &walk, wording: wording, isAnswer: true)
    let answered = walk.current
    left.forget(walk)
    walk.advance()
    form = formHere(wording)
    let lookUp = walk.systemID(answeredAt: answered)
      .map { Effect.lookUp(systemID: $0, except: openCase) }
    return .does(save(wording) + [lookUp].compactMap(\.self))
  }

  /// Takes an offer of a step.
  package mutating func take(_ id: String, wording: Wording) -> Response {
    guard let offer = wording.offers(walk).first(where: { $0.id == id }) else { return .ignored }
    switch wording.take(offer.choice, in: &walk, number: number) {
    case .goesOn: return show(wording)
    case .shows(let part): return show(part, wording)
    case .begins(let draft): return .goes(.task(draft), after: save(wording))
    case .copies(let text): return .does([.copy(text)])
    case .writes(let name, let text): return .does([.write(name: name, text: text)])
    case .mails(let name, let mail): return .does([.writeMail(name: name, mail)])
    case .ends(let content, let origin):
      return .goes(origin.map { .open($0) } ?? .home(), after: save(content))
    }
  }

  /// Shows a page of the conclusion, which changes nothing of the case.
  private mutating func show(_ part: ConclusionPart?, _ wording: Wording) -> Response {
    self.part = part
    form = Self.form(for: walk, at: part, number: number, wording)
    return .stays
  }

  private mutating func show(_ wording: Wording) -> Response {
    // What was wrong was so on the page before.
    problem = nil
    part = nil
    form = formHere(wording)
    return .does(save(wording))
  }

  /// The form of the step, as it stood where it was left half done.
  private func formHere(_ wording: Wording) -> any Form {
    guard var form = left.question(of: walk) else {
      return Self.form(for: walk, number: number, wording)
    }
    form.open()
    form.reword(page(wording), walk: walk, wording: wording)
    return form
  }

  package mutating func reword(_ wording: Wording) {
    form.reword(page(wording), walk: walk, wording: wording)
  }

  package mutating func askRegister() -> [Effect] {
    register.ask(walk, typed: question?.organisations ?? [], sought: question?.sought(walk))
  }

  /// Takes in what was found in the register.
  mutating func take(_ hits: RegisterHits) {
    guard var question, hits.query == register.sought else { return }
    question.take(hits)
    form = question
  }

  /// Looks past a task that the page offers and that was just begun from it: Enter must not begin it once more.
  mutating func lookPastTask() {
    guard !walk.current.begins.isEmpty, var reading = form as? ReadingForm else { return }
    reading.focus(WalkChoice.next.id)
    form = reading
  }

  // MARK: - What is shown

  package var portal: PortalEdition? { walk.flow.counterpart == nil ? nil : walk.flow.edition }
  package var scopes: [Scope] {
    [.walk] + (form is ReadingForm ? [.reading] : []) + (showsText ? [.keptText] : [])
  }

  /// Whether the page shows what is kept of a pasted text.
  private var showsText: Bool { walk.showsKept && walk.hasText }

  package func readable(_ wording: Wording) -> String? {
    guard form is ReadingForm else { return nil }
    // A copy may go anywhere, and has no name of a person from the register.
    return walk.current.kind == .letter
      ? LetterText(walk, wording).text
      : TextBlock(Self.page(of: walk.nameless, at: part, number: number, wording).prose).plain
  }

  package func why(_ wording: Wording) -> [Prose]? { QuestionText(walk, wording).why }

  /// Which flow, which case, and whom the person acts for: never out of sight.
  package func title(_ wording: Wording) -> [String] {
    [
      wording.nameInHeader(walk.flow.edition),
      wording("flow.\(walk.flow.id).title"),
      number.map { wording("header.case", ["number": "\($0.rawValue)"]) },
      namesReportee ? wording("header.for", ["reportee": wording.reportee(walk)]) : nil,
    ].compactMap(\.self)
  }

  private var namesReportee: Bool {
    walk.facts[.reporteeKind] != nil || walk.answer("reportee.name") != nil
  }

  /// The title with a number whole: the name of the flow gives way to it, and then the case.
  ///
  /// Of a name the beginning will do.
  package func title(_ wording: Wording, room: Int) -> [String] {
    var parts = title(wording)
    let endsInName = namesReportee && walk.reporteeNumber == nil
    while parts.count > 2 {
      // The dots that stand for what is cut of a name stand behind what is whole.
      let whole = endsInName ? Array(parts.dropLast()) + [""] : parts
      guard DisplayWidth.columns(of: whole.joined(separator: " · ")) > room else { break }
      parts.remove(at: 1)
    }
    return parts
  }

  package func status(_ wording: Wording, columns: Int) -> String {
    let kept = keeping.textKey.map { wording($0) } ?? ""
    guard walk.flow.findsFaults, columns >= 76 else { return kept }
    let whole = [kept, PointsText(walk, wording).progress].filter { !$0.isEmpty }
      .joined(separator: " · ")
    // The points stand in the rail as well; whom the person acts for stands only here.
    let title = title(wording).joined(separator: " · ")
    let taken = DisplayWidth.columns(of: title) + DisplayWidth.columns(of: whole) + 4
    return taken <= columns ? whole : kept
  }

  package func hints(_ wording: Wording) -> [Hint] {
    // On the answer itself the key that shows it would do nothing.
    let isAnswer = walk.current.kind == .conclusion && part == nil
    // From the points the key leads back, where there is a way back.
    let leadsNowhere = walk.current.kind == .overview && walk.isAtStart
    let pointKeys: [Command] =
      !walk.flow.findsFaults
      ? [] : (isAnswer ? [] : [.conclude]) + (leadsNowhere ? [] : [.overview])
    let copy: [Command] = form is ReadingForm ? [.copy] : []
    return formHints(wording)
      + wording.hints(
        (showsText ? [.forgetText] : []) + [.back, .why, .help] + pointKeys + copy
          + (portal == nil ? [] : [.portal])
          + [.home, .language, .quit]
      )
  }

  /// Where a text can be kept from being stored, each button that Tab leads to has a key of its own, which says more.
  private func formHints(_ wording: Wording) -> [Hint] {
    let hints = form.hints(wording)
    guard showsText else { return hints }
    return hints.map { hint in
      hint.press == .tab ? Hint(key: hint.key, text: hint.text, press: hint.press) : hint
    }
  }

  /// The points at the left, where there is room and a form beside which they help.
  package func railWidth(columns: Int) -> Int? {
    guard walk.flow.findsFaults, columns >= 76, !(form is MenuForm) else { return nil }
    // The answer names the points itself, and needs the room.
    guard walk.current.kind != .conclusion || columns >= 110 else { return nil }
    return columns >= 110 ? 34 : 25
  }

  package func drawRail(on canvas: inout Canvas, wording: Wording) {
    Rail.draw(walk, wording, on: &canvas)
  }

  package var isText: Bool { true }

  package mutating func fit(_ size: Size) { form.fit(size) }

  package func draw(on canvas: inout Canvas, wording: Wording) {
    form.draw(on: &canvas, wording: wording)
  }
}
