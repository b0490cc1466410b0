import Model
import Screens
import TestSupport

/// What somebody answers in a task, and the same walk beside the one in the program, so that a test
/// knows what must stand on the screen.
struct TaskScript: Sendable {
  static let password = "Hemmelig123"
  static let mobile = "41234567"

  let flow: Flow
  let answers: [FieldID: String]

  /// A datasystem registered on a firm, by somebody who must ask for Tilgangsstyring first.
  static let register = TaskScript(
    flow: .registerSystem,
    answers: [
      "register.act": "new", "reportee.kind": "organisation", "reportee.name": "Nordlys AS",
      "register.owner": "otherOrganisation", "register.access": Fact.no,
      "register.product": "sparebank1", "register.description": "Lønn 2027",
      "register.password": password, "register.walk": "*", "register.id": "4711",
      "register.typed": "*", "register.done": "1.12.2026",
    ]
  )

  /// Login information set up after MinID did not work; no SMS comes at first.
  static let login = TaskScript(
    flow: .updateLogin,
    answers: [
      "update.which": "minid", "update.about": "setUp", "login.method": "minid",
      "update.mobile": mobile, "update.walk": "*", "update.tried": "noSMS",
      "update.done": "2026-12-01",
    ]
  )

  static let all = [register, login]

  /// Begins the walk of the script.
  func begin() -> Walk { Walk(flow, guide: Content.embedded.guide) }

  /// Gives the answers of a step to the walk, and goes on.
  func answer(_ walk: inout Walk, _ wording: Wording) {
    for field in walk.current.fields {
      guard let answer = answers[field.id] else { continue }
      switch field.input {
      case .boxes(let boxes):
        walk.give(wording.boxes(boxes, of: field.id).map(\.id).joined(separator: ","), to: field.id)
      case .secret: walk.give(LineRule.checked, to: field.id)
      case .line(let rule, _): walk.give(rule.kept(answer), to: field.id)
      default: walk.give(answer, to: field.id)
      }
    }
    walk.advance()
  }

  /// What a person who reads the screen finds at the step where the walk stands.
  func sign(of walk: Walk, _ wording: Wording) -> String {
    switch walk.current.kind {
    case .question:
      let id = walk.current.fields.first?.id.rawValue ?? ""
      return wording.text("question.\(id).title", about: walk)
    case .review: return wording("review.finish")
    case .receipt: return wording("receipt.number")
    default:
      return TextBlock(wording.parts(walk, number: nil)).lines(width: 400).first?.text ?? ""
    }
  }
}

extension TaskScript: CustomStringConvertible {
  var description: String { flow.id }
}

extension Player {
  /// Waits until the screen shows where the walk stands.
  func wait(for script: TaskScript, at walk: Walk) throws {
    let sign = script.sign(of: walk, wording)
    try session.waitUntil("\(walk.current.id): \(sign)") { screen in
      Reader.matches(sign, in: Reader.words(screen))
    }
  }

  /// Waits until the screen says something.
  func wait(forWords words: String) throws {
    try session.waitUntil(words) { Reader.matches(words, in: Reader.words($0)) }
  }

  /// Begins the task of a script from home.
  func begin(_ script: TaskScript) throws -> Walk {
    let place = Flow.all.firstIndex { $0.id == script.flow.id } ?? 0
    session.press(.text("\(place + 1)"))
    let walk = script.begin()
    try wait(for: script, at: walk)
    return walk
  }

  /// Answers the step on the screen and the walk beside it, and waits for the next one.
  func step(_ script: TaskScript, _ walk: inout Walk) throws {
    if walk.current.kind == .question {
      for (place, field) in walk.current.fields.enumerated() {
        let isLast = place == walk.current.fields.count - 1
        press(script.answers[field.id] ?? Fact.unknown, to: field, isLast: isLast)
      }
    } else {
      take(.next, walk)
    }
    script.answer(&walk, wording)
    try wait(for: script, at: walk)
    try session.waitUntil("everything saved") { reader.isSaved($0) }
  }

  /// Goes a way that stands as a button or in a list.
  func take(_ choice: Way.Choice, _ walk: Walk) {
    let place = wording.ways(walk).firstIndex { $0.choice == choice } ?? 0
    for _ in 0..<place { session.press(walk.current.kind == .review ? .down : .left) }
    session.press(.enter)
  }

  /// Answers one field by keys alone.
  private func press(_ value: String, to field: Field, isLast: Bool) {
    switch field.input {
    case .choice(let choices):
      let values = choices.map(\.value) + [Fact.unknown]
      let place = values.firstIndex(of: value) ?? choices.count
      session.press(.home)
      for _ in 0..<place { session.press(.down) }
      // Enter would answer the whole step.
      session.press(.text(" "), isLast ? .enter : .tab)
    case .search(let table):
      session.press(.text(wording.entry(value, in: table) ?? value), .enter)
    case .line: session.press(.text(value), .enter)
    case .secret: session.press(.text(value), .enter, .text(value), .enter)
    case .boxes(let boxes):
      session.press(.home)
      for _ in wording.boxes(boxes, of: field.id) { session.press(.text(" "), .down) }
      session.press(.home, .enter)
    case .message: session.press(.enter)
    }
  }
}
