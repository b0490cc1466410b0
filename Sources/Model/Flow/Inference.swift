/// What follows from the answers of a walk.
struct Inference: Sendable {
  /// The answers that count, as they are known: those whose step has a meaning, given the others.
  let counted: [FieldID: Knowing]
  /// What counts of all that was said about the submission.
  let facts: Facts
  /// What nobody said, and what is no more than likely by what they did say.
  let guessed: Set<FieldID>
  /// Whether nobody can send without logging in (``Engine/needsLogin(_:)``).
  let needsLogin: Bool
  /// What the engine concludes; most flows never ask for it, so it is worked out when something does.
  private let diagnosing: Lazy<Diagnosis>
  private let planning: Lazy<Planning>
  /// The ways out, best first; drawing a screen asks for them many times.
  private let mending: Lazy<[Repair]>
  /// What of them is to be done; asked for as often.
  private let advising: Lazy<Advice>

  /// What is asked next, which takes longer to find than what stands.
  private struct Planning: Sendable {
    let planner: Planner
    let planned: Planner.Choice?
  }

  init(
    _ answers: [StoredAnswer],
    in flow: Flow,
    engine: Engine,
    _ experience: Experience = Experience(),
    guessed before: Set<FieldID> = []
  ) {
    let (stated, guessed) = Self.stated(answers, in: flow, engine: engine)
    self.guessed = guessed.union(
      answers.filter { $0.answer.source == .derived && before.contains($0.field) }.map(\.field)
    )
    needsLogin = engine.needsLogin(stated)
    counted = Self.counted(stated, in: flow, needsLogin: needsLogin)
    var facts = Facts()
    for (field, knowing) in counted {
      guard engine.portal.rule(of: field) != nil else { continue }
      if case .known(let value) = knowing { facts[field] = value }
      if knowing == .declined { facts[field] = Fact.unknown }
    }
    // What is said of something that nobody can name says nothing.
    for row in engine.portal.facts {
      guard let value = facts[row.fact], row.idleWithoutSubject.contains(value),
        row.about.map(facts.declined.contains) ?? false
      else { continue }
      facts[row.fact] = Fact.unknown
      facts.idle.insert(row.fact)
    }
    // A message that nobody pasted was chosen from what it may be.
    let message = engine.portal.message
    if let id = facts[message], engine.knowledge.isGuessed(id) || !Self.isSeen(message, answers) {
      facts.recalled.insert(message)
    }
    if answers.contains(where: { $0.field == .call }) {
      // What a caller says was seen by nobody, nor was what follows from it alone.
      let seen = Self.stated(answers.filter { $0.answer.source != .told }, in: flow, engine: engine)
        .values
      facts.recalled.formUnion(facts.values.filter { seen[$0.key] != $0.value }.keys)
    }
    // What a message shows is no surer than which message it is.
    let ofMessage = answers.filter { $0.answer.source == .message && facts[$0.field] != nil }
      .map(\.field)
    if facts.recalled.contains(message) || !Self.isSeen(message, answers) {
      facts.recalled.formUnion(ofMessage)
    } else {
      facts.shown = Set(ofMessage)
    }
    if Self.namesNobody(counted) || answers.namesAnotherParty {
      facts.recalled.formUnion(Self.heldForParty(facts, engine))
    }
    facts.recalled.formUnion(self.guessed.filter { facts[$0] != nil })
    facts.others = answers.ids(in: .messageOthers)
    facts.recalled.formUnion(Self.ownThoughEnterpriseIsNamed(facts, answers))
    let last = answers.last {
      $0.answer.source != .derived && $0.field != engine.portal.message
    }
    self.facts = facts
    let diagnosing = Lazy { [facts] in engine.diagnose(facts) }
    self.diagnosing = diagnosing
    planning = Lazy {
      let planner = Planner(
        diagnosing.value,
        lastAsked: last.map { $0.field },
        experience: experience
      )
      return Planning(planner: planner, planned: planner.next)
    }
    let mending = Lazy { engine.repairs(for: diagnosing.value) }
    self.mending = mending
    advising = Lazy { engine.advice(for: diagnosing.value, mending.value) }
  }

  var diagnosis: Diagnosis { diagnosing.value }

  var repairs: [Repair] { mending.value }

  var advice: Advice { advising.value }

  var planner: Planner { planning.value.planner }

  /// The planner's choice; `nil` when nothing is left to ask.
  var planned: Planner.Choice? { planning.value.planned }

