import Model

/// What a letter in the first portal says: roles and single services, and the ID of the datasystem.
struct AccessLetter {
  let walk: Walk
  let wording: Wording
  private let request: RequestAnswers
  private let values: [String: String]

  init(_ walk: Walk, _ wording: Wording) {
    self.walk = walk
    self.wording = wording
    request = RequestAnswers(walk)
    values = LetterParty(walk, named: walk.value("reportee.name"), wording).values
      .merging(["service": wording.service(walk), "receiver": walk.line(Request.person) ?? ""]) {
        $1
      }
  }

  var letter: Letter {
    Letter(
      greeted: walk.line(Request.giver) ?? who,
      subject: say(isNotice ? "subject.registration" : "subject"),
      notice: wording.closingInLetter(walk),
      why: say("why.\(cause)"),
      stops: true,
      please: please,
      facts: facts,
      allows: allows,
      steps: steps,
      isNotice: isNotice,
      by: by,
      forwarded: who,
      writer: LetterWriter(walk)
    )
  }

  // MARK: - Who and why

  /// Who can give it, as one who writes to them says it (P5, R1, R2, P9).
  private var who: String {
    switch request.requested {
    case .clientRole: return say("who.client")
    case .registration: return say("who.signer")
    case .service, .role, .both: break
    }
    // Hovedadministrator is only given by those at the top (R1).
    if isOrganisation, asksRole, role == .mainAdministrator { return say("who.top") }
    return say(isOrganisation ? "who.giver" : "who.person")
  }

  private var cause: String {
    switch request.requested {
    case .clientRole: told("clientRole")
    case .registration: "registration"
    case .service where act == .sign: "sign"
    case .service, .role, .both:
      request.receiver == .owner ? "owner" : told(request.receiver.rawValue)
    }
  }

  /// The key of a text about the person who is to have it, who may be the one who writes.
  private func told(_ key: String) -> String { isWriter ? key + ".me" : key }

  /// Whether that is the one who writes: whoever asks and names nobody asks for themselves.
  private var isWriter: Bool {
    let person = walk.line(Request.person)
    return person == nil || person == walk.line(Writer.name)
  }

  private var please: String { say(isNotice ? "please.registration" : "please") }

  private var isNotice: Bool { request.requested == .registration }

  private var by: Day? { wording.deadline(Request.by, of: walk) }

  // MARK: - What

  private var facts: [String] {
    var facts = [say("fact.reportee")]
    facts += receivers.map { say("fact.receiver", ["name": $0]) }
    if asksService {
      let key = act ?? .send
      facts.append(say("fact.service"))
      facts.append(
        say("fact.act", ["act": wording("question.\(Request.act.rawValue).\(key.rawValue)")])
      )
    }
    if asksRole || request.requested == .clientRole {
      facts.append(say("fact.role", ["role": roleName]))
    }
    return facts
  }

  private var receivers: [String] {
    let writer =
      walk.line(Writer.name).map { say("fact.me", ["name": $0]) } ?? say("fact.unnamedPerson")
    let person = isWriter ? writer : walk.line(Request.person) ?? writer
    switch request.receiver {
    case .person: return [person]
    case .owner: return [owner]
    case .both: return [person, owner]
    }
  }

  private var owner: String {
    let name = walk.line(Request.owner)
    guard let number = walk.line(Request.ownerNumber) else {
      return name ?? say("fact.unnamedOwner")
    }
    guard let name else { return say("fact.numberOnly", ["number": number]) }
    return say("fact.ownerNumber", ["name": name, "number": number])
  }

  /// What the receiver can do with it, so that whoever gives knows what they give away (3.3).
  private var allows: String {
    switch request.requested {
    case .registration: say("allows.registration")
    case .service: say("allows.\((act ?? .send).rawValue)")
    case .role, .both, .clientRole:
      role.flatMap { wording.content.rights.roles[$0] }.map {
        say("allows.role", ["role": $0.names[wording.language], "confers": wording($0.confers)])
      } ?? say("allows.anyRole")
    }
  }

  private var asksService: Bool { [.service, .both].contains(request.requested) }
  private var asksRole: Bool { [.role, .both].contains(request.requested) }
  private var act: Request.Act? { walk.value(Request.act).flatMap(Request.Act.init) }

  private var role: RoleCode? {
    walk.value(request.requested == .clientRole ? Request.clientRole : Request.role)
      .map(RoleCode.init(rawValue:))
  }

  private var roleName: String {
    let rights = wording.content.rights
    if let role, let found = rights.roles[role] { return found.names[wording.language] }
    if request.requested == .clientRole { return say("anyClientRole") }
    let right: ServiceRight = act == .sign ? .sign : .write
    guard let service = walk.facts[.service],
      let smallest = rights.smallestRole(to: right, service: service)
    else { return say("anyRole") }
    return say("anyRoleSuch", ["role": smallest.names[wording.language]])
  }

  // MARK: - How, in the screens of the one who gives (3.4, 3.6)

  private var steps: [String] {
    switch request.requested {
    case .clientRole:
      return [
        say("step.firm"),
        say("step.open", ["path": wording.path("clientDelegation", of: walk.flow.edition)]),
        say(told("step.client")), say("step.tick", ["role": roleName]),
      ]
    case .registration:
      return [say("step.notify"), say("step.number"), say("step.signNotice")]
    case .service, .role, .both: break
    }
    let place = isOrganisation ? "othersWithRightsEnterprise" : "othersWithRightsPerson"
    var steps = [
      say("step.login"), say("step.open", ["path": wording.path(place, of: walk.flow.edition)]),
      say(request.receiver == .owner ? "step.owner" : told("step.person")),
    ]
    if asksService {
      steps.append(say("step.service"))
      if let act, act != .send { steps.append(say("step.sign")) }
      steps.append(say("step.confirm"))
    }
    if asksRole { steps.append(say("step.role", ["role": roleName])) }
    if request.receiver == .both { steps.append(say("step.again")) }
    return steps
  }

  // MARK: - Words

  private var isOrganisation: Bool { walk.reporteeKind == .organisation }

  private func say(_ key: String, _ more: [String: String] = [:]) -> String {
    wording(wording.unnamed("letter.\(key)", in: walk), values.merging(more) { $1 })
  }
}
