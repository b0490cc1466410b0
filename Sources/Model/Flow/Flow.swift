/// One thing a step asks for.
package struct Field: Equatable, Sendable {
  /// How it is answered.
  package enum Input: Equatable, Sendable {
    /// One of a few, or *vet ikke*.
    case choice([Choice])
    /// An entry of a catalogue, found by searching; "none of these"; or *vet ikke*.
    case search(SearchTable)
    /// An error message as it comes, of any length; recognised and redacted before it is kept.
    case message
    /// One of the entries that another field names, with commas between, or none of them.
    case candidates(in: FieldID)
    /// One line that may be left empty.
    case line(LineRule, limit: Int)
    /// The password of an ID: held to the rules and to what the program answered in a field refuses,
    /// typed twice, and never kept; may be skipped.
    case secret(program: FieldID)
    /// Any number of boxes to tick; kept as their names with commas between.
    case boxes(Boxes)
  }

  /// A catalogue one searches in.
  package enum SearchTable: Hashable, Sendable {
    case services, products
    /// What one can be registered as for an organisation.
    case registerRoles
    /// The roles that can be given in the portal.
    case roles
    /// The services of the second portal, with the access packages they take.
    case accessServices
    /// Every access package of the second portal.
    case packages
  }

  /// What there is to tick.
  package enum Boxes: Equatable, Sendable {
    /// Steps to do, in order; the words are in the texts under `question.<field>.<step>`.
    case steps([String])
    /// Every role, as it stands in Altinn or in Enhetsregisteret.
    case roles
    /// The roles that a registered accountant or auditor hands on.
    case clientRoles
    /// Every access package.
    case packages
    /// The access packages that a registered accountant or auditor hands on.
    case clientPackages

    /// Whether there are too many to look through without searching.
    package var isSearched: Bool { self == .roles || self == .packages }
  }

  package let id: FieldID
  package let input: Input
  /// Where in Altinn or in the program the answer is seen, as the id of a menu path.
  package let place: String?
  /// The menu path when one submits for a private person, where that differs.
  package let placeForPerson: String?
  /// What is true of somebody who types an organisation number here.
  package let impliedByNumber: [FieldID: String]
  /// What of it the register at hand can answer.
  package let inRegister: RegisterQuestion?
  /// Facts of which some values give way to what an answer here implies (``FactRule/prevails``); with those values.
  package let prevails: [FieldID: [String]]
  /// Whether whoever is asked decides it, so that nobody can lack the answer.
  package let isDecision: Bool

  package init(
    _ id: FieldID,
    _ input: Input,
    place: String? = nil,
    placeForPerson: String? = nil,
    impliedByNumber: [FieldID: String] = [:],
    inRegister: RegisterQuestion? = nil,
    prevails: [FieldID: [String]] = [:],
    isDecision: Bool = false
  ) {
    self.id = id
    self.input = input
    self.place = place
    self.placeForPerson = placeForPerson
    self.impliedByNumber = impliedByNumber
    self.inRegister = inRegister
    self.prevails = prevails
    self.isDecision = isDecision
  }

  /// What is offered of some choices: *vet ikke* last, unless it is a decision.
  package func offered(_ choices: [Choice]) -> [String] {
    choices.map(\.value) + (isDecision ? [] : [Fact.unknown])
  }

  /// Whether it is a line to type in.
  package var isLine: Bool { if case .line = input { true } else { false } }

  /// The number of an organisation that an answer is, in a line that takes one.
  package func organisation(in answer: String?) -> OrganisationNumber? {
    guard case .line(let rule, _) = input, rule.namesParty || rule == .organisationNumber else {
      return nil
    }
    return answer.flatMap { try? OrganisationNumber(checking: $0) }
  }
}

extension Field {
  /// An answer as it may be kept; what a message says is redacted where it is read.
  func safe(_ value: String) -> String {
    guard case .line(let rule, let limit) = input else { return value }
    return rule.safe(
      [.free, .name, .party, .unit, .program].contains(rule)
        ? Redaction.untorn(value, at: limit) : value
    )
  }
}

/// Where a step leads.
package enum Target: Equatable, Sendable {
  case step(StepID)
  /// The question the planner finds best now.
  case planned
  /// Out of the flow.
  case end
}

/// A way out of a step; the first whose condition holds is taken.
package struct Route: Equatable, Sendable {
  package let when: Condition
  package let target: Target

  package init(_ target: Target, when: Condition = .always) {
    self.when = when
    self.target = target
  }
}

/// What says that things to do outside are done, whether or not they were ticked off.
package struct DoneRule: Equatable, Sendable {
  package let when: Condition
  /// Boxes of the step of which it says nothing.
  package let except: [String]

  package init(_ when: Condition, except: [String] = []) {
    self.when = when
    self.except = except
  }
}

