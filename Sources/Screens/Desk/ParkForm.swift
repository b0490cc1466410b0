import Drawing
import Model
import Wording

/// Whom a call is put away for, until when, and on what number the caller is rung back.
package struct ParkForm: Equatable, Sendable {
  private(set) var promise: Promise
  private var day: WrapUp
  /// What the case had filled in.
  private let filledIn: Promise
  /// The number to ring back on; `nil` where none may be kept.
  private var number: LineEditor?

  /// - Parameter asksNumber: Whether a number to ring back on may be kept.
  init(_ wrapUp: WrapUp, asksNumber: Bool) {
    number = asksNumber ? LineEditor(limit: 24) : nil
    // A result that waits knows a day to wait for.
    var waiting = wrapUp
    if !waiting.result.waits { waiting.choose(.othersMust) }
    day = waiting
    promise = waiting.promise
    filledIn = promise
  }

  /// The form as it was left; what the case fills in otherwise now is filled in anew, but for the number.
  func asLeft(_ new: ParkForm) -> ParkForm {
    var form = new.filledIn == filledIn ? self : new
    form.number = new.number == nil ? nil : number ?? new.number
    return form
  }

  mutating func handle(_ key: Key, _ walk: Walk) -> Response {
    switch key {
    case .enter: return .takes(WrapUpForm.close)
    case .left: postpone(by: -1)
    case .right: postpone(by: 1)
    case .up: turn(by: -1, walk)
    case .down: turn(by: 1, walk)
    default: return number?.handle(key) ?? .ignored == .ignored ? .ignored : .stays
    }
    return .stays
  }

  var takesNumber: Bool { number != nil }

  /// What is to be kept of the number that was typed; `nil` where none was.
  func callback(on today: Day?) -> Callback? {
    guard let number, let today, let read = try? PhoneNumber(checking: number.text) else {
      return nil
    }
    return Callback(read, due: promise.due ?? today, on: today)
  }

  /// What is wrong with the number that was typed.
  var problem: Remark? {
    number.flatMap { LineRule.phone.finding($0.text, on: nil) }.map { ($0.key, $0.values) }
  }

  /// Takes the number to ring back on as a line.
  ///
  /// - Returns: What is wrong with it; then it is not taken.
  mutating func write(_ line: String) -> Remark? {
    number?.replace(with: line)
    let wrong = problem
    if wrong != nil { number?.wipe() }
    return wrong
  }

  private mutating func postpone(by days: Int) {
    day.postpone(by: days, isOpen: true)
    promise.due = day.promise.due
  }

  private mutating func turn(by step: Int, _ walk: Walk) {
    let all = Self.actors(walk)
    let place = all.firstIndex(of: promise.by) ?? 0
    promise.by = all[min(max(0, place + step), all.count - 1)]
  }

  mutating func wait(for actor: Actor?) { promise.by = actor }

  /// Whom a case can wait for; `nil` where nobody is settled on.
  static func actors(_ walk: Walk) -> [Actor?] {
    [nil] + walk.flow.edition.portal.actors.map { Optional($0.actor) }
  }

  func draw(on canvas: inout Canvas, _ walk: Walk, _ wording: Wording) {
    canvas.write(wording("desk.park.title"), row: 0, column: 0, style: .heading)
    var row = 2
    let actors = Self.actors(walk)
    let room = max(1, canvas.size.rows - (number == nil ? 4 : 5))
    let place = actors.firstIndex(of: promise.by) ?? 0
    for actor in actors.dropFirst(max(0, place - room + 1)).prefix(room) {
      let isHere = actor == promise.by
      let name = actor.map { wording($0.waitsKey) } ?? wording("desk.park.nobody")
      canvas.write(
        isHere ? String(canvas.glyphs.pointer) : " ",
        row: row,
        column: 0,
        style: .selected
      )
      let line = canvas.glyphs.clipped(name, to: max(1, canvas.size.columns - 2))
      canvas.write(line, row: row, column: 2, style: isHere ? .focus : .normal)
      if isHere { canvas.placeCursor(row: row, column: 0) }
      row += 1
    }
    let until = promise.due.map { wording.weekday($0) } ?? "–"
    canvas.write(wording("desk.park.until", ["day": until]), row: row + 1, column: 0, style: .key)
    guard let number else { return }
    let label = wording("desk.park.number") + " "
    let left = canvas.write(label, row: row + 2, column: 0, style: .key)
    let line = Rect(
      row: row + 2,
      column: left,
      width: max(1, canvas.size.columns - left),
      height: 1
    )
    canvas.region(line) { number.draw(on: &$0, focused: true) }
  }
}

extension CallScreen {
  mutating func handlePark(_ key: Key, _ wording: Wording) -> Response {
    guard var form = parking else { return .ignored }
    let response = form.handle(key, walk)
    parking = form
    guard response == .takes(WrapUpForm.close) else { return response }
    if let wrong = form.problem {
      problem = wrong
      return .stays
    }
    let callback = form.callback(on: wording.today)
    walk.give(CallStage.answer.rawValue, to: .callPlace, from: .derived)
    if let place = behind.last { walk.give(place.stage.rawValue, to: .callPlace, from: .derived) }
    isOver = true
    return .goes(
      .queue,
      after: keepWritten(wording) + save(wording)
        + (callback.map { [.desk(.keepCallback($0, openCase))] } ?? [])
        + [.desk(.perform(.park(form.promise), openCase))]
    )
  }
}
