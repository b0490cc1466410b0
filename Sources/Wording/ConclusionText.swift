package import Model
package import SafeText

/// A conclusion in its parts: the first page with what must be seen at once, and the pages behind it.
package struct ConclusionText: Sendable {
  let walk: Walk
  let wording: Wording
  let diagnosis: Diagnosis
  /// The ways to what is wanted, the best first.
  let repairs: [Repair]
  /// What there is to do by what is known.
  let advice: Advice
  /// A number in the message that cannot exist.
  private let impossibleNumber: String?
  /// Whether the register at hand is told of, as on a screen; what leaves it says nothing of the register.
  let showsRegister: Bool
  /// Whether it is sent to somebody, who sees neither the numbers of points nor the choices of a page, and reads of
  /// what others do as such.
  let isSent: Bool

  package init(
    _ walk: Walk,
    _ wording: Wording,
    showsRegister: Bool = false,
    isSent: Bool = false
  ) {
    self.walk = walk
    self.wording = wording
    self.showsRegister = showsRegister
    self.isSent = isSent
    diagnosis = walk.diagnosis
    repairs = walk.repairs
    advice = walk.advice
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
    /// The question that answers it, where it is to be found out.
    package let asked: FieldID?
  }

  // MARK: - The first page

  /// What is wrong, how sure that is, what to do first, who does it and where, in this order, and below it
  /// what comes next as far as there is room.
  package var firstPage: [Prose] {
    // Where much is wrong there is room for nothing else.
    let gap: [Prose] = isCrowded ? [] : [.gap]
    var prose = wording.closingInShort(walk).map { [Prose.toned($0, .bad)] + gap } ?? []
    prose += trouble + wrong + [.paragraph(certainty)]
    prose += warnings + doubted
    if let first {
      // What is to be found out is a list.
      let number = acts.isEmpty && !following.isEmpty ? "1. " : ""
      prose += gap + [.heading("\(first.heading): \(number)\(first.act)"), .paragraph(first.who)]
      prose += [first.registered, first.place].compactMap { $0.map(Prose.paragraph) }
      prose += following + idle
    }
    return prose + (waiting.isEmpty ? [] : gap + waiting) + aside
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
      let title = fails(verdict)
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
      prose += [.heading(hedgedTitle(of: cause)), about(cause)]
    }
    return prose + contradiction
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
    if isElse { return wording("conclusion.openElse") }
    let isSound =
      diagnosis.conclusion.causes == [.unknown] && walk.flow.edition == .current
    // That a point fails is sure before what of it does.
    let unclear = failing.filter(\.reasons.isEmpty).map { wording.title(of: $0.point, in: walk) }
    if certainty == .confirmed, !unclear.isEmpty {
      return wording("certainty.confirmed.point", ["points": unclear.joined(separator: ", ")])
    }
    return wording(isSound ? "conclusion.sound" : certainty.textKey)
  }

  /// That the answers leave no room for the message, or do not fit the row of the service.
  var contradiction: [Prose] {
    let keys = [
      diagnosis.contradictsMessage ? "conclusion.contradicts" : nil,
      diagnosis.contradictsService ? "conclusion.contradictsService" : nil,
      diagnosis.isBesideMessage ? "conclusion.beside" : nil,
    ]
    return keys.compactMap(\.self).map { .paragraph(wording.text($0, about: walk)) } + ofAnother
  }

  /// That the message names another party than the answers are of, and which other message stands in the same text.
  private var ofAnother: [Prose] {
    let party = walk.otherParty.map { number in
      wording("conclusion.otherParty", ["number": wording.grouped(number)])
    }
    let other = walk.otherMessages.first.map { id in
      wording("recognised.also", ["message": wording.callerMessage(id)])
    }
    return [party, other].compactMap(\.self).map(Prose.paragraph)
  }

  /// A cause outside the points, as whoever reads it calls it.
  func title(of cause: Cause) -> String {
    wording.text(wording.key(cause.titleKey, in: edition), about: walk)
  }

  /// What stands above words that are said to whoever does it, where an agent reads them.
  var saidSo: [Prose] {
    wording.isToAgent(walk) ? [.paragraph(wording("desk.saidSo"))] : []
  }

  /// What a cause outside the points means; that nobody need change an access stands there only where nobody does.
  func about(_ cause: Cause) -> Prose {
    let changes = acts.contains { $0.power > 0 }
    let lines = [
      wording.text(wording.key(cause.aboutKey, in: edition), about: walk),
      cause.leavesAccess && failing.isEmpty && !changes && diagnosis.waiting.isEmpty
        ? own("conclusion.unchanged") : nil,
    ]
    return .paragraph(lines.compactMap(\.self).joined(separator: "\n"))
  }

  /// What is still to be done though the message is not about it, where nothing fails.
  var waiting: [Prose] {
    let others = diagnosis.waiting.filter { !diagnosis.conclusion.causes.contains($0) }
    guard failing.isEmpty, !diagnosis.conclusion.causes.isEmpty else { return [] }
    return others.flatMap { [.heading(title(of: $0)), about($0)] }
  }

  /// What is in order for now and must be seen to before a day.
  var warnings: [Prose] {
    diagnosis.verdicts.flatMap(\.reasons).filter { $0 == .ground(.oldRoleCounts) }
      .map { .paragraph(wording.text($0.textKey, about: walk)) }
  }

  /// That a number typed here cannot exist, which is nothing to mend elsewhere before somebody has looked.
  var doubted: [Prose] {
    wording.doubtedNumber(walk).map {
      [.paragraph(wording("conclusion.doubted", ["number": $0]))]
    } ?? []
  }

  package var first: First? {
    if let action = acts.first, !isAskedFirst {
      let words = text(action)
      return First(
        heading: wording(
          isEither(action)
            ? "conclusion.doEither" : acts.count > 1 ? "conclusion.doFirst" : "conclusion.do"
        ),
        act: words.title,
        who: words.who,
        registered: words.registered,
        place: words.place,
        asked: nil
      )
    }
    return (deciders + questions).first.map { question in
      First(
        heading: wording("conclusion.findOut"),
        act: question.title,
        who: question.who,
        registered: nil,
        place: question.place,
        asked: question.fact
      )
    }
  }

  /// What is to be done, or found out, after the first thing.
  private var following: [Prose] {
    guard !acts.isEmpty else {
      return questions.dropFirst().enumerated().map { .numbered($0 + 2, $1.title) }
    }
    let isAsked = isAskedFirst
    var prose: [Prose] = []
    for (place, action) in acts.enumerated().dropFirst(isAsked ? 0 : 1) {
      let title = text(action).title
      guard isEither(action) else {
        // The number that it has among all steps: what is one of several things has none.
        let before = acts[..<place].count { !isEither($0) }
        prose.append(.numbered(before + 1, title))
        continue
      }
      if place == 0 || !isEither(acts[place - 1]) { prose.append(.paragraph(eitherHeading)) }
      let goesOn = !isAsked && acts[..<place].allSatisfy(isEither)
      prose.append(.bullet(goesOn ? wording("conclusion.or", ["act": title]) : title))
    }
    return prose
  }

  /// Whether what is to be done first depends on what somebody has to find out.
  private var isAskedFirst: Bool { !deciders.isEmpty && acts.first.map(isEither) ?? false }

  /// What stands above things of which whichever is needed is done.
  var eitherHeading: String {
    guard let question = deciders.first else { return wording("conclusion.doEither") + ":" }
    return wording("conclusion.decides", ["question": question.title])
  }

  /// What nobody could settle in one line; where all is in order what else may be wrong.
  private var aside: [Prose] {
    if outside.contains(.unknown) { return [.gap] + checks }
    guard !diagnosis.conclusion.causes.isEmpty, !open.isEmpty else { return [] }
    let points = open.map { "\($0.number) " + wording.title(of: $0.point, in: walk) }
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
    ActionText(action, walk, wording, showsRegister: showsRegister, isSent: isSent)
  }

  /// That somebody else acts for the party whatever roles are listed, before all else.
  var trouble: [Prose] { showsRegister ? wording.registerTrouble(walk) : [] }

  /// What the best repair takes, each once; a number that cannot exist is mended first.
  var acts: [Action] {
    var seen: Set<String> = []
    let mending = impossibleNumber.flatMap { _ in walk.action(against: .input) }
    return ([mending].compactMap(\.self) + advice.actions)
      .filter { seen.insert($0.id).inserted }
  }

  /// What is to be done whatever else is found out: only of this somebody else is told.
  var ordered: [Action] { acts.filter { !advice.either.contains($0.id) } }

  /// Whether an action is no step on the way but one of several things of which whichever is needed is done.
  func isEither(_ action: Action) -> Bool { advice.isChoice(action) }

  /// What is to be done: steps with their numbers, and things of which whichever is needed is done, each kind
  /// under its own heading.
  func listed(as heading: String, _ words: (Action) -> (title: String, rest: [Prose])) -> [Prose] {
    var prose: [Prose] = []
    var wasEither: Bool?
    var number = 0
    for action in acts {
      let isEither = isEither(action)
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

  /// The causes that are no points; that none is found is no cause while something can still be asked.
  var outside: [Cause] {
    diagnosis.conclusion.causes.filter { $0.point == nil && !diagnosis.isUnfinished }
  }

  func values(of verdict: Verdict) -> [String: String] {
    ["number": "\(verdict.number)", "point": wording.title(of: verdict.point, in: walk)]
  }

  /// What people have found to be wrong when all points are in order.
  var checks: [Prose] {
    saidSo + own("cause.unknown.checks").split(separator: "\n").map { .bullet(String($0)) }
  }

  var edition: PortalEdition { walk.flow.edition }

  /// A text in the words of the portal that the conclusion is about.
  private func own(_ key: String) -> String { wording(wording.key(key, in: edition)) }

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
        let asked = diagnosis.telling(verdict)
        let who = asked.map { unjudged($0) ?? question($0).who }
        let title = wording.title(of: verdict.point, in: walk)
        let point = isSent ? title : "\(verdict.number) " + title
        return .bullet([point, who].compactMap { $0 }.joined(separator: ". "))
      }
  }

  /// Something to find out, who can see it and where.
  struct Question {
    let fact: FieldID
    let title: String
    let who: String
    let place: String?
  }

  /// Where nothing is established: what to find out, and no orders; what the planner would ask stands first.
  var questions: [Question] {
    let open = diagnosis.toFindOut
    guard !open.isEmpty, let next = walk.plannedQuestion else { return open.map(question) }
    return ([next] + open.filter { $0 != next }).map(question)
  }

  /// Of what is answered already, that it says nothing before what is to be found out.
  var idle: [Prose] {
    guard acts.isEmpty, !questions.isEmpty else { return [] }
    let facts = diagnosis.portal.facts.map(\.fact)
    return facts.compactMap(unjudged).map(Prose.paragraph)
  }

  private func unjudged(_ fact: FieldID) -> String? {
    guard diagnosis.facts.idle.contains(fact),
      let subject = diagnosis.portal.rule(of: fact)?.about
    else { return nil }
    let values = ["question": words(of: fact).title, "subject": words(of: subject).title]
    return wording("conclusion.idle", values)
  }

  /// What decides which of several things is to be done.
  var deciders: [Question] { walk.deciding.map(question) }

  private func question(_ fact: FieldID) -> Question {
    let path = walk.flow.field(fact)?.place
    let (title, who) = words(of: fact)
    return Question(
      fact: fact,
      title: title,
      who: wording("conclusion.seenBy", ["who": who]),
      place: path.map {
        wording("conclusion.where", ["path": wording.path($0, of: walk.flow.edition)])
      }
    )
  }
}

extension ConclusionText {
  /// A question and who can see the answer; on the phone as it is said to the caller, since *you* is the agent there.
  private func words(of fact: FieldID) -> (title: String, who: String) {
    if wording.isToAgent(walk), let field = walk.flow.field(fact) {
      let spoken = SpokenText(field, wording)
      return (spoken.say, spoken.whoKnows)
    }
    let stem = wording.stem(of: fact, in: walk)
    return (wording.text("\(stem).title", about: walk), wording.text("\(stem).who", about: walk))
  }
}

extension Cause {
  /// Whether it is mended without anybody changing an access or a password.
  fileprivate var leavesAccess: Bool {
    [
      .vendor, .serviceOwner, .content, .file, .alreadySent, .input, .securityLevel, .temporary,
    ].contains(self)
  }
}
