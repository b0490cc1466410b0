import Wording
import Model
import Screens

/// A task played line by line.
extension TaskScript {
  /// The number of the task at home.
  var home: String { "\((Flow.ids(of: flow.edition).firstIndex(of: flow.id) ?? 0) + 1)" }

  /// The lines a person types at the step where the walk stands.
  func lines(at walk: Walk, _ wording: Wording) -> [String] {
    guard walk.current.kind == .question else {
      let ways = wording.offers(walk).filter { $0.choice != .copyLetter }
      let choice = choice(at: walk, wording)
      return ["\((ways.firstIndex { $0.choice == choice } ?? 0) + 1)"]
    }
    return walk.current.fields.flatMap { lines(for: $0, at: walk, wording) }
  }

  func lines(for field: Field, at walk: Walk, _ wording: Wording) -> [String] {
    let answer = answer(to: field, in: walk)
    switch field.input {
    case .choice(let choices):
      return ["\((choices.firstIndex { $0.value == answer } ?? choices.count) + 1)"]
    case .search(let table):
      let words = wording.entry(answer, in: table) ?? Self.nothing
      let found = wording.entries(matching: words, in: table, about: walk).prefix(9).map(\.0)
      let all = found + [Fact.otherService, Fact.unknown]
      return [words, "\((all.firstIndex(of: answer) ?? 0) + 1)"]
    case .line: return [answer]
    // One entry: nothing prompts between the lines of a pasted text.
    case .message: return [answer.isEmpty ? "." : answer + "\n."]
    case .secret: return answer.isEmpty ? [""] : [answer, answer]
    case .boxes(let boxes):
      let ticked = answer.split(separator: ",").map(String.init)
      let options = wording.boxes(boxes, of: field.id)
      let numbers = options.indices.filter { ticked.contains(options[$0].id) }
        .map { "\($0 + 1)" }.joined(separator: " ")
      return boxes.isSearched ? [numbers, ""] : [numbers]
    }
  }
}
