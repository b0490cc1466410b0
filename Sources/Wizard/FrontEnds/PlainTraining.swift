import Model
import Screens
import Wording

/// Training line by line: the same pages as on the full screen.
struct PlainTraining {
  private let wording: Wording
  private let portal: PortalEdition
  private let console: Console
  private let pages: PlainPages

  init(_ content: Content, _ language: Language, _ portal: PortalEdition, _ runner: TrainingRunner)
  {
    wording = Wording(content, language, on: Timestamp.now().day)
    self.portal = portal
    console = Console(cutNotice: wording("plain.cut"))
    pages = PlainPages(
      console: console,
      questions: PlainQuestions(console: console, wording: wording),
      wording: wording,
      store: PlainStore(runner: runner, console: console, wording: wording)
    )
  }

  /// Goes from screen to screen until the person leaves.
  ///
  /// - Parameter id: The exercise that is begun with, if one was asked for.
  func run(_ record: TrainingRecord, at id: ScenarioID?) -> EndStatus {
    let setting = TrainingSetting(record, on: wording.today)
    var screen = setting.start(at: id, of: portal, wording)
    var effects: [Effect] = []
    console.say("\(wording("train.mark")) \(wording("header.program"))")
    console.say(wording("plain.about"))
    while true {
      console.say("")
      console.say(screen.title(wording).joined(separator: " · "))
      guard let lead = pages.show(screen, after: effects) else { return .left }
      guard case .screen(let next) = lead.destination else { return .done }
      (screen, effects) = (next.screen, lead.effects)
    }
  }
}
