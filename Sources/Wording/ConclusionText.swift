package import Model
package import SafeText

/// A conclusion in its parts: the first page with what must be seen at once, and the pages behind it.
package struct ConclusionText: Sendable {
  let walk: Walk
  let wording: Wording
  let diagnosis: Diagnosis
  /// The ways to what is wanted, the best first.
  let repairs: [Repair]
  /// A number that cannot exist.
  private let impossibleNumber: String?
  /// Whether the register at hand is told of, as on a screen; what leaves it says nothing of the register.
  let showsRegister: Bool

  package init(_ walk: Walk, _ wording: Wording, showsRegister: Bool = false) {
    self.walk = walk
    self.wording = wording
    self.showsRegister = showsRegister
    diagnosis = walk.diagnosis
    repairs = walk.repairs
    impossibleNumber = wording.impossibleNumber(walk)
  }

  /// What is to be done before all else, or found out where nothing is established.
  package struct First: Sendable {
    package let heading: String
    package let act: String
    package let who: String
    /// Who that is by the register at hand.
    package let registered: String?
    /// Nothing where it is with the very one who is turned to.
    package let place: String?
  }

  // MARK: - The first page

  /// What is wrong, how sure that is, what to do first, who does it and where, in this order, and below it
  /// what comes next as far as there is room.
  package var firstPage: [Prose] {
    // Where much is wrong there is room for nothing else.
    let gap: [Prose] = isCrowded ? [] : [.gap]
    var prose = wording.closingInShort(walk).map { [Prose.toned($0, .bad)] + gap } ?? []
    prose += trouble + wrong + [.paragraph(certainty)]
    if let first {
      // What is to be found out is a list.
      let number = acts.isEmpty && !following.isEmpty ? "1. " : ""
      prose += gap + [.heading("\(first.heading): \(number)\(first.act)"), .paragraph(first.who)]
      prose += [first.registered, first.place].compactMap { $0.map(Prose.paragraph) }
      prose += following
    }
    return prose + aside
  }

  private var failing: [Verdict] { diagnosis.verdicts.filter { $0.state == .failing } }

  /// Whether each point has a row or two only.
  private var isCrowded: Bool {
    let reasons = failing.map { PointsText(walk, wording).reasons($0).count }
    return failing.count > 2 || reasons.reduce(0, +) > 3
  }

  /// The failing points with their reasons, or where else the fault is.
  package var wrong: [Prose] {
    var prose = impossible
    let isCrowded = isCrowded
    let points = PointsText(walk, wording)
    for verdict in failing {
      let title = wording("conclusion.fails", values(of: verdict))
      if isCrowded {
        // In no tone of its own, for a row of it may hold a number only, which says nothing of being wrong.
        let words = [title + "."] + points.firstReason(verdict).words
        prose.append(.paragraph(words.joined(separator: " ")))
      } else {
        prose += [.toned(title, .bad)] + points.reasons(verdict).map(Prose.paragraph)
      }
    }
    if isCrowded, failing.contains(where: { !points.firstReason($0).isAll }) {
      let page = wording("conclusion.part.steps")
      prose.append(.paragraph(wording("conclusion.more", ["page": page])))
    }
    for cause in outside {
      prose.append(.heading(wording(cause.titleKey)))
      prose.append(.paragraph(wording(cause.aboutKey)))
    }
    if diagnosis.contradictsMessage { prose.append(.paragraph(wording("conclusion.contradicts"))) }
    return prose
  }

  /// That a number cannot exist, before all else.
  var impossible: [Prose] {
    impossibleNumber.map {
      [.toned(wording("conclusion.impossible", ["number": $0]), .bad)]
    } ?? []
  }

  package var certainty: String {
    let certainty = diagnosis.conclusion.certainty
    // That the number cannot exist is sure, whatever else is not.
    let isElse = impossibleNumber != nil && certainty == .open
    return wording(isElse ? "conclusion.openElse" : certainty.textKey)
  }

  package var first: First? {
    if let action = acts.first {
      let words = text(action)
      return First(
        heading: wording(
          mayBeNeedless(action)
            ? "conclusion.doEither" : acts.count > 1 ? "conclusion.doFirst" : "conclusion.do"
        ),
        act: words.title,
        who: words.who,
        registered: words.registered,
        place: words.place
      )
    }
    return questions.first.map { question in
      First(
        heading: wording("conclusion.findOut"),
        act: question.title,
        who: question.who,
        registered: nil,
        place: question.place
      )
    }
  }

  /// What is to be done, or found out, after the first thing.
  private var following: [Prose] {
    guard !acts.isEmpty else {
      return questions.dropFirst().enumerated().map { .numbered($0 + 2, $1.title) }
    }
    var prose: [Prose] = []
    for (place, action) in acts.enumerated().dropFirst() {
      let title = text(action).title
      guard mayBeNeedless(action) else {
        prose.append(.numbered(place + 1, title))
        continue
      }
      if !mayBeNeedless(acts[place - 1]) {
        prose.append(.paragraph(wording("conclusion.doEither") + ":"))
      }
      let isFirst = acts[..<place].allSatisfy(mayBeNeedless)
      prose.append(.bullet(isFirst ? wording("conclusion.or", ["act": title]) : title))
    }
    return prose
  }

  /// What nobody could settle in one line; where all is in order what else may be wrong.
  private var aside: [Prose] {
    if diagnosis.conclusion.causes.contains(.unknown) { return [.gap] + checks }
    guard !diagnosis.conclusion.causes.isEmpty, !open.isEmpty else { return [] }
    let points = open.map { "\($0.number) " + wording($0.point.titleKey) }
    return [
      .gap,
      .toned(
        wording("conclusion.open", ["points": points.joined(separator: ", ")]),
        .muted
      ),
    ]
  }

  // MARK: - What it is made of

  func text(_ action: Action) -> ActionText {
    ActionText(action, walk, wording, showsRegister: showsRegister)
  }

  /// That somebody else acts for the party whatever roles are listed, before all else.
  var trouble: [Prose] { showsRegister ? wording.registerTrouble(walk) : [] }

  /// What the best repair takes, each once; a number that cannot exist is mended first.
  var acts: [Action] {
    var seen: Set<String> = []
    let mending = impossibleNumber.flatMap { _ in walk.action(against: .input) }
    return ([mending].compactMap(\.self) + (repairs.first?.actions ?? []))
      .filter { seen.insert($0.id).inserted }
  }

  /// Whether an action of the best repair may be needless, so that it is no step on the way but one of several
  /// things of which whichever is needed is done.
  func mayBeNeedless(_ action: Action) -> Bool {
    repairs.first?.maybe.contains(action.id) ?? false
  }

  /// What is to be done: steps with their numbers, and things of which whichever is needed is done, each kind
  /// under its own heading.
  func listed(as heading: String, _ words: (Action) -> (title: String, rest: [Prose])) -> [Prose] {
    var prose: [Prose] = []
    var wasEither: Bool?
    var number = 0
    for action in acts {
      let isEither = mayBeNeedless(action)
      if isEither != wasEither {
        prose.append(.heading(wording(isEither ? "conclusion.doEither" : heading)))
        wasEither = isEither
      }
      let (title, rest) = words(action)
      if !isEither { number += 1 }
      prose += [isEither ? .bullet(title) : .numbered(number, title)] + rest
    }
    return prose
  }

  /// The causes that are no points.
  var outside: [Cause] { diagnosis.conclusion.causes.filter { $0.point == nil } }

  func values(of verdict: Verdict) -> [String: String] {
    ["number": "\(verdict.number)", "point": wording(verdict.point.titleKey)]
  }

  /// What people have found to be wrong when all points are in order.
  var checks: [Prose] {
    wording("cause.unknown.checks").split(separator: "\n").map { .bullet(String($0)) }
  }

  /// The points that nobody could settle.
  private var open: [Verdict] {
    diagnosis.liesOutside
      ? []
      : diagnosis.verdicts.filter {
        [.unknown, .blocked].contains($0.state) && diagnosis.isInQuestion($0.point)
      }
  }

  /// The points that nobody could settle, and who can.
  var unchecked: [Prose] {
    guard !open.isEmpty else { return [] }
    return [.gap, .heading(wording("conclusion.unchecked"))]
      + open.map { verdict in
        let asked = verdict.missing.first { diagnosis.facts.declined.contains($0) }
        let who = asked.map { seenBy($0) }
        let point = "\(verdict.number) " + wording(verdict.point.titleKey)
        return .bullet([point, who].compactMap { $0 }.joined(separator: ". "))
      }
  }

  /// Something to find out, who can see it and where.
  struct Question {
    let title: String
    let who: String
    let place: String?
  }

  private func seenBy(_ fact: FieldID) -> String {
    let stem = wording.stem(of: fact, in: walk)
    return wording("conclusion.seenBy", ["who": wording.text("\(stem).who", about: walk)])
  }

  /// The facts that settle most: of the points that a message names, the likeliest first, or else of all.
  private var toFindOut: [FieldID] {
    let portal = diagnosis.portal
    let named = diagnosis.named.compactMap { diagnosis[$0] }.filter { !$0.missing.isEmpty }
    guard !named.isEmpty else {
      return diagnosis.verdicts.flatMap { $0.missing.prefix(2) }.compactMap(askable)
    }
    return named.flatMap { verdict -> [FieldID] in
      // What shows that the point fails comes before what only decides whether it can.
      let shown = Set(
        portal.faults.filter { portal.point(of: $0.fault) == verdict.point }.map(\.shownBy)
      )
      let facts =
        verdict.missing.filter(shown.contains) + verdict.missing.filter { !shown.contains($0) }
      let asked = Array(facts.compactMap(askable).prefix(2))
      // Right after it what tells how that is mended.
      let next = asked.first.flatMap { first in
        portal.facts.first { row in
          row.choosesRepairOf.flatMap(portal.rule).map { $0.shownBy == first } ?? false
        }?.fact
      }
      return Array(asked.prefix(1)) + [next.flatMap(askable)].compactMap(\.self)
        + Array(asked.dropFirst())
    }
  }

  /// A fact as it can be asked for now: what gives it a meaning first; nothing where it has none.
  private func askable(_ fact: FieldID) -> FieldID? {
    let facts = diagnosis.facts
    guard facts[fact] == nil, diagnosis.portal.isRelevant(fact, in: facts) != false else {
      return nil
    }
    return diagnosis.opening(fact) ?? fact
  }

  /// Where nothing is established: what to find out, and no orders.
  var questions: [Question] {
    guard diagnosis.conclusion.causes.isEmpty else { return [] }
    var seen: Set<FieldID> = []
    let missing = toFindOut.filter { seen.insert($0).inserted }
    return missing.map { fact in
      let stem = wording.stem(of: fact, in: walk)
      let path = walk.flow.steps.flatMap(\.fields).first { $0.id == fact }?.place
      return Question(
        title: wording.text("\(stem).title", about: walk),
        who: seenBy(fact),
        place: path.map {
          wording("conclusion.where", ["path": wording.path($0, of: walk.flow.edition)])
        }
      )
    }
  }
}
