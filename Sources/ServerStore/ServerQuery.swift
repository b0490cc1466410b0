#if PostgreSQL
import Model

/// A question under way: its conditions, and the values they speak of.
struct ServerQuery {
  private(set) var values: [String?] = []
  private var conditions: [String] = []

  /// All that must hold.
  var condition: String { conditions.isEmpty ? "true" : conditions.joined(separator: " AND ") }

  mutating func add(_ condition: String) { conditions.append(condition) }

  /// What stands for a value in the words of the question.
  mutating func value(_ value: String?) -> String {
    values.append(value)
    return "$\(values.count)"
  }

  /// What stands for several texts.
  mutating func list(_ texts: [String]) -> String {
    "ARRAY(SELECT jsonb_array_elements_text(\(value(Change.json(texts)))::jsonb))"
  }

  /// A part of a search.
  mutating func add(_ term: CaseSearch.Term, _ codeKey: [UInt8]) {
    switch term {
    case .word(let prefix, let marks, let number):
      let word = "(word ^@ \(value(prefix)) OR word = ANY(\(list(marks.sorted()))))"
      let isOwn = number.map { " OR c.id = \(value($0.text))::bigint" } ?? ""
      add("(EXISTS (SELECT FROM veiviser.word WHERE case_id = c.id AND \(word))\(isOwn))")
    case .mark(let mark):
      add("EXISTS (SELECT FROM veiviser.word WHERE case_id = c.id AND word = \(value(mark)))")
    case .since(let days):
      let most = min(days, 1_000_000)
      add("c.updated >= veiviser.moment() - 86400 * \(value("\(most)"))::bigint")
    case .code(let id, let letters):
      let isRight = CaseCode(id, key: codeKey).letters == letters
      add("c.id = \(value(isRight ? id.text : "0"))::bigint")
    }
  }
}
#endif
