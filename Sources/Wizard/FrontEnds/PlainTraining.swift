import Model
import Screens
import Wording

/// Training line by line: the same pages as on the full screen.
struct PlainTraining {
  private let tongue: PlainTongue
  private var wording: Wording { tongue.wording }
  private let portal: PortalEdition
  private let console: Console
  private let pages: PlainPages
  private let store: PlainStore

  init(_ content: Content, _ language: Language, _ portal: PortalEdition, _ runner: any Outside) {
    tongue = PlainTongue(Wording(content, language, on: Timestamp.now().day))
    self.portal = portal
    console = Console(tongue: tongue)
    store = PlainStore(runner: runner, console: console, tongue: tongue)
    pages = PlainPages(
      console: console,
      questions: PlainQuestions(console: console, tongue: tongue, store: store),
      tongue: tongue,
      store: store
    )
  }

  /// Goes from screen to screen until the person leaves.
  ///
  /// - Parameter entry: Where it begins.
  func run(_ entry: TrainingEntry) -> EndStatus {
    var screen = entry.screen(of: portal, wording)
    var effects: [Effect] = []
    console.say("\(wording("train.mark")) \(wording("header.program"))")
    pages.questions.say(wording("plain.about"))
    while true {
      console.say("")
      console.say(screen.title(wording).joined(separator: " · "))
      let shown = (screen as? JoinScreen).map(join) ?? pages.show(screen, after: effects)
      guard let lead = shown else { return .left }
      guard case .screen(let next) = lead.destination else { return .done }
      (screen, effects) = (next.screen, lead.effects)
    }
  }

  /// Asks where a class is and what its word is.
  private func join(_ screen: JoinScreen) -> PlainPages.Lead? {
    var screen = screen
    pages.questions.read(screen.page(wording).prose)
    var given: [String] = []
    for label in ["class.join.folder", "class.join.word"] {
      console.say(wording(label))
      guard let line = console.ask() else { return nil }
      given.append(line)
    }
    guard case .does(let effects) = screen.join(given[0], given[1]) else { return nil }
    for event in effects.flatMap({ store.settle($0, for: screen) }) {
      if case .goes(let next, let after) = screen.receive(event, wording: wording) {
        return (next, after)
      }
    }
    guard case .goes(let back, let after) = screen.back(wording) else { return nil }
    return (back, after)
  }
}
