import Model

/// What a letter says to whoever is to approve a system access, or make, change or delete one, where the one who
/// writes cannot.
struct ApprovalLetter {
  private let walk: Walk
  private let wording: Wording
  private let asked: ApprovalAsked
  /// The enterprise that the access belongs to: of clients the firm.
  private let party: String?
  private let program: String?

  init(_ walk: Walk, _ wording: Wording) {
    self.walk = walk
    self.wording = wording
    asked = ApprovalAsked(walk)
    party = walk.line(walk.isForClient ? Connect.firm : .reporteeName).map(wording.grouped)
    program =
      wording.product(Connect.product, in: walk).map(wording.name)
      ?? walk.line(Connect.productName)
  }

  var letter: Letter {
    let isLacking = walk.lacksToApprove
    let who = say(isLacking ? "who.lacks" : "who")
    return Letter(
      greeted: walk.line(Connect.approver) ?? who,
      subject: say(program == nil ? "subject.anyProgram" : "subject"),
      notice: wording.closingInLetter(walk),
      why: say(isLacking ? "why.lacks" : "why.\(asked.rawValue)"),
      stops: false,
      please: say("please.\(asked.rawValue)"),
      facts: facts,
      allows: allows,
      steps: steps,
      isNotice: false,
      by: nil,
      forwarded: who,
      writer: LetterWriter(walk)
    )
  }

  private var facts: [String] {
    [party.map { _ in say("fact.party") }, program.map { _ in say("fact.program") }]
      .compactMap(\.self)
  }

  /// What comes of it, so that whoever approves knows what they let in.
  private var allows: String {
    switch asked {
    case .forwarded, .link, .byHand: say(walk.isForClient ? "allows.client" : "allows.own")
    case .change, .delete: say("allows.\(asked.rawValue)")
    }
  }

  // MARK: - How, in the words of the task

  private var steps: [String] {
    let login = wording("askLetter.step.login", ["party": values["party"] ?? ""])
    let (question, boxes) = done
    return [login] + way + boxes.map { wording("question.\(question).\($0)") + "." }
  }

  /// The way to the page where it is done.
  private var way: [String] {
    switch asked {
    case .forwarded:
      let path = wording.path("accessRequests", of: walk.flow.edition)
      return [wording("askLetter.step.open", ["path": path]), say("step.request")]
    case .link, .change: return [say("step.link")]
    case .byHand, .delete: return []
    }
  }

  /// What whoever is asked does, as boxes of a question of the task.
  private var done: (question: String, boxes: [String]) {
    switch asked {
    case .forwarded, .link: ("connect.approve", ["read", "approve", "loggedOut"])
    case .byHand: ("connect.byHand", ["open", "choose", "create"])
    case .change: ("connect.approveChange", ["read", "approve"])
    case .delete where walk.isForClient:
      ("connect.deleteClients", ["stop", "open", "clients", "delete"])
    case .delete: ("connect.delete", ["stop", "open", "delete"])
    }
  }

  // MARK: - Words

  private var values: [String: String] {
    [
      "party": party
        ?? (walk.isForClient ? say("party.firm", [:]) : wording("letter.party.organisation")),
      "program": program ?? say("program", [:]),
    ]
  }

  private func say(_ key: String) -> String { say(key, values) }

  private func say(_ key: String, _ values: [String: String]) -> String {
    wording("approvalLetter.\(key)", values)
  }
}
