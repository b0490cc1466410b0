import Model
import Testing

@Suite struct RetentionTests {
  private func rules(_ retention: Retention) -> [FlowID: [Int?]] {
    Dictionary(
      uniqueKeysWithValues: retention.cases.map { ($0.flow, [$0.finished, $0.unfinished]) }
    )
  }

  @Test func `a flow that the table does not name is kept as long as the table says of others`() {
    let table = Content.embedded.retention
    #expect(table.otherwise != nil)
    let more = table.covering(Flow.ids + ["aSixth"])
    #expect(more.cases.dropLast() == table.cases[...])
    #expect(rules(more)["aSixth"] == [table.otherwise?.finished, table.otherwise?.unfinished])
    #expect(more.covering(["aSixth"]) == more)
  }

  @Test func `a table that says nothing of others keeps them`() {
    let table = Retention(trail: 1, cases: [])
    #expect(table.covering(["findFault"]) == table)
  }
}
