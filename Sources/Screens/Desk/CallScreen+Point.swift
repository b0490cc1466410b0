import Drawing
import Model
import Wording

/// What is opened at the points of a call.
enum OpenPoint: Equatable, Sendable {
  case one(Point)
  /// Everything that was answered, in its order, also what belongs to no point.
  case all
}

/// A point that is opened, with what was answered in it, so that any of it can be answered otherwise.
extension CallScreen {
  /// What can be asked about a point: first what leads on, then all that was answered there, in its order, and what a
  /// caller is to be asked before.
  func questions(about verdict: Verdict) -> [FieldID] {
    let first = [question(about: verdict)].compactMap(\.self)
    let given = answered(in: verdict.point)
    let others = given + message(behind: verdict, given) + walk.openInCall(before: verdict.point)
    return first + others.filter { !first.contains($0) }
  }

  /// The message that a point fails by, where something was answered in it that did not show the fault.
  private func message(behind verdict: Verdict, _ given: [FieldID]) -> [FieldID] {
    let message = walk.flow.edition.portal.message
    let shown = walk.diagnosis.facts(showing: verdict)
    guard verdict.state == .failing, walk.answer(message) != nil, !given.isEmpty,
      !given.contains(where: shown.contains)
    else { return [] }
    return [message]
  }

  /// What was answered in a point, or before what is asked in it, and can be asked again; what decides how a fault of
  /// it is mended is as much a part of it.
  func answered(in point: Point) -> [FieldID] {
    let portal = walk.flow.edition.portal
    let rows = portal.facts.filter { row in
      row.points.contains(point) || row.choosesRepairOf.flatMap { portal.point(of: $0) } == point
    }
    let asked = Set(rows.flatMap { [$0.fact] + $0.firstInCall })
    return walk.answered.map(\.field.id).filter {
      asked.contains($0) && page(asking: $0) == .question
    }
  }

  /// All that was answered in the call, each with a page where it is answered otherwise.
  var answeredInCall: [FieldID] {
    let role = caller.role == nil ? [] : [FieldID.callerRole]
    return role + walk.answered.map(\.field.id).filter { page(asking: $0) != nil }
  }

  /// The page that asks for something; `nil` for what is told beside something else.
  func page(asking fact: FieldID) -> CallStage? {
    switch fact {
    case .callerRole: return .role
    case .reporteeName: return .party
    case .messageSymptom: return .symptom
    case .messageLike, walk.flow.edition.portal.message: return .message
    default: return walk.flow.step(asking: fact)?.fields.first?.id == fact ? .question : nil
    }
  }

  /// What can be asked about the point that is opened.
  var openQuestions: [FieldID] {
    switch openPoint {
    case .one(let point):
      let verdict = walk.diagnosis.verdicts.first { $0.point == point }
      return verdict.map { questions(about: $0) } ?? []
    case .all: return answeredInCall
    case nil: return []
    }
  }

  /// A question with what was answered; without an answer it is still to be asked.
  func answered(_ fact: FieldID, _ wording: Wording) -> String {
    let name = wording.has(fact.briefKey) ? wording.brief(fact) : wording.question(fact, in: walk)
    if fact == .callerRole, let role = caller.role { return name + ": " + wording(role.textKey) }
    guard let field = walk.flow.field(fact), let answer = walk.answer(fact) else {
      return wording("desk.notAsked", ["what": name])
    }
    // In the words of the choices, which speak of the caller.
    let isTagged = field.taggedValues.contains(answer.value)
    let given =
      isTagged ? wording.tag(answer.value, of: fact) : wording.answer(answer, to: field, in: walk)
    return name + ": " + given
  }

  /// What there is to choose from where a point is opened.
  func openRows(_ wording: Wording) -> [(key: String, text: String)] {
    // Of more than nine the rest are gone to and taken by Enter.
    openQuestions.enumerated().map { place, fact in
      (key: Key.digit(place + 1) == nil ? " " : "\(place + 1)", text: answered(fact, wording))
    }
  }

  mutating func handlePoints(_ key: Key, _ wording: Wording) -> Response {
    if openPoint != nil { return handleOpen(key, wording) }
    let verdicts = walk.diagnosis.verdicts
    guard case .character(let sign) = key, let digit = sign.wholeNumberValue, sign.isASCII else {
      return .ignored
    }
    if digit == 0, !answeredInCall.isEmpty {
      (openPoint, focus) = (.all, nil)
      return .stays
    }
    guard let verdict = verdicts.first(where: { $0.number == digit }) else { return .ignored }
    guard let fact = question(about: verdict) else { return .stays }
    // Where several can be asked about, whoever opens the point says which.
    guard questions(about: verdict).count < 2 else {
      (openPoint, focus) = (.one(verdict.point), nil)
      return .stays
    }
    ask(fact, wording)
    tellFirst(fact, of: verdict)
    return .does(save(wording))
  }

  /// Says why a question of another point is asked than the one that was chosen.
  private mutating func tellFirst(_ fact: FieldID, of verdict: Verdict) {
    let points = walk.flow.edition.portal.rule(of: fact)?.points ?? []
    guard !points.isEmpty, !points.contains(verdict.point) else { return }
    success = ("desk.askedFirst", ["number": "\(verdict.number)"])
  }

  /// What is asked about a point: what is to be found out, and where nothing is, or the call is about to end, what it
  /// was judged by, to be answered otherwise.
  func question(about verdict: Verdict) -> FieldID? {
    let open = walk.open(in: verdict.point).first
    let portal = walk.flow.edition.portal
    let answered = answered(in: verdict.point)
    let shown = walk.diagnosis.facts(showing: verdict)
    let message = verdict.state == .failing ? portal.message : nil
    let given = answered.last(where: shown.contains) ?? answered.last ?? message
    return behind.last?.stage == .wrapUp ? given ?? open : open ?? given
  }

  mutating func handleOpen(_ key: Key, _ wording: Wording) -> Response {
    let facts = openQuestions
    var chosen: Int?
    switch key {
    case .down, .up:
      focus = moved(key, among: facts.count)
      return .stays
    case .enter: chosen = focus
    case .character(let sign) where sign.isASCII: chosen = sign.wholeNumberValue.map { $0 - 1 }
    default: break
    }
    guard let place = chosen else { return key == .enter ? .stays : .ignored }
    guard facts.indices.contains(place), isOnScreen(choice: place, wording) else { return .stays }
    return askOpen(place, wording)
  }

  /// Asks again for one of the answers that are shown.
  mutating func askOpen(_ place: Int, _ wording: Wording) -> Response {
    let facts = openQuestions
    guard facts.indices.contains(place) else { return .stays }
    let opened = walk.diagnosis.verdicts.first { openPoint == .one($0.point) }
    ask(facts[place], wording)
    if let opened { tellFirst(facts[place], of: opened) }
    return .does(save(wording))
  }
}
