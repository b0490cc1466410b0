package import Drawing
package import Model

/// One flow on the screen: where the person stands in it, and the form of that step.
package struct WalkScreen: Sendable {
  /// Whether the answers are on the disk.
  package enum Keeping: Equatable, Sendable {
    case nothingYet
    case underWay
    case saved
    case failed
    /// They are, and somebody else has saved others since.
    case overtaken
  }

  /// What the step is answered with.
  package enum Form: Equatable, Sendable {
    case question(QuestionForm)
    case reading(ReadingForm)
    case menu(MenuForm)
  }

  package private(set) var walk: Walk
  package internal(set) var form: Form
  package internal(set) var keeping: Keeping = .nothingYet
  /// How many saves have not come back yet: an earlier one that has says nothing of the last.
  private var savesUnderWay = 0
  package internal(set) var number: CaseID?
  /// What is wrong with what was typed, as the key of a text with its values.
  package internal(set) var problem: (key: String, values: [String: String])?

  /// What the rest of the program is to do.
  package enum Outcome: Equatable, Sendable {
    case stays
    /// The case changed and is to be saved.
    case save
    /// The same, and another datasystem may have the ID that was typed.
    case saveAndLookUp(systemID: String)
    /// The flow is over, and the case stands so.
    case ends(CaseStatus)
    /// The flow is left where it begins; what was typed there is to be saved.
    case leaves(hasTyped: Bool)
    /// A task is to be begun with what is known here.
    case begins(CaseDraft)
    /// Text for the terminal's clipboard.
    case copies(String)
    /// Text for a file of this name.
    case writes(name: String, text: String)
    case ignored
  }

  package init(_ walk: Walk, number: CaseID? = nil, wording: Wording) {
    self.walk = walk
    self.number = number
    keeping = number == nil ? .nothingYet : .saved
    form = Self.form(for: walk, number: number, wording)
  }

  /// Whether every letter goes into a text, and chooses nothing.
  package var takesText: Bool {
    if case .question(let form) = form { return form.takesText }
    return false
  }

  var isTypingSecret: Bool {
    if case .question(let form) = form { return form.isTypingSecret }
    return false
  }

  // MARK: - Keys

  package mutating func handle(_ key: Key, wording: Wording) -> Outcome {
    problem = nil
    switch form {
    case .question(var question):
      let result = question.handle(key, walk: walk, wording: wording)
      form = .question(question)
      switch result {
      case .ignored: return .ignored
      case .handled: return .stays
      case .back: return back(wording: wording)
      case .next: return answer(question, wording: wording)
      }
    case .reading(var reading):
      let (pressed, isKnown) = reading.handle(key)
      form = .reading(reading)
      return pressed.map { take($0, wording: wording) } ?? (isKnown ? .stays : .ignored)
    case .menu(var menu):
      let (taken, isKnown) = menu.handle(key)
      form = .menu(menu)
      return taken.map { take($0, wording: wording) } ?? (isKnown ? .stays : .ignored)
    }
  }

  /// Takes note that the case is being saved.
  mutating func saveBegan() {
    savesUnderWay += 1
    keeping = .underWay
  }

  /// Takes note that a save has reached the disk.
  mutating func saveEnded(as id: CaseID, wording: Wording) {
    savesUnderWay = max(0, savesUnderWay - 1)
    if savesUnderWay == 0 { keeping = .saved }
    guard number != id else { return }
    number = id
    // What is on the screen may name the case, which had no number until now.
    reword(wording)
  }

  /// Takes note that a save did not reach the disk.
  mutating func saveFailed() {
    savesUnderWay = max(0, savesUnderWay - 1)
    keeping = .failed
  }

  /// Takes note that somebody else has saved the case since; the next save will be a conflict.
  mutating func wasOvertaken() { keeping = .overtaken }

  /// Moves the focus to what is pressed with the mouse.
  ///
  /// - Returns: The key that then does what the press means.
  mutating func aim(at area: HitArea) -> Key? {
    switch form {
    case .question(var question):
      let key = question.aim(at: area)
      form = .question(question)
      return key
    case .reading(var reading):
      let key = reading.aim(at: area)
      form = .reading(reading)
      return key
    case .menu(var menu):
      let key = menu.aim(at: area)
      form = .menu(menu)
      return key
    }
  }

  /// Turns the wheel over a question.
  ///
  /// - Returns: `false` where there is none, and the wheel is as good as the key.
  mutating func wheel(_ key: Key, wording: Wording) -> Bool {
    guard case .question(var question) = form else { return false }
    question.wheel(key, walk: walk, wording: wording)
    form = .question(question)
    return true
  }

  package mutating func paste(_ text: String, wording: Wording) {
    guard case .question(var question) = form else { return }
    question.paste(text, walk: walk, wording: wording)
    form = .question(question)
  }

  /// Clears what is searched for, if something is.
  mutating func clearSearch(wording: Wording) -> Bool {
    guard case .question(var question) = form, question.isSearching else { return false }
    _ = question.handle(.escape, walk: walk, wording: wording)
    form = .question(question)
    return true
  }

  /// Goes back a step, and from the first one out; what is typed is kept, and nothing is checked.
  package mutating func back(wording: Wording) -> Outcome {
    problem = nil
    let hasTyped = keepTyped(wording)
    guard walk.back() else { return .leaves(hasTyped: hasTyped) }
    return show(wording)
  }

  /// Shows the four points as they stand, or from there the step one came from.
  package mutating func showOverview(wording: Wording) -> Outcome {
    guard walk.flow.findsFaults else { return .ignored }
    guard walk.current.kind != .overview else {
      let outcome = back(wording: wording)
      // There is nothing before it: it stays.
      if case .leaves = outcome { return .ignored }
      return outcome
    }
    keepTyped(wording)
    walk.go(toFirst: .overview)
    return show(wording)
  }

  /// Shows what follows from the answers so far.
  package mutating func conclude(wording: Wording) -> Outcome {
    guard walk.flow.findsFaults, walk.current.kind != .conclusion else { return .ignored }
    keepTyped(wording)
    walk.go(toFirst: .conclusion)
    return show(wording)
  }

  /// Says everything again in another language; what was typed and chosen stays.
  package mutating func reword(_ wording: Wording) {
    switch form {
    case .question(var question):
      question.reword(walk: walk, wording: wording)
      form = .question(question)
    case .reading(var reading):
      guard case .reading(let fresh) = Self.form(for: walk, number: number, wording) else { break }
      reading.reword(fresh.text.parts, buttons: fresh.buttons.buttons)
      form = .reading(reading)
    case .menu(var menu):
      guard case .menu(let fresh) = Self.form(for: walk, number: number, wording) else { break }
      menu.reword(fresh.intro.parts, fresh.list.options)
      form = .menu(menu)
    }
  }

  /// Keeps what is typed even if the step is left unfinished.
  ///
  /// - Returns: Whether anything was typed that was not kept before.
  @discardableResult
  mutating func keepTyped(_ wording: Wording) -> Bool {
    guard case .question(let question) = form else { return false }
    let before = walk.content
    for (field, value) in question.given {
      switch field.input {
      case .message: if !value.isEmpty { walk.read(value, with: wording.content.recogniser) }
      case .line, .boxes: walk.give(value.isEmpty ? nil : value, to: field.id)
      case .choice, .search, .secret: break
      }
    }
    return walk.content != before
  }

  private mutating func answer(_ given: QuestionForm, wording: Wording) -> Outcome {
    var question = given
    problem = question.refuse()
    form = .question(question)
    guard problem == nil else { return .stays }
    for (field, value) in question.given {
      switch field.input {
      case .message: walk.read(value, with: wording.content.recogniser)
      case .line: walk.give(value.isEmpty ? nil : value, to: field.id)
      case .choice, .search, .secret, .boxes: walk.give(value, to: field.id)
      }
    }
    let answered = walk.current
    walk.advance()
    let outcome = show(wording)
    return walk.systemID(answeredAt: answered).map(Outcome.saveAndLookUp) ?? outcome
  }

  /// Goes one of the ways that a step offers.
  private mutating func take(_ id: String, wording: Wording) -> Outcome {
    if id == QuestionForm.back { return back(wording: wording) }
    guard let way = wording.ways(walk).first(where: { $0.id == id }) else { return .ignored }
    if case .task(let task) = way.choice,
      let draft = CaseDraft(for: task, from: walk, numbered: number)
    {
      return .begins(draft)
    }
    if way.choice == .copyLetter { return .copies(wording.letter(walk)) }
    if way.choice == .saveLetter {
      return .writes(name: Wording.letterFile(number), text: wording.letter(walk))
    }
    if let status = walk.take(way.choice) { return .ends(status) }
    return show(wording)
  }

  private mutating func show(_ wording: Wording) -> Outcome {
    form = Self.form(for: walk, number: number, wording)
    return .save
  }

  // MARK: - Drawing

  mutating func fit(_ size: Size) {
    switch form {
    case .question(var form):
      form.fit(size)
      self.form = .question(form)
    case .reading(var form):
      form.fit(form.textSize(in: size))
      self.form = .reading(form)
    case .menu(var form):
      form.fit(size)
      self.form = .menu(form)
    }
  }

  func draw(on canvas: inout Canvas, wording: Wording) {
    switch form {
    case .question(let form): form.draw(on: &canvas, wording: wording)
    case .reading(let form): form.draw(on: &canvas, wording: wording)
    case .menu(let form): form.draw(on: &canvas)
    }
  }
}
