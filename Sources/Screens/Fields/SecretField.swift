import Wording
import Drawing
import Model

/// The password of an ID, typed twice: held to the rules, and never kept.
struct SecretField: FieldEditor {
  let field: Field
  /// The program that the secret is to be typed in, as far as the catalogue knows it.
  private let product: Product?
  /// Whether it was checked before.
  private let isAnswered: Bool
  private var secret = SecretEditor()

  init(_ field: Field, for program: FieldID, walk: Walk, wording: Wording) {
    self.field = field
    product = wording.product(program, in: walk)
    isAnswered = walk.answer(field.id) != nil
  }

  /// Only that it was checked; what was checked before stays so when nothing is typed again.
  var given: String? {
    secret.isEmpty ? (isAnswered ? nil : LineRule.skipped) : LineRule.checked
  }

  var problem: Remark? {
    guard !secret.isEmpty else { return nil }
    if let finding = SystemPassword.findings(secret.text).first(where: \.isRefused) {
      return (finding.textKey, [:])
    }
    return secret.agrees ? nil : ("secret.differs", [:])
  }

  var takesText: Bool { true }
  var isSecret: Bool { true }
  var isOneLine: Bool { true }

  mutating func handle(_ key: Key, walk: Walk, wording: Wording) -> Response {
    let outcome = secret.handle(key)
    return outcome == .activated
      ? .takes(QuestionForm.next) : response(outcome, to: key)
  }

  mutating func paste(_ text: String, walk: Walk, wording: Wording) { secret.paste(text) }

  mutating func aim(at id: String) -> Key? {
    secret.aim(at: id)
    return nil
  }

  func rows(width: Int) -> Int { 6 }

  func draw(on canvas: inout Canvas, focused: Bool, wording: Wording) {
    secret.draw(
      on: &canvas,
      focused: focused,
      labels: ["first", "second"].map { wording("secret.\($0)") },
      remarks: remarks(wording)
    )
  }

  /// What is said of what is typed, while it is typed.
  private func remarks(_ wording: Wording) -> [(String, Style)] {
    guard !secret.isEmpty else { return [(wording("secret.skip"), .muted)] }
    let findings = SystemPassword.findings(secret.text, for: product)
    return findings.map { (wording.remark($0, for: product), $0.isRefused ? .error : .warning) }
      + (secret.agrees ? [] : [(wording("secret.differs"), .error)])
  }
}
