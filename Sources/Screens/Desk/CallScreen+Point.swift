import Drawing
import Model
import Wording

/// A point that is opened, with what was answered in it, so that any of it can be answered otherwise.
extension CallScreen {
  /// What can be asked about a point: first what leads on, then all that was answered there, in its order.
  func questions(about verdict: Verdict) -> [FieldID] {
    let first = [question(about: verdict)].compactMap(\.self)
    let all = first + answered(in: verdict.point).filter { !first.contains($0) }
    return Array(all.prefix(Commonest.rows))
  }

  /// What was answered in a point and can be asked again.
  func answered(in point: Point) -> [FieldID] {
    let portal = walk.flow.edition.portal
    return walk.answered.map(\.field.id).filter { fact in
      portal.rule(of: fact)?.points.contains(point) == true
        && walk.flow.step(asking: fact)?.fields.first?.id == fact
    }
  }

  /// What can be asked about the point that is opened.
  var openQuestions: [FieldID] {
    let verdict = walk.diagnosis.verdicts.first { $0.point == openPoint }
    return verdict.map { questions(about: $0) } ?? []
  }

  /// A question with what was answered; without an answer it is still to be asked.
  func answered(_ fact: FieldID, _ wording: Wording) -> String {
    let name = wording.has(fact.briefKey) ? wording.brief(fact) : wording.question(fact, in: walk)
    guard let field = walk.flow.field(fact), let answer = walk.answer(fact) else {
      return wording("desk.notAsked", ["what": name])
    }
    return name + ": " + wording.answer(answer, to: field, in: walk)
  }

  /// What there is to choose from where a point is opened.
  func openRows(_ wording: Wording) -> [(key: String, text: String)] {
    openQuestions.enumerated().map { (key: "\($0 + 1)", text: answered($1, wording)) }
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
    ask(facts[place], wording)
    return .does(save(wording))
  }
}
