package import Model
import SafeText

extension Wording {
  /// What the answers that count say of somebody's rights.
  package func rightsReview(_ walk: Walk) -> RightsReview {
    RightsReview(
      content.rights,
      names: RightsReview.Names(reportee: reportee(walk), firm: self("party.firm")),
      of: RightsAnswers(walk).statement
    )
  }
}

/// What was found of somebody's rights in a portal, in words.
protocol RightsFinding {
  /// What one may do, why, what is missing, and who can give it.
  var prose: [Prose] { get }
  /// What was found and what remains, in few lines.
  var summary: [Prose] { get }
  /// The requests for what is missing, the one for least first.
  var requests: [Offer] { get }
  /// Whether nothing is known to be missing.
  var isSettled: Bool { get }
  /// The name of the text that says what to look after: `receipt.<flow>.<name>`.
  var after: String { get }
  /// The rules of the tables that it rests on, with when each was last checked.
  var rules: [Prose] { get }
}

extension RightsFinding {
  var after: String { "after" }
  // Of an Altinn that has closed nobody can check any.
  var rules: [Prose] { [] }
}

extension Wording {
  /// What was found of somebody's rights, in the portal of a walk.
  func rights(of walk: Walk) -> any RightsFinding {
    switch walk.flow.edition {
    case .altinn2: RightsText(walk, self)
    case .altinn3: FullmaktText(walk, self)
    }
  }
}

/// What somebody may do with a form, in words.
struct RightsText: RightsFinding {
  private let walk: Walk
  private let wording: Wording
  private let review: RightsReview

  init(_ walk: Walk, _ wording: Wording) {
    self.walk = walk
    self.wording = wording
    review = wording.rightsReview(walk)
  }

  /// What one may do, why, where the rule comes from, what is missing, and who can give it.
  var prose: [Prose] {
    var prose = wording.notice(above: walk) + [heading, .paragraph(basis), .gap]
    for action in RightsAction.allCases { prose += answer(to: action) }
    let lacks = review.lacks
    if !lacks.isEmpty {
      prose += [.gap, .heading(wording("rights.missing"))]
      if !review.seesEverything { prose.append(.paragraph(wording("rights.missing.ifNoMore"))) }
      prose += lacks.flatMap { remedies.prose(for: $0) }
      prose += asking
    }
    prose += toLookUp
    return prose
  }

  /// What was found and what remains, in few lines.
  var summary: [Prose] {
    var prose: [Prose] = [heading]
    prose += RightsAction.allCases.map { outcome(of: $0) }
    let lacks = review.lacks
    prose += [.gap] + (lacks.isEmpty ? [] : [.heading(wording("receipt.next"))])
    for (index, lack) in lacks.enumerated() {
      guard let line = remedies.line(for: lack) else { continue }
      prose.append(.numbered(index + 1, line))
    }
    if lacks.isEmpty { prose.append(.paragraph(wording("rights.nothingMissing"))) }
    return prose + toLookUp + [.gap]
  }

  var requests: [Offer] {
    review.requests.map { request in
      let label =
        switch request {
        case .service(let act): wording("rights.ask.service.\(act.rawValue)")
        case .role(let code), .clientRole(let code):
          wording("rights.ask.role", ["role": wording.name(code)])
        case .registration: wording("rights.ask.registration")
        }
      return Offer(.task(request.start), label)
    }
  }

  var isSettled: Bool { review.lacks.isEmpty }

  private var remedies: RemedyText { RemedyText(review, walk, wording) }

  private var heading: Prose {
    .heading(wording.text("rights.heading", about: walk).capitalisedFirst)
  }

  private var basis: String {
    switch review.basis {
    case .oneself: wording("rights.basis.oneself")
    case .page: wording.text("rights.basis.page", about: walk)
    case .registerRole(let code):
      wording(
        "rights.basis.registerRole",
        ["role": wording.name(code), "reportee": wording.reportee(walk)]
      )
    case .firm: wording.text("rights.basis.firm", about: walk)
    case .nothing: wording("rights.basis.nothing")
    }
  }

  // MARK: - The answers

  private func answer(to action: RightsAction) -> [Prose] {
    let permission = review.permission(to: action)
    var prose = [outcome(of: action)]
    if action == .send, permission == review.permission(to: .fillIn) {
      prose.append(.paragraph("   " + wording("rights.sameAsFillIn")))
      if review.isSigned { prose.append(.paragraph("   " + wording("rights.isSigned"))) }
      return prose
    }
    let reason = wording(
      permission.reason.textKey,
      permission.reason.values(
        reportee: wording.reportee(walk),
        in: wording.content.rights,
        wording.language
      )
    )
    prose.append(.paragraph("   " + reason.capitalisedFirst))
    let sources = review.sources(of: permission, to: action).map { wording("source.\($0)") }
    if !sources.isEmpty {
      let named = sources.joined(separator: ", ")
      prose.append(.toned("   " + wording("rights.source", ["source": named]), .muted))
    }
    return prose
  }

  /// Whether an action is allowed, in one line.
  private func outcome(of action: RightsAction) -> Prose {
    let outcome = review.permission(to: action).outcome
    let key =
      outcome == .notGranted && !review.seesEverything
      ? "rights.notByThisAlone" : outcome.textKey
    let line = wording(
      "rights.answer",
      ["action": wording(action.textKey), "outcome": wording(key)]
    )
    return switch outcome {
    case .granted: .toned(line, .good)
    case .notGranted: .toned(line, .bad)
    case .unknown: .toned(line, .heading)
    }
  }

  private var asking: [Prose] {
    switch review.mayAsk.outcome {
    case .granted:
      [
        .paragraph(
          wording("rights.mayAsk", ["path": wording.path("requestAccess", of: walk.flow.edition)])
        )
      ]
    case .notGranted:
      review.seesEverything ? [.paragraph(wording.text("rights.mayNotAsk", about: walk))] : []
    case .unknown: []
    }
  }

  /// Where to see what the answers and the catalogue do not say.
  private var toLookUp: [Prose] {
    guard RightsAction.allCases.contains(where: { review.permission(to: $0).outcome == .unknown })
    else { return [] }
    return [
      .gap, .heading(wording("rights.lookUp")),
      .paragraph(
        wording(
          "rights.lookUp.page",
          ["path": wording.path("rightsYouHave", of: walk.flow.edition)]
        )
      ),
      .paragraph(wording.text("rights.lookUp.form", about: walk)),
    ]
  }
}
