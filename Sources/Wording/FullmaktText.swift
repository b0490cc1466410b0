import Model
import SafeText

extension Wording {
  /// What the answers that count say of somebody's fullmakter.
  func fullmaktReview(_ walk: Walk) -> FullmaktReview {
    FullmaktReview(
      content.fullmakter,
      of: FullmaktAnswers(walk).statement(content.fullmakter),
      on: today
    )
  }
}

extension Wording {
  /// The packages that lie nearest to an old role, in one line; nothing where no source names any.
  func nearestPackages(to role: RoleCode) -> String? {
    content.fullmakter.oldRoles[role].map { old in
      let names = old.packages.map(name(ofPackage:)).joined(separator: ", ")
      return self(
        names.isEmpty ? "oldRole.none" : "oldRole.nearest",
        ["role": name(role), "packages": names]
      )
    }
  }
}

/// What somebody may do with a service of Altinn 3, what it takes and who has it, in words.
struct FullmaktText: RightsFinding {
  let walk: Walk
  let wording: Wording
  let review: FullmaktReview

  init(_ walk: Walk, _ wording: Wording) {
    self.walk = walk
    self.wording = wording
    review = wording.fullmaktReview(walk)
  }

  var prose: [Prose] {
    var prose = [heading, outcome, .paragraph(reason)] + nearestPackages
    if isPartial { prose.append(.paragraph(wording("fullmakt.ifNoMore"))) }
    prose += rules
    if !review.remedies.isEmpty {
      prose += [.gap, .heading(wording("fullmakt.ways"))]
      prose += review.remedies.flatMap {
        [.bullet(way($0))] + who($0).map { .paragraph("   " + $0) }
      }
    }
    return prose + toLookUp
  }

  var summary: [Prose] {
    let ways = review.remedies
    // Below the heading for what remains nothing says that nothing does.
    let next: [Prose] = isSettled ? [] : [.heading(wording("receipt.next"))]
    return [heading, outcome, .paragraph(reason), .gap] + next
      + (ways.isEmpty ? [.paragraph(noWays)] : [])
      + ways.enumerated().map {
        .numbered($0 + 1, ([way($1)] + who($1).prefix(1)).joined(separator: " "))
      }
      + toLookUp + [.gap]
  }

  var requests: [Offer] {
    review.remedies.compactMap { remedy in
      remedy.start.map { Offer(.task($0), label(remedy)) }
    }
  }

  var isSettled: Bool {
    switch review.verdict {
    case .notLookedAt, .holds: review.remedies.isEmpty
    case .oldRole, .lacks, .unknown: false
    }
  }

  /// Whoever lacks nothing waits for nothing, and where nobody looks at the sender no fullmakt of theirs helps.
  var after: String {
    switch review.verdict {
    case .notLookedAt: "notLookedAt"
    case .holds where review.remedies.isEmpty: "holds"
    case .holds, .oldRole, .lacks, .unknown: "after"
    }
  }

  /// Why there is no way to name: nothing is missing, or nobody can tell here whether anything is, and whom to ask.
  private var noWays: String {
    switch review.verdict {
    case .notLookedAt, .holds: wording("fullmakt.nothingMissing")
    case .unknown(.packagesNotCertain), .unknown(.serviceNotInCatalogue): say("notJudged.ask")
    case .oldRole, .lacks, .unknown: say("notJudged")
    }
  }

  // MARK: - The verdict

  private var heading: Prose {
    .heading(wording.text("rights.heading", about: walk).capitalisedFirst)
  }

  private var outcome: Prose {
    switch review.verdict {
    case .notLookedAt: .toned(wording("fullmakt.outcome.notLookedAt"), .good)
    case .holds: .toned(wording("fullmakt.outcome.holds"), .good)
    case .oldRole(_, let last):
      .toned(wording("fullmakt.outcome.oldRole", ["day": wording.text(last)]), .heading)
    case .lacks:
      .toned(wording(isPartial ? "rights.notByThisAlone" : "fullmakt.outcome.lacks"), .bad)
    case .unknown: .toned(wording("permission.outcome.unknown"), .heading)
    }
  }

  /// Whether a no rests on a part of what may be held.
  private var isPartial: Bool {
    if case .lacks = review.verdict { !review.seesEverything } else { false }
  }

  private var reason: String {
    switch review.verdict {
    case .notLookedAt: say("notLookedAt")
    case .holds(let holding): reason(holding)
    case .oldRole(let role, let last):
      say(isListed(role) ? "oldRole" : "oldRoleOfRegister", role: role, last)
    case .lacks(.fullmakt) where walk.value(.senderActs) == SenderActs.signs.rawValue:
      say("lacks.sign")
    case .lacks(.fullmakt):
      bareRole.map { say("lacks.role", ["role": wording.name($0)]) } ?? say("lacks")
    case .lacks(.oldRoleEnded(let role, let last)):
      say(isListed(role) ? "oldRoleEnded" : "oldRoleOfRegisterEnded", role: role, last)
    case .unknown(let doubt): say("doubt.\(doubt.rawValue)")
    }
  }

  /// Which packages lie nearest to the old roles that are held, where holding them is not enough.
  private var nearestPackages: [Prose] {
    if case .holds = review.verdict { return [] }
    return review.oldRoles.compactMap { wording.nearestPackages(to: $0) }
      .map(Prose.bullet)
  }

