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

  init(_ field: Field, _ rule: LineRule, limit: Int, walk: Walk, wording: Wording) {
    self.field = field
    self.rule = rule
    hasLabel = walk.current.fields.first != field || wording.hasLabel(field.id)
    let answer = rule == .mobileNumber ? nil : walk.answer(field.id)?.value
    line = LineEditor(text: wording.written(answer ?? "", as: rule), limit: limit)
    read = answer ?? ""
  }

  /// A number that is not shown again gives only that it was checked.
  var given: String? {
    rule == .mobileNumber && line.isEmpty ? nil : rule.kept(read)
  }

  var problem: Remark? {
    guard let finding = rule.finding(read), finding.isRefused else { return nil }
    return (finding.key, finding.values)
  }

  var takesText: Bool { true }
  var isOneLine: Bool { true }

  mutating func handle(_ key: Key, walk: Walk, wording: Wording) -> Response {
    // What is typed leads on to the next line; the form knows whether there is one.
    guard key != .enter else { return .takes(QuestionForm.next) }
    let outcome = line.handle(key)
    read = wording.read(line.text, as: rule)
    return response(outcome, to: key)
  }

  mutating func paste(_ text: String, walk: Walk, wording: Wording) {
    _ = line.paste(text) { wording.content.kept($0, in: field.id) }
    read = wording.read(line.text, as: rule)
  }

  func give(to walk: inout Walk, wording: Wording, isAnswer: Bool) {
    if let given { walk.give(given.isEmpty ? nil : given, to: field.id) }
  }

  func rows(width: Int) -> Int { 3 }

  func draw(on canvas: inout Canvas, focused: Bool, wording: Wording) {
    if hasLabel { canvas.write(wording.label(of: field.id), row: 0, column: 0, style: .muted) }
    let row = hasLabel ? 1 : 0
    let width = canvas.size.columns
    canvas.region(Rect(row: row, column: 0, width: width, height: 1)) {
      line.draw(on: &$0, focused: focused)
    }
    guard let (text, style) = remark(wording) else { return }
    for (number, words) in Wrap.lines(text, width: width).enumerated() {
      canvas.write(words, row: row + 1 + number, column: 0, style: style)
    }
  }

  /// What is said of what is typed, while it is typed.
  private func remark(_ wording: Wording) -> (String, Style)? {
    if let finding = rule.finding(read) {
      return (wording(finding.key, finding.values), finding.isRefused ? .error : .warning)
    }
    if let shown = rule.shown(read) { return (wording(shown.key, shown.values), .success) }
    return wording.hint(nil, of: field.id).map { ($0, .muted) }
  }
}
