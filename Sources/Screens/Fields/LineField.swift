import Wording
import Drawing
import Model
import SafeText

/// One line that may be left empty.
struct LineField: FieldEditor {
  let field: Field
  private let rule: LineRule
  /// Whether a line says what is to be written; where it is the question itself, that is said above.
  private let hasLabel: Bool
  private var line: LineEditor
  /// What is typed, as the rule reads it.
  private var read: String
  /// What the register at hand says of the number that is typed.
  private var registered: [Prose] = []
  /// The day it is.
  private var today: Day?
  /// Whether something was typed here, and does not only stand here from before.
  private var isTyped = false
  /// What stood here when the person was told to look at it once more.
  private var doubted: String?
  /// Units of the register that fit what is typed, and the one that an arrow key has moved to.
  private var hits: [RegisterUnit] = []
  private var cursor: Int?

  init(_ field: Field, _ rule: LineRule, limit: Int, walk: Walk, wording: Wording) {
    self.field = field
    self.rule = rule
    hasLabel = walk.current.fields.first != field || wording.hasLabel(field.id)
    let answer = rule == .mobileNumber ? nil : walk.answer(field.id)?.value
    line = LineEditor(text: wording.written(answer ?? "", as: rule), limit: limit)
    read = answer ?? ""
    reword(walk: walk, wording: wording)
  }

  mutating func reword(walk: Walk, wording: Wording) {
    today = wording.today
    registered =
      field.organisation(in: read).map { wording.readBack($0, in: field, of: walk) } ?? []
  }

  /// A number that is not shown again gives only that it was checked.
  var given: String? {
    rule == .mobileNumber && line.isEmpty ? nil : rule.kept(read)
  }

  var problem: Remark? {
    guard let finding = rule.finding(read, on: today), finding.isRefused else { return nil }
    return (finding.key, finding.values)
  }

  var remark: Remark? { rule.finding(read, on: today).map { ($0.key, $0.values) } }

  /// A number that no organisation has may be the very fault, or a slip; what is only not kept was said at once.
  mutating func doubt(_ wording: Wording) -> Remark? {
    guard rule.namesParty, let finding = rule.finding(read, on: today), finding.isAskedTwice,
      doubted != read
    else { return nil }
    doubted = read
    return ("line.party.again", [:])
  }

  var takesText: Bool { true }
  var isOneLine: Bool { true }
  /// A number that is not shown again does not wait for anybody either, nor does what is or may become the number of a
  /// person.
  var mayStand: Bool {
    rule != .mobileNumber && !line.text.endsInTornNumber
      && Redaction(line.text).removed[.nationalIdentityNumber] == nil
  }

  func isWhole(_ typed: String, _ wording: Wording) -> Bool {
    let read = wording.read(typed, as: rule)
    return switch rule {
    case .free, .name, .program: false
    case .party, .unit, .organisationNumber: (try? OrganisationNumber(checking: read)) != nil
    case .systemID, .mobileNumber, .phone, .pastDate, .comingDate:
      !read.isEmpty && rule.finding(read, on: today) == nil
    }
  }

  /// The numbers of organisations begin with 8 or 9, the synthetic ones with 2 or 3.
  func mayBegin(with digits: String) -> Bool {
    guard rule.namesParty || rule == .organisationNumber else { return true }
    return digits.first.map { "2389".contains($0) } ?? true
  }

  mutating func handle(_ key: Key, walk: Walk, wording: Wording) -> Response {
    if let place = place(after: key) {
      if key == .enter { fill(in: hits[place], walk, wording) } else { cursor = place }
      return .stays
    }
    if key == .up, cursor != nil {
      cursor = nil
      return .stays
    }
    // What is typed leads on to the next line; the form knows whether there is one.
    guard key != .enter else { return .takes(QuestionForm.next) }
    let outcome = line.handle(key)
    take(in: wording, walk)
    return response(outcome, to: key)
  }

  mutating func paste(_ text: String, walk: Walk, wording: Wording) {
    _ = line.paste(text) { wording.content.kept($0, in: field.id) }
    take(in: wording, walk)
  }

  mutating func replace(with text: String, walk: Walk, wording: Wording) {
    line.wipe()
    paste(text, walk: walk, wording: wording)
  }