  /// Whether a message was pasted, alone or by somebody who says that it stands before them.
  private static func isSeen(_ message: FieldID, _ answers: [StoredAnswer]) -> Bool {
    let given = answers.first { $0.field == message }
    guard let given, given.isKnown else { return false }
    let isCall = answers.contains { $0.field == .call }
    guard !isCall || given.answer.source != .told else { return false }
    return !answers.contains { $0.field == .messageAmongWords }
      || answers.contains { $0.field == .messageSeen && $0.answer.value == MessageSeen.now }
  }

  /// That somebody sends for themselves, where the message names an enterprise: one of the two is wrong.
  private static func ownThoughEnterpriseIsNamed(_ facts: Facts, _ answers: [StoredAnswer])
    -> [FieldID]
  {
    let namesEnterprise = answers.contains {
      $0.field == .reporteeName && $0.answer.source == .message
    }
    guard namesEnterprise else { return [] }
    return [
      (FieldID.reporteeKind, ReporteeKind.oneself.rawValue), (.workFor, WorkFor.person.rawValue),
    ].filter { facts[$0.0] == $0.1 }.map(\.0)
  }

  /// Whether the number that is given for an enterprise can be nobody's.
  private static func namesNobody(_ counted: [FieldID: Knowing]) -> Bool {
    guard case .known(let party)? = counted[.reporteeName],
      counted[.reporteeKind] != .known(ReporteeKind.person.rawValue)
    else { return false }
    return OrganisationNumber.mistyped(party) != nil
  }

  /// What is known of what is held for a party, which nobody can have seen for one that is not there: what was
  /// answered of it, and a message that proves nothing else.
  private static func heldForParty(_ facts: Facts, _ engine: Engine) -> Set<FieldID> {
    let portal = engine.portal
    let rows = portal.facts.filter { $0.inquiry?.vantage == .reporteeProfile }
    var held = Set(rows.map(\.fact).filter { facts[$0] != nil })
    let evidence = engine.testimony(in: facts)?.evidence ?? []
    let shows = evidence.allSatisfy { fault in
      rows.contains { $0.fact == portal.rule(of: fault)?.shownBy }
    }
    if !evidence.isEmpty, shows { held.insert(portal.message) }
    return held
  }

  /// Steps stand in the flow after those that decide whether they have a meaning.
  private static func counted(_ stated: [FieldID: String], in flow: Flow, needsLogin: Bool)
    -> [FieldID: Knowing]
  {
    var counted: [FieldID: Knowing] = [:]
    for step in flow.steps {
      let view = ConditionView(
        answer: { counted[$0] ?? .unasked },
        circumstance: { $0 == .needsLogin && needsLogin }
      )
      guard step.condition.holds(in: view) != false else { continue }
      for field in step.fields {
        guard let value = stated[field.id] else { continue }
        counted[field.id] = value == Fact.unknown ? .declined : .known(value)
      }
    }
    return counted
  }

  /// What was said, with what those answers imply that count.
  ///
  /// - Returns: What is stated, and those of it that nobody said and that are only likely.
  private static func stated(_ answers: [StoredAnswer], in flow: Flow, engine: Engine)
    -> (values: [FieldID: String], guessed: Set<FieldID>)
  {
    // In the order of the flow, so that the same answers come to the same whichever was given first.
    let told = Set(flow.answered(answers).map { $0.field.id })
    let fields = flow.steps.flatMap(\.fields).filter { told.contains($0.id) }
    let stated = stated(answers, implying: fields, in: flow, engine: engine)
    let counted = counted(stated.values, in: flow, needsLogin: engine.needsLogin(stated.values))
    let counting = fields.filter { counted[$0.id] != nil }
    guard counting.count < fields.count else { return stated }
    return Self.stated(answers, implying: counting, in: flow, engine: engine)
  }

