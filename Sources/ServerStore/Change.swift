#if PostgreSQL
import Foundation
import Model

/// What a change is about: what the function of the server reads of it depends on the act.
struct Change: Encodable {
  var id: CaseID?
  var revision: Int?
  var content: CaseDraft?
  var words: [String]?
  var caller: Caller?
  var callerWords: [String]?
  /// The last line of the trail about the case that was seen.
  var event: Int64?
  var kind: EventKind?
  var desk: DeskCase?
  var status: CaseStatus?
  var rounds: [Round]?
  var moves: Bool?
  var former: DeskFormer?
  var outcome: CallOutcome?
  var likeness: Likeness?
  var soon: Int?
  var text: String?
  var signed: Bool?
  var ids: [CaseID]?
  var rules: [Retention.Rule]?
  var trail: Int?
  var number: String?
  var due: String?
  var last: String?
  var key: String?
  var value: String?

  /// A value as it is sent, in the same words each time.
  static func json(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    // These values always have a form.
    return (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
}

/// What came of a change.
struct Changed: Decodable {
  var id: CaseID?
  var moment: Timestamp?
  var rounds: [Round]?
  var gone: [FlowID: [Int64]]?
  var lines: Int?
  /// Whether a purge has left something whose time is up.
  var more: Bool?
}
#endif
