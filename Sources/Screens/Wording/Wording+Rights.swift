package import SafeText
package import Model

/// What somebody may do with a form, in words.
extension Wording {
  /// What the answers that count tell of somebody's rights.
  package func rightsCheck(_ walk: Walk) -> RightsCheck {
    walk.rightsCheck(
      content.rights,
      names: RightsCheck.Names(reportee: reportee(walk), firm: texts("party.firm"))
    )
  }

  /// What one may do, why, where the rule comes from, what is missing, and who can give it.
  package func rights(_ walk: Walk) -> [Prose] {
    let check = rightsCheck(walk)
    var parts: [Prose] = [
      .heading(capitalised(text("rights.heading", about: walk))),
      .paragraph(basis(of: check, walk)), .gap,
    ]
    for action in RightsAction.allCases { parts += answer(to: action, check, walk) }
    let lacks = check.lacks
    if !lacks.isEmpty {
      parts += [.gap, .heading(texts("rights.missing"))]
      if !check.seesEverything { parts.append(.paragraph(texts("rights.missing.ifNoMore"))) }
      parts += lacks.flatMap { remedies(for: $0, check, walk) }
      parts += asking(check, walk)
    }
    parts += toLookUp(check, walk)
    return parts + [.gap, .paragraph(texts("edition.altinn2.notice"))]
  }

  /// What was found and what remains, in few lines.
  func rightsSummary(_ walk: Walk) -> [Prose] {
    let check = rightsCheck(walk)
    var parts: [Prose] = [
      .heading(capitalised(text("rights.heading", about: walk)))
    ]
    parts += RightsAction.allCases.map { action in
      .toned(line(action, check), tone(of: check.permission(to: action)))
    }
    parts += [.gap, .heading(texts("receipt.next"))]
    let lacks = check.lacks
    for (place, lack) in lacks.enumerated() {
      guard let remedy = check.remedies(for: lack).first else { continue }
      parts.append(.numbered(place + 1, remains(lack, remedy, check, walk)))
    }
    if lacks.isEmpty { parts.append(.paragraph(texts("rights.nothingMissing"))) }
    return parts + toLookUp(check, walk) + [.gap]
  }

  /// The requests that can be begun from here.
  func requestWays(_ walk: Walk) -> [Way] {
    // More would leave no room for the text in a small window; the task itself offers the rest.
    rightsCheck(walk).requests.prefix(3).map { request in
      let label =
        switch request {
        case .service(let act): texts("rights.ask.service.\(act.rawValue)")
        case .role(let code), .clientRole(let code):
          texts("rights.ask.role", ["role": roleName(code)])
        case .registration: texts("rights.ask.registration")
        }
      return Way(.task(request.start), label)
    }
  }

  // MARK: - The five answers

  private func answer(to action: RightsAction, _ check: RightsCheck, _ walk: Walk)
    -> [Prose]
  {
    let permission = check.permission(to: action)
    var parts: [Prose] = [.toned(line(action, check), tone(of: permission))]
    let fillIn = check.permission(to: .fillIn)
    if action == .send, permission == fillIn {
      parts.append(.paragraph("   " + texts("rights.sameAsFillIn")))
      if check.isSigned { parts.append(.paragraph("   " + texts("rights.isSigned"))) }
      return parts
    }
    let reason = texts(
      permission.reason.textKey,
      permission.reason.values(reportee: reportee(walk), in: content.rights, language)
    )
    parts.append(.paragraph("   " + capitalised(reason)))
    let sources = check.sources(of: permission, to: action).map { texts("source.\($0)") }
    if !sources.isEmpty {
      let named = sources.joined(separator: ", ")
      parts.append(.toned("   " + texts("rights.source", ["source": named]), .muted))
    }
    return parts
  }

  private func line(_ action: RightsAction, _ check: RightsCheck) -> String {
    let outcome = check.permission(to: action).outcome
    let key =
      outcome == .notGranted && !check.seesEverything
      ? "rights.notByThisAlone" : "permission.outcome.\(outcome.rawValue)"
    return texts(
      "rights.answer",
      ["action": texts("rightsAction.\(action.rawValue)"), "outcome": texts(key)]
    )
  }

  private func tone(of permission: Permission) -> Prose.Tone {
    switch permission.outcome {
    case .granted: .good
    case .notGranted: .bad
    case .unknown: .heading
    }
  }