  /// Takes in what now stands in the line.
  private mutating func take(in wording: Wording, _ walk: Walk) {
    let before = read
    read = wording.read(line.text, as: rule)
    isTyped = isTyped || read != before
    if read != before { cursor = nil }
    if RegisterQuery(read, isForClient: false) == nil { hits = [] }
    reword(walk: walk, wording: wording)
  }

  // MARK: - What was found in the register

  var sought: String? { rule.namesParty && isTyped ? read : nil }

  var found: [RegisterUnit] { hits }

  mutating func take(_ found: RegisterHits) { (hits, cursor) = (found.units, nil) }

  /// The unit that a key moves to or takes; `nil` for a key that has another use.
  private func place(after key: Key) -> Int? {
    switch key {
    case .down: hits.indices.contains((cursor ?? -1) + 1) ? (cursor ?? -1) + 1 : nil
    case .up: cursor.flatMap { $0 > 0 ? $0 - 1 : nil }
    case .enter: cursor
    default: nil
    }
  }

  /// Types the number of a unit in the place of what was looked for.
  private mutating func fill(in unit: RegisterUnit, _ walk: Walk, _ wording: Wording) {
    line.replace(with: wording.written(unit.number.number, as: rule))
    take(in: wording, walk)
  }

  mutating func aim(at id: String) -> Key? {
    cursor = hits.firstIndex { $0.number.number == id }
    return cursor == nil ? nil : .enter
  }

  func hints(_ wording: Wording) -> [Hint] {
    hits.isEmpty ? [] : [Hint(key: wording("keys.arrows"), text: wording("hint.fromRegister"))]
  }

  func give(to walk: inout Walk, wording: Wording, isAnswer: Bool) {
    if let given { walk.give(given.isEmpty ? nil : given, to: field.id) }
  }

  /// The label, the line and what is said of it, for which there is always a row.
  func rows(width: Int) -> Int {
    let said = max(registered.lines(width: width).count, hits.count)
    return max(3, (hasLabel ? 2 : 1) + said)
  }

  func draw(on canvas: inout Canvas, focused: Bool, wording: Wording) {
    if hasLabel { canvas.write(label(wording), row: 0, column: 0, style: .muted) }
    let row = hasLabel ? 1 : 0
    let width = canvas.size.columns
    canvas.region(Rect(row: row, column: 0, width: width, height: 1)) {
      line.draw(on: &$0, focused: focused)
    }
    guard hits.isEmpty else { return draw(hits, below: row, on: &canvas, focused: focused) }
    for (number, remark) in remarks(wording, width: width).enumerated() {
      canvas.write(remark.text, row: row + 1 + number, column: 0, style: remark.style)
    }
  }

  private func draw(
    _ hits: [RegisterUnit],
    below line: Int,
    on canvas: inout Canvas,
    focused: Bool
  ) {
    for (place, unit) in hits.enumerated() {
      let row = line + 1 + place
      let isHere = focused && place == cursor
      let sign = isHere ? String(canvas.glyphs.pointer) : " "
      canvas.write(sign, row: row, column: 0, style: .selected)
      canvas.write(
        "\(unit.number.formatted) \(unit.name)",
        row: row,
        column: 2,
        style: isHere ? .focus : .normal
      )
      canvas.hitArea(
        Rect(row: row, column: 0, width: canvas.size.columns, height: 1),
        .choice(unit.number.number)
      )
    }
  }

  /// What is said of what is typed, while it is typed.
  private func remarks(_ wording: Wording, width: Int) -> [(text: String, style: Style)] {
    func rows(_ text: String, _ style: Style) -> [(text: String, style: Style)] {
      Wrap.lines(text, width: width).map { ($0, style) }
    }
    if let finding = rule.finding(read, on: today) {
      return rows(wording(finding.key, finding.values), finding.isRefused ? .error : .warning)
    }
    if let shown = rule.shown(read) { return rows(wording(shown.key, shown.values), .success) }
    guard registered.isEmpty else {
      return registered.lines(width: width).map { ($0.text, Style($0.tone)) }
    }
    let hint = rule == .unit ? wording("line.unit.hint") : wording.hint(nil, of: field.id)
    return hint.map { rows($0, .muted) } ?? []
  }

  private func label(_ wording: Wording) -> String {
    rule == .unit ? wording("line.unit.label") : wording.label(of: field.id)
  }
}
