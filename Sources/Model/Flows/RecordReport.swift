/// A case as programs read it: the JSON of the commands and of an exported file.
///
/// The names are stable. `state` is `open`, `waiting` or `closed`; `mark` is the flow's own word for how
/// it stands, such as `sent`, with the day in `since`; moments are in UTC as `2026-11-23T14:05:00Z`;
/// `answers` has the answers by the id of the field.
package struct RecordReport: Codable, Equatable, Sendable {
  package let number: Int64
  package let flow: FlowID
  /// The Altinn it is about; `nil` for a flow of a newer program.
  package let portal: PortalEdition?
  package let title: String
  package let state: String
  package let mark: String?
  package let since: String?
  package let created: String
  package let updated: String
  /// `true` for a case that cannot be read, of which only the number holds; else left out.
  package let damaged: Bool?
  /// Left out of lists.
  package let answers: [FieldID: String]?
  /// Whether each of them was seen, told, read out of the message or worked out; left out of lists.
  package let sources: [FieldID: AnswerSource]?
  /// What was answered before the case was taken up again, the first round first; left out where there
  /// is none, and of lists.
  package let rounds: [Round]?

  /// A round as programs read it.
  package struct Round: Codable, Equatable, Sendable {
    /// The day it was left, as `2026-11-28`.
    package let closed: String?
    package let answers: [FieldID: String]
  }

  package init(_ summary: CaseSummary) {
    number = summary.id.rawValue
    flow = summary.flow
    portal = Flow.named(summary.flow)?.edition
    title = summary.title
    state = summary.status.rawValue
    (mark, since) = Self.status(of: summary.flow) { summary.answers[$0] }
    created = summary.created.utc
    updated = summary.updated.utc
    damaged = summary.isDamaged ? true : nil
    (answers, sources) = (nil, nil)
    rounds = nil
  }

  package init(_ found: Case) {
    number = found.id.rawValue
    flow = found.flow
    portal = Flow.named(found.flow)?.edition
    title = found.title
    state = found.status.rawValue
    (mark, since) = Self.status(of: found.flow) { found.content.answer(in: $0)?.value }
    created = found.created.utc
    updated = found.updated.utc
    damaged = nil
    answers = Self.answers(found.answers)
    sources = Dictionary(
      found.answers.map { ($0.field, $0.answer.source) },
      uniquingKeysWith: { $1 }
    )
    let rounds = found.rounds.map {
      Round(closed: $0.closed?.text, answers: Self.answers($0.answers))
    }
    self.rounds = rounds.isEmpty ? nil : rounds
  }

  private static func answers(_ stored: [StoredAnswer]) -> [FieldID: String] {
    Dictionary(stored.map { ($0.field, $0.answer.value) }, uniquingKeysWith: { $1 })
  }

  private static func status(
    of flow: FlowID,
    answer: @escaping (FieldID) -> String?
  ) -> (name: String?, since: String?) {
    guard let rule = Flow.named(flow)?.statusRule(answer: answer) else { return (nil, nil) }
    return (rule.name, rule.since.flatMap(answer).flatMap { Day($0)?.text })
  }

  /// The report as JSON with its keys in order; ends with a line break.
  package var json: String { Self.encoded(self) }

  /// Several reports as a JSON array.
  package static func json(_ reports: [RecordReport]) -> String { encoded(reports) }

  private static func encoded(_ value: some Encodable) -> String {
    // Strings and numbers alone can always be written.
    guard let text = try? PlainJSON.text(value) else { return "" }
    return text + "\n"
  }
}
