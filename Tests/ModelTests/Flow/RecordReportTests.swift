import Model
import Testing

/// What programs read of a case.
@Suite struct RecordReportTests {
  @Test func `of each answer it is told whether it was seen or only told`() {
    var draft = CaseDraft(flow: "findFault", status: .open)
    draft.give(Answer("E3", source: .told), in: .message)
    draft.give(Answer("a02", source: .seen), in: .service)
    let moment = Timestamp(rawValue: 0)
    let found = Case(
      id: CaseID(rawValue: 1010),
      revision: 1,
      created: moment,
      updated: moment,
      content: draft
    )
    let report = RecordReport(found)
    #expect(report.sources == [.message: .told, .service: .seen])
    #expect(report.json.contains("\"message\" : \"told\""), "\(report.json)")
  }
}
