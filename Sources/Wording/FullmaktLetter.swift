import Model

/// What a letter in the second portal says: an access package or a service, given under Brukere, in the firm,
/// or by the register.
struct FullmaktLetter {
  private let walk: Walk
  private let wording: Wording
  private let ask: AskAnswers
  private let values: [String: String]

  init(_ walk: Walk, _ wording: Wording) {
    self.walk = walk
    self.wording = wording
    ask = AskAnswers(walk)
    values = LetterParty(walk, named: walk.value(.reporteeName), wording).values
      .merging(["service": wording.service(walk)]) { $1 }
  }

  var letter: Letter {
    Letter(
      greeted: walk.line(Ask.giver) ?? who,
      subject: say(isNotice ? "subject.registration" : "subject"),
      notice: wording.closingInLetter(walk),
      why: say("why.\(cause)"),
      stops: isNotice,
      please: say(isNotice ? "please.registration" : "please"),
      facts: facts,
      allows: allows,
      steps: steps,
      isNotice: isNotice,
      by: wording.deadline(Ask.by, of: walk),
      forwarded: isForPerson ? nil : who,
      writer: LetterWriter(walk)
    )
  }

  private var isNotice: Bool { ask.what == .registration }

  /// Whether it is for a private person, who has no managers and gives what is theirs (R5).
  private var isForPerson: Bool { walk.reporteeKind == .person }

  /// Who can give it, as one who writes to them says it (H1, R5).
  private var who: String {
    if isForPerson { return say("who.person") }
    return switch ask.what {
    case .clientPackage: say("who.client")
    case .registration: say("who.signer")
    // A Hovedadministrator gives everything but that package itself.
    case .package where ask.package == AccessPackage.mainAdministrator: say("who.top")
    case .service, .package: say("who.giver")
    }
  }

  private var cause: String {
    switch ask.what {
    case .registration: "registration"
    case .clientPackage: told("clientPackage")
    // Nobody looks at the sender then, so whoever is to have it is the one who approves (G3, G5).
    case .service, .package:
      ask.receiver == .person ? told(need) : ask.addsClient ? "client" : "firm"
    }
  }

  /// What the receiver needs it for, as far as is told: to approve, to log in and send, to sign, or anything.
  private var need: String {
    switch ask.acts {
    case .nothing: "approver"
    case .logsIn: "sender"
    case .signs: "signer"
    // Nobody is asked where only one answer can be true.
    case nil: walk.needsLogin ? "sender" : "person"
    }
  }

  /// The key of a text about the receiver, who may be the one who writes.
  private func told(_ key: String) -> String { isWriter ? key + ".me" : key }

  /// Whether the receiver is the one who writes: whoever asks and names nobody asks for themselves.
  private var isWriter: Bool {
    guard ask.receiver == .person else { return false }
    let person = walk.line(Ask.person)
    return person == nil || person == walk.line(Writer.name)
  }

  // MARK: - What

  private var facts: [String] {
    let what: String? =
      switch ask.what {
      case .service: say("fact.service")
      case .package, .clientPackage: say("fact.package", ["package": package])
      case .registration: nil
      }
    return [say("fact.reportee"), say("fact.receiver", ["name": wholeReceiver])]
      + [what].compactMap(\.self)
  }

  /// The receiver in the middle of a sentence; of no use where it is the one who writes.
  private var receiver: String {
    ask.receiver == .person
      ? walk.line(Ask.person) ?? "" : wording("askLetter.fact.theFirm")
  }

  private var wholeReceiver: String {
    switch ask.receiver {
    case .person where isWriter:
      return walk.line(Writer.name).map { say("fact.me", ["name": $0]) }
        ?? say("fact.unnamedPerson")
    case .person: return receiver
    case .firm: break
    }
    let name = walk.line(Ask.firm)
    guard let number = walk.line(Ask.firmNumber) else { return name ?? say("fact.unnamedFirm") }
    return say("fact.firmNumber", ["name": name ?? say("fact.theFirm"), "number": number])
  }

  /// What the receiver can do with it, so that whoever gives knows what they give away.
  private var allows: String {
    switch ask.what {
    case .registration: say("allows.registration")
    case .service: allowed("allows.service")
    case .package, .clientPackage: allowed("allows.package")
    }
  }

  /// The same of what is given: where a system access sends, what the receiver is to do with it comes first.
  private func allowed(_ key: String) -> String {
    let does: String?
    switch ask.receiver {
    case .person:
      does = ask.isSentAlone && ask.what != .clientPackage ? told("allows.approver") : nil
    case .firm: does = ask.addsClient ? "allows.client" : nil
    }
    guard let does else { return say(told(key)).capitalisedFirst }
    return say(does).capitalisedFirst + " " + say("\(key).covers")
  }

  private var package: String {
    ask.package.map { wording.name(ofPackage: $0) } ?? walk.line(Ask.packageName)
      ?? wording(wording.variant(of: "askLetter.anyPackage", in: walk))
  }

  // MARK: - How, in the screens of the one who gives

  private var steps: [String] {
    switch ask.what {
    case .registration:
      [
        say("step.notify"),
        say(walk.line(Ask.firmNumber) == nil ? "step.askNumber" : "step.number"),
        say("step.signNotice"),
      ]
    case .clientPackage:
      [
        say("step.firm"), say("step.open", path("clientAdministration")), say(told("step.user")),
        say("step.client", ["package": package]),
      ]
    case .service, .package:
      [
        say(isForPerson ? "step.login.person" : "step.login"), say("step.open", path("users")),
        say(ask.receiver == .firm ? "step.addFirm" : told("step.addPerson")),
        ask.what == .service ? serviceStep : say("step.package", ["package": package]),
      ]
    }
  }

  /// To give the service alone, or the package that its owner says is enough, where that is known: Altinn may
  /// call the service otherwise.
  private var serviceStep: String {
    guard !isForPerson,
      let service = walk.value(.service).flatMap({ wording.content.fullmakter.services[$0] }),
      let package = service.access?.packages[.official]?.first
    else { return say("step.service") }
    let owner = wording("serviceOwner.\(service.owner.rawValue)")
    let values = ["package": wording.name(ofPackage: package), "owner": owner]
    return say("step.service") + " " + say("step.orPackage", values)
  }

  private func path(_ id: String) -> [String: String] {
    ["path": wording.path(id, of: walk.flow.edition)]
  }

  private func say(_ key: String, _ more: [String: String] = [:]) -> String {
    wording(
      wording.unnamed("askLetter.\(key)", in: walk),
      values.merging(["receiver": receiver]) { $1 }.merging(more) { $1 }
    )
  }
}
