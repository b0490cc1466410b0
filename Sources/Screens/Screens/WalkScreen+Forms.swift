package import Wording
import Drawing
import Model
import SafeText

extension WalkScreen {
  /// What the step says, and the offers of it; the fields of a question are no options.
  package func page(_ wording: Wording) -> Page {
    Self.page(of: walk, at: part, number: number, wording)
  }

  static func page(
    of walk: Walk,
    at part: ConclusionPart?,
    number: CaseID?,
    _ wording: Wording
  ) -> Page {
    guard walk.current.kind != .question else { return Page(QuestionText(walk, wording).head) }
    // On the answer each way on has the number it has line by line.
    let isNumbered = walk.current.kind == .conclusion
    let offers = wording.offers(walk).enumerated().map { ordinal, offer in
      ChoiceList.Option(
        id: offer.id,
        label: isNumbered ? "\(ordinal + 1) \(offer.label)" : offer.label,
        detail: offer.detail,
        key: isNumbered ? "\(ordinal + 1)".first : nil,
        isSetOff: walk.current.kind == .review && ordinal == 1
      )
    }
    let back = QuestionForm.backOption(wording)
    let prose =
      part.map { ConclusionText(walk, wording, showsRegister: true).page($0) }
      ?? wording.prose(walk, number: number)
    return Page(
      prose,
      offers + (isMenu(walk) ? [] : [back]),
      focused: part == nil ? nil : QuestionForm.back
    )
  }

  /// The form of the step the walk is at.
  static func form(
    for walk: Walk,
    at part: ConclusionPart? = nil,
    number: CaseID?,
    _ wording: Wording
  ) -> any Form {
    guard walk.current.kind != .question else {
      return QuestionForm(walk.current, walk: walk, wording: wording)
    }
    let page = page(of: walk, at: part, number: number, wording)
    return isMenu(walk) ? MenuForm(page) : ReadingForm(page)
  }

  /// Whether the step is a list of ways to go on, in which Escape leads back.
  private static func isMenu(_ walk: Walk) -> Bool {
    switch walk.current.kind {
    case .overview, .tasks, .review: true
    case .question, .reading, .program, .kept, .recognised, .conclusion, .letter, .messages,
      .rights, .receipt:
      false
    }
  }
}
