import Model

/// The ways to go on from the step a walk is at.
struct Offers {
  let walk: Walk
  let wording: Wording

  init(_ walk: Walk, _ wording: Wording) {
    self.walk = walk
    self.wording = wording
  }

  /// The most likely one first; none for a question.
  var all: [Offer] {
    switch walk.current.kind {
    case .question: []
    case .reading, .program:
      walk.current.begins.filter { Flow.named($0.flow) != nil }
        .map { Offer(.task($0), wording("flow.\($0.flow).start")) } + [next]
    case .kept: [next] + forget
    case .recognised: recognised + forget
    case .messages: [next]
    case .overview: overview
    case .conclusion: conclusion
    case .tasks: tasks + [Offer(.next, wording("tasks.next"))]
    case .rights:
      // More would leave no room for the text in a small window; the task itself offers the rest.
      [next] + wording.rights(of: walk).requests.prefix(3)
    case .letter:
      [
        next, Offer(.copyLetter, wording("letter.copy")),
        Offer(.saveLetter, wording("letter.save")), Offer(.saveMail, wording("letter.saveMail")),
      ]
    case .review: [Offer(.next, wording("review.finish"))] + answers
    case .receipt: receipt
    }
  }

  private var next: Offer { Offer(.next, wording("button.next")) }

  /// A message of the portal in use leads there, and so does one dated after the other closed.
  ///
  /// A message of the one that has closed either comes now, and then shows an old connection, or is of an old case; the
  /// date says which, or else the person, in whichever portal it was pasted.
  private var recognised: [Offer] {
    guard let portal = wording.messagePortal(walk), walk.flow.counterpart != nil else {
      return [next]
    }
    let side = wording.side(ofMessageIn: walk, from: portal)
    let now = Offer(.comesNow, wording("recognised.now"))
    guard walk.flow.edition == .current, portal != .current else {
      if case .after = side { return [change(to: .current), next] }
      guard portal == walk.flow.edition else { return [change(to: portal), next] }
      return portal == .current || side != nil ? [next] : [next, now]
    }
    if case .upTo = side { return [change(to: portal), now] }
    if case .after = side { return [now, change(to: portal)] }
    // Enter pressed too often must not say when a message came.
    return [Offer(.next, wording("recognised.unsure")), now, change(to: portal)]
  }

  /// The pages behind the first one, the letter to the one who can do what is to be done first, and the way to what is
  /// still to be found out, which comes first where that is the first thing to do.
  ///
  /// A message of the portal in use leads there before all else.
  private var conclusion: [Offer] {
    let text = ConclusionText(walk, wording)
    let letter = text.ordered.compactMap(\.start).first {
      Flow.named($0.flow).map { $0.ending == .request } ?? false
    }
    let isElsewhere =
      walk.flow.edition != .current && walk.flow.counterpart != nil
      && wording.messagePortal(walk) == .current
    // What somebody has been asked and could not tell is not asked again at once.
    let question = walk.nextQuestion
    let isAskedFirst = question != nil && text.first?.asked == question
    var offers = isElsewhere ? [change(to: .current)] : []
    offers += isAskedFirst ? [Offer(.goOn, wording("button.answerNow")), next] : [next]
    offers += text.parts.map { Offer(.part($0), wording("conclusion.part.\($0.rawValue)")) }
    if text.isForOthersToMend { offers.append(Offer(.saveMail, wording("letter.saveMail"))) }
    if let letter { offers.append(Offer(.task(letter), wording("conclusion.letter"))) }
    return isAskedFirst ? offers : offers + rest
  }

  /// The way to what is not asked yet, or else to what nobody could tell.
  private var rest: [Offer] {
    guard walk.nextQuestion == nil else { return [Offer(.goOn, wording("button.checkRest"))] }
    let open = walk.toFindOut.first { walk.flow.field($0) != nil }
    return open.map { [Offer(.field($0), wording("button.answerNow"))] } ?? []
  }

  private var forget: [Offer] {
    walk.showsKept && walk.hasText ? [Offer(.forgetText, wording("button.forgetText"))] : []
  }

  private func change(to portal: PortalEdition) -> Offer {
    Offer(.portal, wording(portal.changeKey))
  }

  private var overview: [Offer] {
    let conclude = Offer(.conclude, wording("overview.conclude"))
    var offers = walk.diagnosis.failing.isEmpty && walk.planned != nil ? [] : [conclude]
    if let next = walk.nextQuestion {
      let question = wording.question(next, in: walk)
      offers.append(Offer(.goOn, wording("overview.goOn"), detail: question))
    }
    for verdict in walk.diagnosis.verdicts where !walk.open(in: verdict.point).isEmpty {
      let point = verdict.point
      let values = [
        "number": "\(verdict.number)", "point": wording(point.titleKey),
      ]
      offers.append(Offer(.point(point), wording("overview.take", values)))
    }
    return offers
  }

