import Drawing
import Model
import Wording

/// Digits typed one after the other where each of them answers, with the call as it was before the first.
struct DigitRun: Sendable {
  var typed: String
  let since: Timestamp?
  let walk: Walk
  let stage: CallStage
  let caller: Caller
  let behind: [CallScreen.Place]
  let announced: Set<Point>
  let verdictAt: Timestamp?

  /// Nobody asks and hears so many answers in so few seconds; a number is typed in less.
  ///
  /// One that nobody can have is rather answers, where it is not typed at once.
  static let (longest, atOnce) = (15, 4)
  static let length = 9
  /// What numbers of organisations begin with; those of the second pair only test ones.
  static let begins = "8923"
  static let beginsTest = "23"
}

extension CallScreen {
  /// Takes digits for the number of an organisation that somebody reads out, whatever was asked: none of them has
  /// answered anything then, and all of them stand in the line for the number.
  ///
  /// - Returns: `nil` while the key does what it does on the page.
  mutating func takeNumber(_ key: Key, _ wording: Wording) -> Response? {
    guard case .character(let sign) = key, sign == " " || sign.isASCII && sign.isNumber else {
      digits = nil
      return nil
    }
    let isTooLong = digits.map { Self.seconds(from: $0.since, to: now) > DigitRun.longest } ?? true
    if isTooLong { digits = begins(with: sign) }
    guard var run = digits else { return nil }
    // A digit of a list that leads to the line is an answer, and the line takes the rest; no list is so long that it
    // takes the first digit of a number that is in use.
    if stage == .party, run.stage != .party, DigitRun.beginsTest.contains(run.typed.first ?? " ") {
      digits = nil
      return nil
    }
    if sign != " " { run.typed.append(sign) }
    digits = run
    guard run.typed.count == DigitRun.length else { return nil }
    digits = nil
    let isNumber = (try? OrganisationNumber(checking: run.typed)) != nil
    guard isNumber || Self.seconds(from: run.since, to: now) <= DigitRun.atOnce else { return nil }
    walk = run.walk
    (stage, caller, behind) = (run.stage, run.caller, run.behind)
    (announced, verdictAt, editor) = (run.announced, run.verdictAt, nil)
    query.wipe()
    turn(to: .party, wording)
    editor?.replace(with: run.typed, walk: walk, wording: wording)
    problem = ("desk.numberHere", [:])
    return .does(save(wording) + [.desk(.describe(caller, openCase))])
  }

  /// A run that a digit begins, where digits choose.
  private func begins(with sign: Character) -> DigitRun? {
    let isChoosing =
      switch stage {
      case .message: query.isEmpty
      case .symptom, .role, .points, .answer: true
      case .question: editor == nil
      case .party, .wrapUp, .park, .handOver: false
      }
    guard isChoosing, DigitRun.begins.contains(sign) else { return nil }
    return DigitRun(
      typed: "",
      since: now,
      walk: walk,
      stage: stage,
      caller: caller,
      behind: behind,
      announced: announced,
      verdictAt: verdictAt
    )
  }
}
