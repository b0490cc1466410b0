import Wording
import Drawing
import Foundation
import Model
import Screens
import Store
import Terminal

/// The full screen: one loop on one thread, which owns the terminal.
struct FullScreenFrontEnd {
  private let runner: any Outside
  private var state: AppState

  /// Runs until the person leaves.
  ///
  /// - Throws: `TerminalError` when the terminal cannot show a full screen; nothing is drawn then.
  /// - Returns: How it ended. A signal that ends the program does not return: it is raised again once
  ///   everything is saved and the terminal is given back.
  static func run(
    content: Content,
    language: Language,
    portal: PortalEdition,
    runner: any Outside,
    desk: DeskRoom = DeskRoom(),
    training: TrainingEntry? = nil,
    monochrome: Bool,
    mouse: Bool,
    ascii: Bool
  ) throws(TerminalError) -> EndStatus {
    let terminal = try CursesTerminal(monochrome: monochrome, mouse: mouse)
    let home = runner.countAtOnce(portal) ?? HomeState(portal)
    var state = AppState(
      content: content,
      language: language,
      size: terminal.size,
      glyphs: ascii || !terminal.showsUnicode ? .ascii : .unicode,
      today: Timestamp.now().day,
      home: home,
      desk: desk,
      hasRegister: runner.hasRegister
    )
    if let training { state.begin(training) }
    let asked = state.wantsClock ? state.update(.clock(Timestamp.now())) : []
    for event in runner.events() { _ = state.update(event) }
    runner.onEvent { CursesTerminal.wake() }
    // Only now is there somebody to hear the answer.
    asked.forEach(runner.carryOut)
    if desk.isBegunWith { state.showQueue().forEach(runner.carryOut) }
    var frontEnd = FullScreenFrontEnd(runner: runner, state: state)
    return frontEnd.loop(terminal)
  }

  private init(runner: any Outside, state: AppState) {
    self.runner = runner
    self.state = state
  }

  private mutating func loop(_ terminal: consuming CursesTerminal) -> EndStatus {
    show(on: &terminal)
    let watch = runner.watch()
    defer { withExtendedLifetime(watch) {} }
    while true {
      // What was typed ahead is taken in before anything is drawn again; but nothing that is begun
      // here is waited for, so that a slow disk never holds up the screen.
      // A caller who waits is counted, and what is typed is kept once; nothing else wakes the program.
      let wait = state.awaitsPause ? Self.pause : state.secondsToTick.map { $0 * 1_000 } ?? -1
      var next = terminal.read(timeout: wait, unseen: state.isTypingSecret)
      if next == nil, state.awaitsPause { state.update(.paused).forEach(runner.carryOut) }
      if state.wantsClock { state.update(.clock(Timestamp.now())).forEach(runner.carryOut) }
      // A key is meant for the screen that was seen when it was pressed, so a new size waits for the keys.
      var resized: Size?
      while let input = next {
        var effects: [Effect] = []
        switch input {
        case .key(let key): effects = state.update(.key(key))
        case .paste(let text): effects = state.update(.pasted(text))
        case .press(let position):
          if let area = terminal.hitArea(at: position) {
            effects = state.update(.pressed(area, at: position))
          }
        case .wheel(let isUp): effects = state.update(.wheeled(up: isUp))
        case .resize(let size): resized = size
        case .wake: effects = runner.events().flatMap { state.update($0) }
        case .signal(SIGTSTP): effects = [.suspend]
        case .signal(SIGCONT): resized = terminal.size
        case .signal(let number):
          interrupt()
          terminal.leave(by: number)
        case .hangup:
          interrupt()
          terminal.leave(by: SIGHUP)
        }
        for effect in effects {
          switch effect {
          case .quit(let reason):
            // While the screen is up Ctrl-C is a key, so that none breaks off the last save.
            runner.finish()
            terminal.stopForGood()
            return end(reason)
          case .suspend:
            // Stopped in the middle of a save it would keep all others from saving.
            runner.finish(within: .seconds(1))
            terminal.suspend()
            // What was typed while it was stopped was typed in the window as it is now.
            resized = nil
            _ = state.update(.resized(terminal.size))
          case .redraw: terminal.redraw()
          case .copy(let text): _ = state.update(.copied(terminal.copy(text)))
          case .save, .open, .release, .lookUp, .count, .list, .show, .delete, .write, .writeMail,
            .desk, .keepTraining, .classroom, .askRegister, .searchRegister, .rememberLanguage:
            runner.carryOut(effect)
          }
        }
        next = terminal.read(timeout: 0, unseen: state.isTypingSecret)
      }
      if let resized { _ = state.update(.resized(resized)) }
      show(on: &terminal)
    }
  }

  /// Milliseconds without a key after which what is typed is kept: longer than between two keys, so that a
  /// sentence is one save.
  private static let pause: Int32 = 800

  private mutating func show(on terminal: inout CursesTerminal) {
    terminal.present(state.render())
    state.markDrawn()
  }

  /// Keeps what is typed and waits until it is on the disk.
  private mutating func interrupt() {
    state.update(.interrupted).forEach(runner.carryOut)
    runner.finish()
  }

  /// Says so if the disk could not be reached.
  private func end(_ reason: ExitReason) -> EndStatus {
    for event in runner.events() {
      switch event {
      case .storeFailed, .saveFailed:
        if let wrong = event.trouble { StandardError.write(state.wording(wrong.key, wrong.values)) }
      case .changedElsewhere(_, let theirs, _):
        let failure = StoreFailure.conflict(current: theirs)
        StandardError.write(state.wording(failure.textKey, failure.textValues))
      case .deletedElsewhere: StandardError.write(state.wording("gone.title"))
      default: continue
      }
      return .unusable
    }
    return reason == .done ? .done : .left
  }
}