  /// What Enhetsregisteret has the person as, where that brings no package at all (R4).
  private var bareRole: RoleCode? {
    let catalogue = review.catalogue
    let known = review.statement.registerRole.flatMap { catalogue.registerRoles[$0]?.id }
    return known.flatMap { catalogue.brought(by: $0).isEmpty ? $0 : nil }
  }

  private func reason(_ holding: FullmaktReview.Holding) -> String {
    switch holding {
    case .package(let id): say("holds.package", ["package": wording.name(ofPackage: id)])
    case .singleService: say("holds.singleService")
    case .register(let role, let id):
      say(
        "holds.register",
        ["role": wording.name(role), "package": wording.name(ofPackage: id)]
      )
    case .firm(let id): say("holds.firm", ["package": wording.name(ofPackage: id)])
    case .signer(let role): say("holds.signer", ["role": wording.name(role)])
    }
  }

  /// Whether the page in Altinn lists an old role; else it comes with what Enhetsregisteret has the person as.
  private func isListed(_ role: RoleCode) -> Bool {
    review.statement.oldRoles?.contains(role) ?? false
  }

  private func say(_ key: String, role: RoleCode, _ day: Day) -> String {
    let origin = review.statement.registerRole.map(wording.name) ?? ""
    return say(
      key,
      ["role": wording.name(role), "day": wording.text(day), "register": origin]
    )
  }

  private func say(_ key: String, _ more: [String: String] = [:]) -> String {
    wording(
      wording.variant(of: "fullmakt.\(key)", in: walk),
      ["reportee": wording.reportee(walk), "service": wording.service(walk)].merging(more) { $1 }
    )
  }

  // MARK: - What the service takes

  /// A private person has no packages of an enterprise (R5).
  var rules: [Prose] { review.statement.isForPerson ? [] : review.access.map(takes) ?? [] }

  /// The packages by how well each is known, who has them from Enhetsregisteret, and what ends when; with the days on
  /// which the rows were last checked.
  private func takes(_ access: ServiceAccess) -> [Prose] {
    var prose: [Prose] = [.gap, .heading(wording("fullmakt.takes"))]
    for standing in Standing.allCases {
      guard let packages = access.packages[standing], !packages.isEmpty else { continue }
      let owner = review.statement.service?.owner
      prose.append(.paragraph(wording.said(of: packages.count, standing, by: owner)))
      prose += packages.map { .bullet(held($0)) }
    }
    if !review.uncertainPackages.isEmpty {
      prose.append(.paragraph(say("askVendor")))
    }
    if access.atSubUnit { prose.append(.paragraph(wording("fullmakt.atSubUnit"))) }
    prose += wording.lastChecked(review.statement.service.flatMap { Day($0.checked) })
    return prose + wording.ends(access, isDated: true)
  }

  /// A package with those who have it by themselves.
  private func held(_ id: String) -> String {
    let name = wording.name(ofPackage: id)
    guard let package = review.catalogue.packages[id], !package.registerRoles.isEmpty else {
      return name
    }
    let roles = package.registerRoles.map(wording.name).joined(separator: ", ")
    return wording(
      package.kind == .client ? "fullmakt.package.client" : "fullmakt.package",
      ["package": name, "roles": roles]
    )
  }

  // MARK: - The ways

  private func way(_ remedy: FullmaktRemedy) -> String {
    switch remedy {
    case .package(let id): say("way.package", ["package": wording.name(ofPackage: id)])
    case .giveYourself(let id): say("way.giveYourself", ["package": wording.name(ofPackage: id)])
    case .singleService: say("way.singleService")
    case .clientPackage(let id): say("way.clientPackage", ["package": wording.name(ofPackage: id)])
    case .registerFirm(let kind): say("way.registerFirm.\(kind.rawValue)")
    case .letSign(let roles):
      say("way.letSign", ["roles": roles.map(wording.name).joined(separator: ", ")])
    }
  }

  /// Who can do it and where; for a package also which register roles bring what it takes.
  private func who(_ remedy: FullmaktRemedy) -> [String] {
    let (actor, place): (Actor, String) =
      switch remedy {
      case .package, .singleService: (.fullmaktGiver, "users")
      case .giveYourself: (.sender, "users")
      case .clientPackage: (.clientAdministrator, "clientAdministration")
      case .registerFirm: (.clientSigner, "registerAccountant")
      case .letSign: (.registerSigner, "inbox")
      }
    let who = wording(
      "rights.who",
      ["who": wording.actor(actor, walk), "path": wording.path(place, of: walk.flow.edition)]
    )
    guard case .package(let id) = remedy, let package = review.catalogue.packages[id] else {
      return [who]
    }
    let roles = review.catalogue.givers(of: package).map(wording.name).joined(separator: ", ")
    return [who, wording("fullmakt.givers", ["roles": roles])]
  }

  private func label(_ remedy: FullmaktRemedy) -> String {
    switch remedy {
    case .package(let id), .clientPackage(let id):
      wording("rights.ask.role", ["role": wording.name(ofPackage: id)])
    case .giveYourself(let id):
      wording("fullmakt.give", ["package": wording.name(ofPackage: id)])
    case .singleService: wording("fullmakt.askService")
    case .registerFirm, .letSign: wording("rights.ask.registration")
    }
  }

  /// Where to see what the answers and the catalogue do not say.
  private var toLookUp: [Prose] {
    guard case .unknown = review.verdict else { return [] }
    let edition = walk.flow.edition
    return [
      .gap, .heading(wording("rights.lookUp")),
      .paragraph(
        wording("rights.lookUp.page", ["path": wording.path("ownFullmakter", of: edition)])
      ),
    ]
  }
}