/// One screenful of a flow.
package struct Step: Equatable, Sendable {
  /// What the step shows.
  package enum Kind: Equatable, Sendable {
    /// Questions, most often one.
    case question
    /// Something to read; the words are in the texts under `step.<flow>.<step>`.
    case reading
    /// What the vendor of a program says, below words under `step.<flow>.<step>`.
    case program(FieldID)
    /// What is kept of a pasted text that is no known message.
    case kept
    /// What a pasted message means, and what is kept of it.
    case recognised
    /// The points as they stand, and what to do next.
    case overview
    /// What is wrong, who must do what, and where.
    case conclusion
    /// The tasks that the ways out are made of, each of which can be begun.
    case tasks
    /// What one may do for whom, why, and what is missing.
    case rights
    /// A letter to the one who can give what is requested.
    case letter
    /// Messages one may meet, with what they mean, below words under `step.<flow>.<step>`.
    case messages([String])
    /// All answers, each of which can be changed.
    case review
    /// What was done, what remains, and who does it.
    case receipt
  }

  package let id: StepID
  package let kind: Kind
  package let fields: [Field]
  /// When the answers of the step count.
  package let condition: Condition
  package let routes: [Route]
  /// The tasks that can be begun from something to read.
  package let begins: [TaskStart]
  /// What says that the boxes of the step are done.
  package let done: [DoneRule]
  /// The answers that the first one of the step was said of: it is taken back where one of these is changed.
  package let saidOf: [FieldID]

  package init(
    _ id: StepID,
    _ kind: Kind,
    fields: [Field] = [],
    condition: Condition = .always,
    routes: [Route],
    begins: [TaskStart] = [],
    done: [DoneRule] = [],
    saidOf: [FieldID] = []
  ) {
    self.id = id
    self.kind = kind
    self.fields = fields
    self.condition = condition
    self.routes = routes
    self.begins = begins
    self.done = done
    self.saidOf = saidOf
  }
}

/// A way through questions to an end, as a value that can be walked, drawn and checked.
package struct Flow: Equatable, Sendable {
  package let id: FlowID
  /// The Altinn it is about.
  package let edition: PortalEdition
  /// The steps; the first is where the flow starts.
  package let steps: [Step]
  /// The fields whose answers name a case of the flow in the lists, the most telling first.
  package let title: [FieldID]
  /// How a case of the flow may be, beside open, waiting and closed.
  package let statusRules: [StatusRule]
  /// What may be filled in later in a finished case; its review offers them.
  package let afterwards: [FieldID]
  /// How the flow ends.
  package let ending: Ending
  /// The field whose day says when an unfinished case has to be looked at again.
  package let dueField: FieldID?
  /// The facts the planner may ask for; ``Target/planned`` leads to their questions.
  package let planned: [FieldID]

  package init(
    id: FlowID,
    edition: PortalEdition = .altinn2,
    ending: Ending = .task,
    title: [FieldID] = [.reporteeName],
    statusRules: [StatusRule] = [],
    afterwards: [FieldID] = [],
    dueField: FieldID? = nil,
    planned: [FieldID] = [],
    steps: [Step]
  ) {
    self.id = id
    self.edition = edition
    self.ending = ending
    self.title = title
    self.statusRules = statusRules
    self.afterwards = afterwards
    self.dueField = dueField
    self.planned = planned
    self.steps = steps
  }

  /// The day to ask about a case again, as an answer says; `nil` when none does.
  package func due(_ content: CaseDraft) -> Day? {
    dueField.flatMap { content.answer(in: $0) }.flatMap { Day($0.value) }
  }

  /// The fields of the title whose answers have words of a language.
  package var wordedTitle: [FieldID] {
    title.filter { id in
      switch field(id)?.input {
      case .choice, .search: true
      default: false
      }
    }
  }

  /// Whether the flow is about all points; the others do one thing about one of them.
  package var findsFaults: Bool { ending == .fault }

  /// The step of a name.
  package func step(_ id: StepID) -> Step? { steps.first { $0.id == id } }

  /// The step that asks a question.
  package func step(asking field: FieldID) -> Step? {
    steps.first { $0.fields.contains { $0.id == field } }
  }

  /// A field of the flow.
  package func field(_ id: FieldID) -> Field? {
    step(asking: id)?.fields.first { $0.id == id }
  }

  /// The line that asks for the name of what a search has not found; `nil` where none does.
  package func line(naming field: FieldID) -> FieldID? {
    steps.first { step in
      step.fields.first?.isLine == true
        && step.condition.mentions.contains {
          $0.field == field && $0.values.contains(Fact.otherService)
        }
    }?.fields.first?.id
  }

  /// The steps a target can lead to.
  package func destinations(of target: Target) -> [StepID] {
    switch target {
    case .step(let id): [id]
    case .end: []
    case .planned:
      planned.compactMap { step(asking: $0)?.id }
    }
  }
}