  /// What was said, with what some of it implies, and what follows from that in turn.
  ///
  /// Answers that others give way to come first, so that nothing follows from what gives way, and so does what
  /// follows of that kind; before all what tells the message, which may show otherwise.
  private static func stated(
    _ answers: [StoredAnswer],
    implying fields: [Field],
    in flow: Flow,
    engine: Engine
  ) -> (values: [FieldID: String], guessed: Set<FieldID>) {
    var stated: [FieldID: String] = [:]
    var guessed: Set<FieldID> = []
    for stored in answers { stated[stored.field] = stored.answer.value }
    // What is of something else is no message of this.
    if stated[.messageSeen] == MessageSeen.other { stated[engine.portal.message] = Fact.unknown }
    let prevails: (Field) -> [FieldID: [String]] = {
      engine.portal.rule(of: $0.id)?.prevails ?? $0.prevails
    }
    let prevailing =
      fields.filter { !prevails($0).isEmpty } + fields.filter { prevails($0).isEmpty }
    let ofMessage = prevailing.filter { tellsMessage($0, engine.portal) }
    var queue = ofMessage + prevailing.filter { !tellsMessage($0, engine.portal) }
    var place = 0
    while place < queue.count {
      let field = queue[place]
      place += 1
      guard let value = stated[field.id] else { continue }
      for (implied, new) in implied(by: value, to: field, engine: engine) {
        let old = stated[implied] ?? Fact.unknown
        let givingWay = prevails(field)[implied] ?? []
        guard old != new, old == Fact.unknown || givingWay.contains(old) else { continue }
        // What the message shows, and does not give way to this, is surer.
        let shown =
          givingWay.isEmpty ? [] : engine.gatesPassed(in: Facts(stated)).compactMap { $0[implied] }
        guard shown.allSatisfy(givingWay.contains) else { continue }
        stated[implied] = new
        let isGuess =
          guessed.contains(field.id)
          || engine.portal.rule(of: field.id)?.guesses.contains(implied) ?? false
        if isGuess { guessed.insert(implied) } else { guessed.remove(implied) }
        guard let next = flow.field(implied) else { continue }
        queue.insert(next, at: prevails(next).isEmpty ? queue.count : place)
      }
    }
    // What the message shows is no guess.
    let shown = engine.gatesPassed(in: Facts(stated)).joined()
    return (
      stated,
      guessed.filter { fact in !shown.contains { $0.key == fact && $0.value == stated[fact] } }
    )
  }

  /// Whether an answer can say which message it is.
  private static func tellsMessage(_ field: Field, _ portal: Portal) -> Bool {
    switch field.input {
    case .choice(let choices): choices.contains { $0.implies[portal.message] != nil }
    case .candidates: true
    case .message, .line, .secret, .boxes, .search: false
    }
  }

  /// What else is true of somebody who answers a question so.
  private static func implied(by value: String, to field: Field, engine: Engine)
    -> [FieldID: String]
  {
    switch field.input {
    case .choice(let choices): choices.first { $0.value == value }?.implies ?? [:]
    case .search: engine.implied(by: value, of: field.id)
    case .candidates: value == Fact.unknown ? [:] : [engine.portal.message: value]
    case .message, .line, .secret, .boxes: [:]
    }
  }
}

extension Engine {
  /// Whether nobody can send without logging in: the owner of the service says so, as the row of the service has it,
  /// or it is for a private person, who can have no system access (U2).
  ///
  /// The search for a fault draws its conclusions from the same row; each task asks here, so that none leads to a
  /// system access where the search says that there is none.
  func needsLogin(_ stated: [FieldID: String]) -> Bool {
    guard portal.rule(of: .programWay) != nil else { return false }
    let known = stated[.service].map { implied(by: $0, of: .service) } ?? [:]
    return known[.programWay] == ProgramWay.logIn.rawValue
      || stated[.workFor] == WorkFor.person.rawValue
  }
}

extension StoredAnswer {
  fileprivate var isKnown: Bool { answer.value != Fact.unknown }
}

extension [StoredAnswer] {
  /// What is kept in a field as a list of ids.
  func ids(in field: FieldID) -> [String] {
    (first { $0.field == field }?.answer.value ?? "").split(separator: ",").map(String.init)
  }

  /// Whether the message names another organisation than it is sent for: it is of that one, or the number stands wrong
  /// in one of the two places.
  var namesAnotherParty: Bool {
    let numbers = [FieldID.messageParty, .reporteeName].map { field in
      first { $0.field == field }.flatMap { try? OrganisationNumber(checking: $0.answer.value) }
    }
    guard let named = numbers[0], let sent = numbers[1] else { return false }
    return named != sent
  }
}

extension Flow {
  /// The answers somebody gave, with the fields they were given in.
  func answered(_ answers: [StoredAnswer]) -> [(field: Field, answer: Answer)] {
    answers.compactMap { stored in
      guard stored.answer.source != .derived,
        let field = field(stored.field)
      else { return nil }
      return (field, stored.answer)
    }
  }
}
