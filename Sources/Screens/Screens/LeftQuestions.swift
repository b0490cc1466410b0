import Model

/// Questions that somebody has left half done, to look at something else, as they stood on the screen.
///
/// What of it counts is kept with the case; the rest, a half number or the words of a search, waits here. It is gone
/// with the screen, and what must be kept nowhere does not wait.
struct LeftQuestions: Sendable {
  private struct Left {
    let form: QuestionForm
    let answers: [Answer?]
  }

  private var all: [String: Left] = [:]

  /// Keeps a question as it stands, with what is answered in it by now.
  mutating func keep(_ form: QuestionForm, of walk: Walk) {
    guard form.fields.allSatisfy(\.mayStand) else { return forget(walk) }
    all[Self.key(walk)] = Left(form: form, answers: Self.answers(walk))
  }

  /// Forgets the question of a walk, which was answered.
  mutating func forget(_ walk: Walk) { all[Self.key(walk)] = nil }

  /// The question of a walk as it was left, unless it has been answered otherwise since.
  func question(of walk: Walk) -> QuestionForm? {
    guard let left = all[Self.key(walk)], left.answers == Self.answers(walk) else { return nil }
    return left.form
  }

  private static func key(_ walk: Walk) -> String { "\(walk.flow.id) \(walk.current.id)" }

  /// What is answered in it, and in the field that names what can be chosen there.
  private static func answers(_ walk: Walk) -> [Answer?] {
    walk.current.fields.flatMap { field -> [Answer?] in
      guard case .candidates(let source) = field.input else { return [walk.answer(field.id)] }
      return [walk.answer(field.id), walk.answer(source)]
    }
  }
}