  private var tasks: [Offer] {
    walk.tasks.compactMap { action in
      guard let start = action.start else { return nil }
      let words = ActionText(action, walk, wording)
      return Offer(.task(start), words.title, detail: words.who)
    }
  }

  /// Every answer, to change it, and what can be told when the flow is over.
  private var answers: [Offer] {
    walk.answered.map { field, answer in
      Offer(
        .field(field.id),
        wording.question(field.id, in: walk),
        detail: wording.reviewed(answer, to: field, in: walk)
      )
    }
      + walk.flow.afterwards.filter { walk.answer($0) == nil }.map { field in
        Offer(.field(field), wording.question(field, in: walk))
      }
  }

  // MARK: - The end of a flow

  /// Waiting comes first when somebody has something to do, and leaving the case open where nothing was said:
  /// Enter pressed too often must not say that somebody is waited for.
  private var receipt: [Offer] {
    // To leave a task for later is called the same, and would say that somebody is waited for.
    isSilent ? [keepOpen] + ends.filter { $0.label != keepOpen.label } : ends
  }

  private var ends: [Offer] {
    switch walk.flow.ending {
    case .fault: faultEnds
    case .request: requestEnds
    // Whoever has set a day to look again waits for it.
    case .task: taskEnds(isOver: walk.flow.dueField.flatMap(walk.value).flatMap { Day($0) } == nil)
    case .rights: taskEnds(isOver: wording.rights(of: walk).isSettled)
    }
  }

  /// Whether nobody has told anything.
  private var isSilent: Bool {
    walk.answered.allSatisfy { ["", Fact.unknown].contains($0.answer.value) }
  }

  private var keepOpen: Offer { Offer(.end(.open), wording("button.keepOpen")) }

  private var faultEnds: [Offer] {
    let text = ConclusionText(walk, wording)
    // Nobody is waited for where all that is left is one's own.
    let isOwn =
      !text.acts.isEmpty
      && text.acts.allSatisfy { walk.diagnosis.actor(of: $0) == .sender && $0.alsoBy == nil }
    let wait = isOwn ? keepOpen : Offer(.end(.waiting), wording("button.wait"))
    let close = Offer(.end(.closed), wording("button.close"))
    let isSettled = text.acts.isEmpty && text.unchecked.isEmpty && text.questions.isEmpty
    // Where nothing is to be done yet, somebody is waited for only if the person says so.
    let isUndecided = text.acts.isEmpty && !isSettled
    return (isSettled ? [close, wait] : (isUndecided ? [keepOpen] : []) + [wait, close])
      + [Offer(.checkAgain, wording("button.checkAgain"))]
  }

  /// A task is over when nothing remains of it; it leads back to the case it was begun from.
  ///
  /// - Parameter isOver: Whether only the steps of the task can remain.
  private func taskEnds(isOver: Bool) -> [Offer] {
    let back = walk.originCase != nil
    let count = wording.remaining(walk).count
    let done =
      count > 0
      ? wording.counted("receipt.closeAnyway", count)
      : wording(back ? "receipt.backDone" : "receipt.done")
    let later = count > 0 && isOver ? "button.keepOpen" : "button.wait"
    let close = Offer(.end(.closed), done)
    let wait = Offer(.end(.waiting), wording(back ? "receipt.backWait" : later))
    if isRefused { return [keepOpen, close] }
    return isOver && count == 0 ? [close] + letter + [wait] : [wait] + letter + [close]
  }

  /// Whether nothing of the task could be done: a private person can have no system access (U2).
  private var isRefused: Bool {
    walk.flow.id == Flow.connectProgram.id && walk.reporteeKind == .person
  }

  /// The letter by which somebody is asked, where there is one.
  private var letter: [Offer] {
    walk.asksByLetter ? [Offer(.letter, wording("request.letter"))] : []
  }

  /// A request waits until somebody has answered it; one that is over leads back to its case.
  private var requestEnds: [Offer] {
    let standing = walk.standing
    let wait = Offer(.end(.waiting), wording("button.wait"))
    let leadsBack = walk.originCase != nil && !standing.isOpen
    let close = Offer(.end(.closed), wording(leadsBack ? "request.back" : "request.finish"))
    let change = Offer(.field(standing.field), wording("request.change"))
    return standing.isOpen ? [wait] + letter + [change, close] : [close, change]
  }
}
