import Drawing
import Model
import SafeText
import Screens
import Wording

/// A walk through a flow that nobody sits at: what was written down beforehand answers each question.
///
/// The steps, the conditions and what is checked of an answer are those of a person's walk. Where nothing is
/// asked it goes on as Enter would, but past what nobody has written down.
struct UnattendedWalk {
  /// Where it ended before the flow did: at an answer that is missing, or that the question does not take.
  struct Stop: Error, Equatable {
    enum Problem: String, Encodable { case missing, wrong }

    let step: StepID
    let field: FieldID
    let problem: Problem
    let expected: ExpectedAnswer
    /// What is said of a line that cannot be so, as the key of a text with its values.
    var finding: LineRule.Finding?
  }

  private(set) var walk: Walk
  /// What was written down and has not been asked for.
  private(set) var notAsked: Set<FieldID>
  /// What was taken though it may be a slip: a person would have been asked to look at it once more.
  private(set) var doubts: [(field: FieldID, finding: LineRule.Finding)] = []
  private let given: Facts
  private let wording: Wording

  init(_ walk: Walk, given: Facts, _ wording: Wording) {
    self.walk = walk
    self.given = given
    self.wording = wording
    notAsked = Set(given.values.keys).union(given.declined)
  }

  /// Goes to the end of the flow.
  ///
  /// - Returns: The case as it is to be kept.
  mutating func go() throws(Stop) -> CaseDraft {
    while true {
      if walk.current.kind == .question {
        for field in walk.current.fields { try answer(field) }
        walk.advance()
      } else if case .ends(let content, _) = wording.take(try choice(), in: &walk, number: nil) {
        return content
      }
    }
  }

  /// The case as it stands where the walk stopped; `nil` where nothing has been answered.
  mutating func unfinished() -> CaseDraft? {
    _ = walk.keepUnseenText()
    return walk.answered.isEmpty ? nil : wording.draft(walk)
  }

  /// The way on from a step that asks nothing.
  private func choice() throws(Stop) -> WalkChoice {
    let offers = wording.offers(walk).map(\.choice)
    switch walk.current.kind {
    case .overview:
      // What is left to ask is asked as long as there are answers, and when nothing is wrong yet.
      guard let fact = walk.nextQuestion else { return .conclude }
      return written(fact) != nil || walk.diagnosis.failing.isEmpty ? .goOn : .conclude
    case .receipt:
      return offers.first { if case .end = $0 { true } else { false } } ?? .end(.open)
    // The message is of another Altinn, and only a person can say whether it comes now.
    case .recognised where !offers.contains(.next):
      throw stop(at: walk.flow.edition.portal.message, .wrong, .message)
    default: return .next
    }
  }

  private func written(_ field: FieldID) -> String? {
    given.declined.contains(field) ? Fact.unknown : given[field]
  }

  private func stop(
    at field: FieldID,
    _ problem: Stop.Problem,
    _ expected: ExpectedAnswer,
    _ finding: LineRule.Finding? = nil
  ) -> Stop {
    Stop(
      step: walk.current.id,
      field: field,
      problem: problem,
      expected: expected,
      finding: finding
    )
  }

  // MARK: - Answering

  private mutating func answer(_ field: Field) throws(Stop) {
    let expected = ExpectedAnswer(field, in: walk, wording)
    guard let value = written(field.id) else {
      // What stands there already is what Enter would take.
      guard let standing = walk.answer(field.id)?.value else {
        throw stop(at: field.id, .missing, expected)
      }
      // A day that stands there may have passed since.
      if case .line(let rule, _) = field.input,
        let finding = rule.finding(standing, on: wording.today), rule.isDate
      {
        throw stop(at: field.id, .wrong, expected, finding)
      }
      walk.give(standing, to: field.id)
      return
    }
    let isFirst = notAsked.remove(field.id) != nil
    switch field.input {
    case .message:
      // Whoever says that a code stands beside it comes back here to type that, which is written down nowhere.
      guard isFirst else { throw stop(at: field.id, .missing, expected) }
      read(value)
    case .line(let rule, let limit): try answer(value, rule, limit: limit, field, expected)
    case .boxes:
      let ticked = value.split { ", ".contains($0) }.map(String.init)
      guard ticked.allSatisfy(expected.values.contains) else {
        throw stop(at: field.id, .wrong, expected)
      }
      let kept = expected.values.filter(ticked.contains).joined(separator: ",")
      walk.give(kept, to: field.id)
    case .choice, .candidates, .search, .secret:
      guard expected.values.contains(value) else { throw stop(at: field.id, .wrong, expected) }
      walk.give(value, to: field.id)
    }
  }

  /// Reads a message as the field of the full screen does: as much, and as clean.
  private mutating func read(_ text: String) {
    let text = text == Fact.unknown ? "" : Sanitiser.text(text)
    walk.read(String(text.prefix(Input.pasteLimit)), with: wording.content.recogniser)
    // Whoever says whether a message is seen is heard, even where it stands alone.
    let isRecognised = walk.answer(.message).map { $0.value != Fact.unknown } ?? false
    if isRecognised, written(.messageSeen) != nil {
      walk.give(Fact.yes, to: .messageAmongWords, from: .message)
    }
  }

  private mutating func answer(
    _ value: String,
    _ rule: LineRule,
    limit: Int,
    _ field: Field,
    _ expected: ExpectedAnswer
  ) throws(Stop) {
    let clean = value == Fact.unknown ? "" : Sanitiser.line(value)
    let text = wording.read(clean, as: rule)
    let finding = rule.finding(text, on: wording.today)
    guard clean.count <= limit, finding?.isRefused != true else {
      throw stop(at: field.id, .wrong, expected, finding)
    }
    if let finding, !doubts.contains(where: { $0.field == field.id }) {
      doubts.append((field.id, finding))
    }
    walk.give(text.isEmpty ? walk.answer(field.id)?.value : rule.kept(text), to: field.id)
  }
}
