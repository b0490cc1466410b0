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
    values = [
      "reportee": wording.reportee(walk, named: walk.value(.reporteeName)),
      "service": wording.service(walk),
    ]
  }

  var letter: Letter {
    Letter(
      greeted: walk.line(Ask.giver) ?? who,
      subject: say("subject"),
      notice: wording.closingInLetter(walk),
      why: say("why.\(cause)"),
      please: say(ask.what == .registration ? "please.registration" : "please"),
      facts: facts,
      allows: allows,
      steps: steps,
      by: walk.value(Ask.by).flatMap(Day.init),
      service: wording.service(walk),
      forwarded: who,
      writer: LetterWriter(walk)
    )
  }

  /// Who can give it, as one who writes to them says it (H1, R5).
  private var who: String {
    switch ask.what {
    case .clientPackage: say("who.client")
    case .registration: say("who.signer")
    // A Hovedadministrator gives everything but that package itself.
    case .package where ask.package == AccessPackage.mainAdministrator: say("who.top")
    case .service, .package: say("who.giver")
    }
  }

  private var cause: String {
    switch ask.what {
    case .clientPackage, .registration: ask.what.rawValue
    case .service, .package: ask.receiver.rawValue
    }
  }

  // MARK: - What

  private var facts: [String] {
    let what: String? =
      switch ask.what {
      case .service: say("fact.service")
      case .package, .clientPackage: say("fact.package", ["package": package])
      case .registration: nil
      }
    return [say("fact.reportee"), say("fact.receiver", ["name": receiver])]
      + [what].compactMap(\.self)
  }

  private var receiver: String {
    switch ask.receiver {
    // Whoever asks and names nobody asks for themselves.
    case .person:
      return walk.line(Ask.person) ?? walk.line(Writer.name) ?? say("fact.unnamedPerson")
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
    case .service: say("allows.service")
    case .package, .clientPackage: say("allows.package", ["package": package])
    }
  }

  private var package: String {
    ask.package.map { wording.name(ofPackage: $0) } ?? walk.line(Ask.packageName)
      ?? say("anyPackage")
  }

  // MARK: - How, in the screens of the one who gives

  private var steps: [String] {
    switch ask.what {
    case .registration: [say("step.notify"), say("step.number"), say("step.signNotice")]
    case .clientPackage:
      [
        say("step.firm"), say("step.open", path("clientAdministration")), say("step.user"),
        say("step.client", ["package": package]),
      ]
    case .service, .package:
      [
        say("step.login"), say("step.open", path("users")),
        say(ask.receiver == .firm ? "step.addFirm" : "step.addPerson"),
        ask.what == .service ? say("step.service") : say("step.package", ["package": package]),
      ]
    }
  }

  private func path(_ id: String) -> [String: String] {
    ["path": wording.path(id, of: walk.flow.edition)]
  }

  private func say(_ key: String, _ more: [String: String] = [:]) -> String {
    wording("askLetter.\(key)", values.merging(more) { $1 })
  }
}