  private func basis(of check: RightsCheck, _ walk: Walk) -> String {
    switch check.basis {
    case .oneself: texts("rights.basis.oneself")
    case .page: text("rights.basis.page", about: walk)
    case .registerRole(let code):
      texts(
        "rights.basis.registerRole",
        ["role": roleName(code), "reportee": reportee(walk)]
      )
    case .firm: text("rights.basis.firm", about: walk)
    case .nothing: texts("rights.basis.nothing")
    }
  }

  // MARK: - What is missing

  private func remedies(for lack: RightsCheck.Lack, _ check: RightsCheck, _ walk: Walk)
    -> [Prose]
  {
    let remedies = check.remedies(for: lack)
    var parts: [Prose] = [.bullet(texts("rights.lack.\(name(of: lack))"))]
    var isLeast = true
    for remedy in remedies {
      var key = isLeast ? "rights.least" : "rights.instead"
      if case .clientRole = remedy { key = "rights.inFirm" } else { isLeast = false }
      parts.append(.paragraph("   " + texts(key, ["way": self.way(remedy, walk)])))
    }
    var told: [String] = []
    for remedy in remedies {
      let who = self.who(remedy, check, walk)
      guard !told.contains(who) else { continue }
      told.append(who)
      parts.append(.paragraph("   " + who))
    }
    if lack == .right(.sign) {
      parts.append(.paragraph("   " + texts("rights.letSign", ["path": path("inbox")])))
    }
    if lack == .accessManager {
      // The ID of a registered firm works for every client that has the firm registered (P7).
      let others = (check.isFirmRegistered == true ? ["onFirm"] : []) + ["onOneself"]
      parts += others.map { .paragraph("   " + texts("rights.\($0)")) }
    }
    return parts
  }

  private func remains(
    _ lack: RightsCheck.Lack,
    _ remedy: RightsCheck.Remedy,
    _ check: RightsCheck,
    _ walk: Walk
  ) -> String {
    [texts("rights.lack.\(name(of: lack))"), way(remedy, walk), who(remedy, check, walk)]
      .joined(separator: " ")
  }

  private func name(of lack: RightsCheck.Lack) -> String {
    switch lack {
    case .right(let right): right.rawValue
    case .accessManager: "accessManager"
    }
  }

  private func way(_ remedy: RightsCheck.Remedy, _ walk: Walk) -> String {
    switch remedy {
    case .way(.singleService): text("rightsWay.singleService", about: walk)
    case .way(.role(let code)): texts("rightsWay.role", ["role": roleName(code)])
    case .way(.registerFirm(let kind)): texts("rightsWay.registerFirm.\(kind.rawValue)")
    case .clientRole(let code): texts("rightsWay.clientRole", ["role": roleName(code)])
    }
  }

  /// Who can do it and where, with the register roles that bring what it takes.
  private func who(_ remedy: RightsCheck.Remedy, _ check: RightsCheck, _ walk: Walk) -> String {
    let (actor, place): (Actor, String) =
      switch remedy {
      case .way(.registerFirm): (.reporteeSigner, "registerAccountant")
      case .clientRole: (.clientAdministrator, "clientDelegation")
      case .way:
        (
          .giver,
          check.reportee.kind == .person ? "othersWithRightsPerson" : "othersWithRightsEnterprise"
        )
      }
    let words = texts("rights.who", ["who": self.actor(actor, walk), "path": path(place)])
    let roles = check.registerRoles(thatMayGive: remedy)
    guard !roles.isEmpty else { return words }
    let names = roles.prefix(3).map(roleName).joined(separator: ", ")
    return words + " " + texts("rights.who.roles", ["roles": names])
  }

  private func asking(_ check: RightsCheck, _ walk: Walk) -> [Prose] {
    switch check.mayAsk.outcome {
    case .granted: [.paragraph(texts("rights.mayAsk", ["path": path("requestAccess")]))]
    case .notGranted:
      check.seesEverything ? [.paragraph(text("rights.mayNotAsk", about: walk))] : []
    case .unknown: []
    }
  }

  /// Where to see what the answers and the catalogue do not tell.
  private func toLookUp(_ check: RightsCheck, _ walk: Walk) -> [Prose] {
    let reasons = RightsAction.allCases.map { check.permission(to: $0) }
      .filter { $0.outcome == .unknown }
    guard !reasons.isEmpty else { return [] }
    return [
      .gap, .heading(texts("rights.lookUp")),
      .paragraph(texts("rights.lookUp.page", ["path": path("rightsYouHave")])),
      .paragraph(text("rights.lookUp.form", about: walk)),
    ]
  }

  private func roleName(_ code: RoleCode) -> String { content.rights.name(of: code, in: language) }

  private func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}
