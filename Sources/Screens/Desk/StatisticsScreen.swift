package import Drawing
import Model
import SafeText
package import Wording

/// What the desk did in the last weeks: counts, never people.
package struct StatisticsScreen: PageScreen {
  private let statistics: DeskStatistics
  /// The messages that no catalogue has; read after the counts, since each case with one is looked at.
  private var unknown: [ShapeCount] = []
  private var width = StatisticsText.plainWidth
  /// What the page was last worded by, since its rows are as wide as the screen.
  private var wording: Wording?
  package var form = ReadingForm(Page([]))

  init(_ counts: DeskCounts, _ content: Content) {
    statistics = DeskStatistics(counts, since: content.knownShapes) { content.message($0) != nil }
  }

  package static func == (one: StatisticsScreen, other: StatisticsScreen) -> Bool {
    (one.statistics, one.width, one.unknown) == (other.statistics, other.width, other.unknown)
      && one.form == other.form
  }

  package func page(_ wording: Wording) -> Page {
    Page(
      StatisticsText(statistics, wording).prose(width: width) + unknownProse(wording),
      [QuestionForm.backOption(wording)]
    )
  }

  /// The unknown messages, each with how many cases it is in, and how they become known.
  private func unknownProse(_ wording: Wording) -> [Prose] {
    guard !unknown.isEmpty else { return [] }
    return [.gap, .heading(wording("desk.stats.shapes"))]
      + unknown.map { .bullet("\($0.cases)  \($0.shape.text)") }
      + [.gap, .toned(wording("desk.stats.propose"), .muted)]
  }

  package mutating func receive(_ event: Event, wording: Wording) -> Response {
    guard case .desk(.shapes(let found)) = event else { return .ignored }
    unknown = found
    reword(wording)
    return .stays
  }

  package mutating func reword(_ new: Wording) {
    wording = new
    form.show(page(new))
  }

  package mutating func fit(_ size: Size) {
    // Where the text scrolls, two columns are the arrows'.
    let room = size.columns - 2
    if room != width {
      width = room
      if let wording { form.show(page(wording)) }
    }
    form.fit(size)
  }

  package mutating func take(_ id: String, wording: Wording) -> Response { .goes(.queue) }
  package func back(_ wording: Wording) -> Response { .goes(.queue) }
  package mutating func leave(_ wording: Wording) -> Response { .goes(.queue) }

  package func title(_ wording: Wording) -> [String] {
    [wording("desk.title.queue"), wording("key.statistics.short")]
  }
}
