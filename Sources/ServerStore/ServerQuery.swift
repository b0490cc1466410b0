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

  /// What stands for several texts, as the server writes a list of them: so it sees how common they are before
  /// it chooses the way to them.
  mutating func list(_ texts: [String]) -> String {
    let quoted = texts.map { text in
      "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
    return "\(value("{" + quoted.joined(separator: ",") + "}"))::text[]"
  }

  /// A part of a search.
  mutating func add(_ term: CaseSearch.Term, _ codeKey: [UInt8]) {
    switch term {
    case .word:
      // Along the words where few have them, along the cases where many do: the server knows which.
      if let word = word(term) { add("c.id IN (\(word))") }
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

  /// Words of a search, of which the cases that have all are found before any case is read.
  mutating func add(together words: [CaseSearch.Term]) {
    let each = words.compactMap { word($0) }
    let all =
      each.joined(separator: " AND case_id IN (") + String(repeating: ")", count: each.count - 1)
    add("c.id IN (WITH found AS MATERIALIZED (\(all)) SELECT case_id FROM found)")
  }

  /// The cases that have a word of a search; `nil` for another part of one.
  mutating func word(_ term: CaseSearch.Term) -> String? {
    guard case .word(let prefix, let marks, let number) = term else { return nil }
    var word = "word ^@ \(value(prefix))"
    if !marks.isEmpty { word += " OR word = ANY(\(list(marks.sorted())))" }
    if let number { word += " OR case_id = \(value(number.text))::bigint" }
    return "SELECT case_id FROM veiviser.word WHERE (\(word))"
  }
}
#endif
