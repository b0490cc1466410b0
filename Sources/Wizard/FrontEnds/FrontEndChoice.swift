import ArgumentParser
import Drawing
import Foundation
import Model
import Screens
import Terminal

/// Decides which front end a person gets: full screen where it can be shown, else the plain one.
struct FrontEndChoice {
  let context: CommandContext
  var plain = false
  var ascii = false
  var monochrome = false
  var mouse = false
  /// Whether the support desk was asked for, and whether one begins there.
  var desk = false
  var beginsAtDesk = false

  init(context: CommandContext) { self.context = context }

  /// What a command line asks for.
  init(_ options: SharedOptions, _ display: DisplayOptions) throws {
    context = try CommandContext(options)
    (plain, ascii) = (display.plain, display.ascii)
    (monochrome, mouse) = (display.noColor, display.mouse)
  }

  /// Runs until the person leaves; how that was is the exit status.
  func open() throws { try leave(with: run()) }

  private func leave(with status: EndStatus) throws {
    if status != .done { throw ExitCode(status.code) }
  }

  private func run() throws -> EndStatus {
    if !wantsPlain { readAhead() }
    let store = try context.openStore()
    let remembered = (try? store.setting(StoreEffects.languageSetting)).flatMap { $0 }
    let language = context.language(remembered: remembered)
    let runner = StoreRunner(store, register: try context.registerLocation())
    let room = room(store)
    let plainFrontEnd = PlainFrontEnd(
      content: context.content,
      language: language,
      portal: context.portal,
      runner: runner,
      desk: room
    )
    if wantsPlain { return plainFrontEnd.run() }
    do {
      return try FullScreenFrontEnd.run(
        content: context.content,
        language: language,
        portal: context.portal,
        runner: runner,
        desk: room,
        monochrome: monochrome,
        mouse: mouse,
        ascii: ascii
      )
    } catch {
      // The terminal cannot show a full screen; the same questions are asked line by line.
      return plainFrontEnd.run()
    }
  }

  /// Makes the words and the first page ready while the store is opened, which takes as long.
  ///
  /// What comes of it is thrown away; what is read for it need not be read again.
  private func readAhead() {
    let (content, language, portal) = (context.content, context.language(), context.portal)
    // A queue of its own: what runs on the shared ones is looked after by a timer that never stops.
    DispatchQueue(label: "first page", qos: .userInitiated).async {
      let state = AppState(
        content: content,
        language: language,
        size: Size(columns: 80, rows: 24),
        home: HomeState(portal)
      )
      _ = state.render()
    }
  }

  /// Runs training until the person leaves; no store is opened.
  ///
  /// - Parameter entry: Where it begins.
  func train(_ entry: TrainingEntry, _ runner: any Outside) throws {
    try leave(with: run(entry, runner))
  }

  private func run(_ entry: TrainingEntry, _ runner: any Outside) -> EndStatus {
    let language = context.language()
    let line = PlainTraining(context.content, language, context.portal, runner)
    if wantsPlain { return line.run(entry) }
    do {
      return try FullScreenFrontEnd.run(
        content: context.content,
        language: language,
        portal: context.portal,
        runner: runner,
        training: entry,
        monochrome: monochrome,
        mouse: mouse,
        ascii: ascii
      )
    } catch {
      return line.run(entry)
    }
  }

  /// The support desk, which is led to where it is asked for, where a group shares the store, or where something is
  /// said of a desk beside it.
  private func room(_ store: any KeptStore) -> DeskRoom {
    let people = store.people
    // What is wrong with the file of the desk is told by `desk check`, and stops no caller.
    let setup = (try? store.deskSetup()) ?? DeskSetup()
    let isOpen = desk || beginsAtDesk || store.isShared || setup != DeskSetup()
    guard isOpen else { return DeskRoom(people.own) }
    CursesTerminal.findUsersInFiles()
    var section = DeskSection.mine
    if setup.roles(in: people.groups).contains(.second) {
      // Whoever was left on the line or on hold comes before the cases of any section.
      let mine = try? store.queue(.mine, for: people.own, limit: -1, offset: 0, answers: [])
      let hasCaller = mine?.contains { $0.state == .call || $0.state == .hold } == true
      if !hasCaller { section = .second }
    }
    return DeskRoom(
      people.own,
      login: people.name(of: people.own),
      colleagues: people.colleagues,
      setup: setup,
      section: section,
      isOpen: true,
      isBegunWith: beginsAtDesk
    )
  }

  private var wantsPlain: Bool {
    let accessible = Environment["ACCESSIBLE"] ?? ""
    return plain || !(accessible.isEmpty || accessible == "0")
  }
}
