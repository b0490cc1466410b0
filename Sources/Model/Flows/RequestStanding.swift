/// How a request stands, or the giving of what is requested, whichever Altinn it is about.
package struct RequestStanding: Equatable, Sendable {
  /// Whether somebody has yet to do something about it.
  package let isOpen: Bool
  /// The name of the text that says what remains: `receipt.<flow>.<name>`.
  package let word: String
  /// The question that says how it stands.
  package let field: FieldID

  private init(_ word: String, isOpen: Bool, in field: FieldID) {
    self.word = word
    self.isOpen = isOpen
    self.field = field
  }

  private init(given isGiven: Bool, in field: FieldID) {
    self.init(isGiven ? "given" : "notGiven", isOpen: !isGiven, in: field)
  }

  package init(_ request: RequestAnswers) {
    guard !request.givesAccess else {
      self.init(given: !request.isOpen, in: Request.given)
      return
    }
    // Whether anybody has read it changes nothing about who has to act.
    let state = request.state == .seen ? Request.State.sent : request.state
    let word = request.isStateUnknown ? "untold" : state.rawValue
    self.init(word, isOpen: request.isOpen, in: Request.state)
  }

  package init(_ ask: AskAnswers) {
    guard !ask.gives else {
      self.init(given: ask.isGiven, in: Ask.given)
      return
    }
    let word = ask.isStateUnknown ? "untold" : ask.state.rawValue
    self.init(word, isOpen: ask.state.isOpen, in: Ask.state)
  }
}

extension Walk {
  /// Whether what is requested is asked for by letter.
  package var asksByLetter: Bool {
    flow.steps.contains { $0.kind == .letter && isCertain($0) }
  }

  /// Whether it is asked for in Altinn itself.
  package var asksInAltinn: Bool { flow.step("portal").map(isCertain) ?? false }

  /// How the request of the walk stands.
  package var standing: RequestStanding {
    switch flow.edition {
    case .altinn2: RequestStanding(RequestAnswers(self))
    case .altinn3: RequestStanding(AskAnswers(self))
    }
  }
}
