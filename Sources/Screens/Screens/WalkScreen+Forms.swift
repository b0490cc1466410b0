import Wording
import Drawing
import Model
import SafeText

extension WalkScreen {
  /// The form of the step the walk is at.
  static func form(for walk: Walk, number: CaseID?, _ wording: Wording) -> any Form {
    let parts = wording.prose(walk, number: number)
    switch walk.current.kind {
    case .question: return QuestionForm(walk.current, walk: walk, wording: wording)
    case .reading, .program, .recognised, .conclusion, .letter, .messages, .rights, .receipt:
      return reading(parts, walk, wording)
    case .overview, .tasks, .review: return menu(parts, walk, wording)
    }
  }

  /// The likeliest offer is the last button, next to the edge, and has the focus.
  private static func reading(_ parts: [Prose], _ walk: Walk, _ wording: Wording) -> ReadingForm {
    let offers = wording.offers(walk)
    return ReadingForm(
      parts,
      buttons: [.init(id: QuestionForm.back, label: wording("button.back"))]
        + offers.reversed().map { .init(id: $0.id, label: $0.label) },
      focused: offers.first?.id ?? QuestionForm.back
    )
  }

  private static func menu(_ parts: [Prose], _ walk: Walk, _ wording: Wording) -> MenuForm {
    MenuForm(
      parts,
      ChoiceList.numbered(
        wording.offers(walk).enumerated().map { ordinal, offer in
          .init(
            id: offer.id,
            label: offer.label,
            detail: offer.detail,
            isSetOff: walk.current.kind == .review && ordinal == 1
          )
        }
      )
    )
  }
}
