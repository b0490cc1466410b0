import Wording
import Model
import Screens
import Testing

/// The points at the left of a question, where the window is narrow and they still have room.
@Suite struct RailTests {
  @Test(arguments: Flow.all.filter(\.findsFaults).map(\.id), Language.allCases)
  func `every point stands whole beside a question`(flow: FlowID, language: Language) throws {
    let flow = try #require(Flow.named(flow))
    let question = try #require(flow.steps.first { $0.kind == .question })
    var driver = Driver(language)
    driver.open(question.id, flow: flow)
    for (index, row) in flow.edition.portal.points.enumerated() {
      let title = "\(index + 1) \(driver.wording(row.point.titleKey)) "
      #expect(driver.lines.contains { $0.contains(title) }, "\(title)")
    }
  }
}
