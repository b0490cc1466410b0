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
  ///
  /// - Parameter words: Those that the fewest cases have first.
  mutating func add(together words: [CaseSearch.Term]) {
    // Joined, with what stands in one of them twice: with `IN` the server would first sort that out, which takes
    // longer than all the rest. What is left then is little, and held against the other words.
    let joined = words.prefix(2).compactMap { lists($0) }.joined(separator: " JOIN ")
    let others = words.dropFirst(2).compactMap { word($0) }.map { "case_id IN (\($0))" }
    let all = (["true"] + others).joined(separator: " AND ")
    add("c.id = ANY(ARRAY(SELECT case_id FROM \(joined) USING (case_id) WHERE \(all)))")
  }

  /// The cases that have a word of a search, each way to have it asked for by itself and so along its index alone.
  private mutating func lists(_ term: CaseSearch.Term) -> String? {
    guard let ways = ways(term) else { return nil }
    let lists = ways.map { "SELECT case_id FROM veiviser.word WHERE \($0)" }
    return "(\(lists.joined(separator: " UNION ALL "))) AS list\(values.count)"
  }

  /// The cases that have a word of a search; `nil` for another part of one.
  mutating func word(_ term: CaseSearch.Term) -> String? {
    guard let ways = ways(term) else { return nil }
    return "SELECT case_id FROM veiviser.word WHERE (\(ways.joined(separator: " OR ")))"
  }

  /// The ways for a row of the words to be one of a word of a search.
  private mutating func ways(_ term: CaseSearch.Term) -> [String]? {
    guard case .word(let prefix, let marks, let number) = term else { return nil }
    // By bounds: `^@` is held against each word between them as well, which takes longer than reading it.
    var ways = ["word >= \(value(prefix)) AND word < \(value(Self.end(of: prefix)))"]
    if !marks.isEmpty { ways.append("word = ANY(\(list(marks.sorted())))") }
    if let number { ways.append("case_id = \(value(number.text))::bigint") }
    return ways
  }

  /// The first text after all that begin so, as the server puts them in order: by their bytes.
  static func end(of prefix: String) -> String {
    var scalars = prefix.unicodeScalars
    guard let last = scalars.popLast() else { return "\u{10FFFF}" }
    // Between these two there are no letters, but halves of them.
    let following = last.value == 0xD7FF ? 0xE000 : last.value + 1
    guard let next = Unicode.Scalar(following) else { return end(of: String(scalars)) }
    scalars.append(next)
    return String(scalars)
  }
}
#endif
