package import Drawing
import Model
package import Wording

/// What the desk did in the last weeks: counts, never people.
package struct StatisticsScreen: PageScreen {
  private let statistics: DeskStatistics
  private var width = StatisticsText.plainWidth
  /// What the page was last worded by, since its rows are as wide as the screen.
  private var wording: Wording?
  package var form = ReadingForm(Page([]))

  init(_ tallies: [Tally], of weeks: Weeks, _ content: Content) {
    statistics = DeskStatistics(tallies, of: weeks) { content.message($0) != nil }
  }

  package static func == (one: StatisticsScreen, other: StatisticsScreen) -> Bool {
    (one.statistics, one.width) == (other.statistics, other.width) && one.form == other.form
  }

  package func page(_ wording: Wording) -> Page {
    Page(
      StatisticsText(statistics, wording).prose(width: width),
      [QuestionForm.backOption(wording)]
    )
  }

  package mutating func reword(_ new: Wording) {
    wording = new
    form.show(page(new))
  }

  package mutating func fit(_ size: Size) {
    if size.columns != width {
      width = size.columns
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
