package import SafeText
package import Model

/// What somebody may do with a form, in words.
extension Wording {
  /// What the answers that count tell of somebody's rights.
  package func rightsReview(_ walk: Walk) -> RightsReview {
    RightsReview(
      content.rights,
      names: RightsReview.Names(reportee: reportee(walk), firm: texts("party.firm")),
      of: RightsAnswers(walk).statement
    )
  }

  /// What one may do, why, where the rule comes from, what is missing, and who can give it.
  package func rights(_ walk: Walk) -> [Prose] {
    let review = rightsReview(walk)
    var parts: [Prose] = [
      .heading(capitalised(text("rights.heading", about: walk))),
      .paragraph(basis(of: review, walk)), .gap,
    ]
    for action in RightsAction.allCases { parts += answer(to: action, review, walk) }
    let lacks = review.lacks
    if !lacks.isEmpty {
      parts += [.gap, .heading(texts("rights.missing"))]
      if !review.seesEverything { parts.append(.paragraph(texts("rights.missing.ifNoMore"))) }
      parts += lacks.flatMap { remedies(for: $0, review, walk) }
      parts += asking(review, walk)
    }
    parts += toLookUp(review, walk)
    return parts + [.gap, .paragraph(texts("edition.altinn2.notice"))]
  }

  /// What was found and what remains, in few lines.
  func rightsSummary(_ walk: Walk) -> [Prose] {
    let review = rightsReview(walk)
    var parts: [Prose] = [
      .heading(capitalised(text("rights.heading", about: walk)))
    ]
    parts += RightsAction.allCases.map { action in
      .toned(line(action, review), tone(of: review.permission(to: action)))
    }
    parts += [.gap, .heading(texts("receipt.next"))]
    let lacks = review.lacks
    for (place, lack) in lacks.enumerated() {
      guard let remedy = review.remedies(for: lack).first else { continue }
      parts.append(.numbered(place + 1, remains(lack, remedy, review, walk)))
    }
    if lacks.isEmpty { parts.append(.paragraph(texts("rights.nothingMissing"))) }
    return parts + toLookUp(review, walk) + [.gap]
  }

  /// The requests that can be begun from here.
  func requestWays(_ walk: Walk) -> [Way] {
    // More would leave no room for the text in a small window; the task itself offers the rest.
    rightsReview(walk).requests.prefix(3).map { request in
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

  private func answer(to action: RightsAction, _ review: RightsReview, _ walk: Walk)
    -> [Prose]
  {
    let permission = review.permission(to: action)
    var parts: [Prose] = [.toned(line(action, review), tone(of: permission))]
    let fillIn = review.permission(to: .fillIn)
    if action == .send, permission == fillIn {
      parts.append(.paragraph("   " + texts("rights.sameAsFillIn")))
      if review.isSigned { parts.append(.paragraph("   " + texts("rights.isSigned"))) }
      return parts
    }
    let reason = texts(
      permission.reason.textKey,
      permission.reason.values(reportee: reportee(walk), in: content.rights, language)
    )
    parts.append(.paragraph("   " + capitalised(reason)))
    let sources = review.sources(of: permission, to: action).map { texts("source.\($0)") }
    if !sources.isEmpty {
      let named = sources.joined(separator: ", ")
      parts.append(.toned("   " + texts("rights.source", ["source": named]), .muted))
    }
    return parts
  }

  private func line(_ action: RightsAction, _ review: RightsReview) -> String {
    let outcome = review.permission(to: action).outcome
    let key =
      outcome == .notGranted && !review.seesEverything
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

  private func basis(of review: RightsReview, _ walk: Walk) -> String {
    switch review.basis {
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

  private func remedies(for lack: RightsReview.Lack, _ review: RightsReview, _ walk: Walk)
    -> [Prose]
  {
    let remedies = review.remedies(for: lack)
    var parts: [Prose] = [.bullet(texts("rights.lack.\(name(of: lack))"))]
    var isLeast = true
    for remedy in remedies {
      var key = isLeast ? "rights.least" : "rights.instead"
      if case .clientRole = remedy { key = "rights.inFirm" } else { isLeast = false }
      parts.append(.paragraph("   " + texts(key, ["way": self.way(remedy, walk)])))
    }
    var told: [String] = []
    for remedy in remedies {
      let who = self.who(remedy, review, walk)
      guard !told.contains(who) else { continue }
      told.append(who)
      parts.append(.paragraph("   " + who))
    }
    if lack == .right(.sign) {
      parts.append(.paragraph("   " + texts("rights.letSign", ["path": path("inbox")])))
    }
    if lack == .accessManager {
      // The ID of a registered firm works for every client that has the firm registered (P7).
      let others = (review.isFirmRegistered == true ? ["onFirm"] : []) + ["onOneself"]
      parts += others.map { .paragraph("   " + texts("rights.\($0)")) }
    }
    return parts
  }

  private func remains(
    _ lack: RightsReview.Lack,
    _ remedy: RightsRemedy,
    _ review: RightsReview,
    _ walk: Walk
  ) -> String {
    [texts("rights.lack.\(name(of: lack))"), way(remedy, walk), who(remedy, review, walk)]
      .joined(separator: " ")
  }

  private func name(of lack: RightsReview.Lack) -> String {
    switch lack {
    case .right(let right): right.rawValue
    case .accessManager: "accessManager"
    }
  }

  private func way(_ remedy: RightsRemedy, _ walk: Walk) -> String {
    switch remedy {
    case .singleService: text("rightsWay.singleService", about: walk)
    case .role(let code): texts("rightsWay.role", ["role": roleName(code)])
    case .registerFirm(let kind): texts("rightsWay.registerFirm.\(kind.rawValue)")
    case .clientRole(let code): texts("rightsWay.clientRole", ["role": roleName(code)])
    }
  }

  /// Who can do it and where, with the register roles that bring what it takes.
  private func who(_ remedy: RightsRemedy, _ review: RightsReview, _ walk: Walk) -> String {
    let (actor, place): (Actor, String) =
      switch remedy {
      case .registerFirm: (.reporteeSigner, "registerAccountant")
      case .clientRole: (.clientAdministrator, "clientDelegation")
      case .singleService, .role:
        (
          .giver,
          review.reportee.kind == .person ? "othersWithRightsPerson" : "othersWithRightsEnterprise"
        )
      }
    let words = texts("rights.who", ["who": self.actor(actor, walk), "path": path(place)])
    let roles = review.registerRoles(thatMayGive: remedy)
    guard !roles.isEmpty else { return words }
    let names = roles.prefix(3).map(roleName).joined(separator: ", ")
    return words + " " + texts("rights.who.roles", ["roles": names])
  }

  private func asking(_ review: RightsReview, _ walk: Walk) -> [Prose] {
    switch review.mayAsk.outcome {
    case .granted: [.paragraph(texts("rights.mayAsk", ["path": path("requestAccess")]))]
    case .notGranted:
      review.seesEverything ? [.paragraph(text("rights.mayNotAsk", about: walk))] : []
    case .unknown: []
    }
  }

  /// Where to see what the answers and the catalogue do not tell.
  private func toLookUp(_ review: RightsReview, _ walk: Walk) -> [Prose] {
    let reasons = RightsAction.allCases.map { review.permission(to: $0) }
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
