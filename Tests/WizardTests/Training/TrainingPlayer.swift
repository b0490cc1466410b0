import Drawing
import Foundation
import Model
import Screens
import Store
import TestSupport
import Testing
import Wording

/// Somebody who trains at a terminal.
///
/// The same screens are kept in the test, which says where each key leads and what must stand on the terminal then.
final class TrainingPlayer {
  let folder: TemporaryFolder
  private let language: Language
  private let edition: PortalEdition
  private let size: Size
  /// What follows `veiviser`, and where that begins.
  private let arguments: [String]
  private let entry: (TrainingRecord) throws -> TrainingEntry
  private(set) var session: PtySession
  private(set) var state: AppState

  init(
    _ language: Language = .bokmal,
    of edition: PortalEdition = .altinn2,
    _ size: Size = Size(columns: 80, rows: 24),
    record: TrainingRecord = TrainingRecord(),
    arguments: [String] = ["train"],
    entry: @escaping (TrainingRecord) throws -> TrainingEntry = { .alone($0, at: nil) },
    in folder: TemporaryFolder
  ) throws {
    self.folder = folder
    (self.language, self.edition, self.size) = (language, edition, size)
    (self.arguments, self.entry) = (arguments, entry)
    state = AppState(
      content: .embedded,
      language: language,
      size: size,
      today: Timestamp.now().day,
      home: HomeState(edition)
    )
    session = try Self.start(arguments, folder, language, edition, size)
    state.begin(try entry(record))
    try see()
  }

  private static func start(
    _ arguments: [String],
    _ folder: TemporaryFolder,
    _ language: Language,
    _ edition: PortalEdition,
    _ size: Size
  ) throws -> PtySession {
    try PtySession(
      Executables.veiviser,
      arguments + ["--language", language.rawValue, "--portal", edition.rawValue],
      environment: PtySession.environment.merging(["XDG_STATE_HOME": folder.path]) { $1 },
      columns: size.columns,
      rows: size.rows
    )
  }

  /// What stands on the screen, with one blank between words.
  var words: String { session.screen.text.squeezed }

  /// Takes in what happened elsewhere, and waits until the terminal shows it.
  func hear(_ event: Event) throws {
    _ = state.update(event)
    try see()
  }

  /// Waits until the terminal shows what the screens say, marked as training.
  func see() throws {
    let rows = state.render().lines.map { line in
      String(line.reversed().drop { $0 == " " }.reversed())
    }
    state.markDrawn()
    #expect(rows.first?.contains("[ØVING]") == true)
    let padded = rows + Array(repeating: "", count: max(0, size.rows - rows.count))
    try session.waitUntil("\n" + rows.joined(separator: "\n")) { $0.rows == padded }
  }

  /// Moves to an option and takes it, or takes it by its key.
  func choose(_ id: String) throws {
    let options = state.screen.page(state.wording).options.map(\.id)
    let place = try #require(options.firstIndex(of: id), "\(id) is not among \(options)")
    if let keys = DeskForms.keys(for: id, { state.wording($0) }) { return try press(keys) }
    session.send(
      ([.home] + Array(repeating: .down, count: place) + [.enter]).flatMap(\PtyKey.bytes)
    )
    for key in [.home] + Array(repeating: Key.down, count: place) + [.enter] {
      _ = state.update(.key(key))
    }
    try see()
  }

  /// Presses what is a sign or Enter.
  private func press(_ keys: [Key]) throws {
    for key in keys {
      if case .character(let sign) = key { session.send(String(sign)) }
      if key == .enter { session.press(.enter) }
      _ = state.update(.key(key))
    }
    try see()
  }

  /// Does an act as a person does, page by page.
  func perform(_ act: TrainingAct) throws {
    if case .jot = act {
      try choose("note")
      return try press(DeskForms.noteKeys)
    }
    for id in Self.choices(for: act, on: state.screen, state.wording) { try choose(id) }
  }

  /// What is chosen one after the other for an act.
  static func choices(for act: TrainingAct, on screen: any Screen, _ wording: Wording) -> [String] {
    var ids = act.description.split(separator: ":").map(String.init)
    switch act {
    case .isSeen: ids[0] = "see"
    case .lure: ids[0] = "advise"
    // What a case carries is filled in as the call is ended.
    case .note: return []
    case .end(let end): return DeskForms.choices(for: end)
    case .ask:
      // Some questions can be put in more than one way.
      var next = screen
      for id in ids.prefix(2) { _ = next.take(id, wording: wording) }
      if !next.page(wording).options.contains(where: { $0.id == ids[2] }) { ids.removeLast() }
    default: break
    }
    return ids
  }

  func killAndStartAgain() throws {
    session.signal(9)
    try session.waitForExit()
    session = try Self.start(arguments, folder, language, edition, size)
    state.begin(try entry(try kept()))
    try see()
  }

  /// Leaves from the list of exercises.
  func leave() throws {
    session.press(.escape)
    try session.waitFor(state.wording("leave.title"))
    session.press(.right, .enter)
    #expect(try session.waitForExit() == .exited(0))
  }

  /// What is kept on the disk.
  func kept() throws -> TrainingRecord {
    try TrainingFile(at: StoreLocation(directory: folder.file("veiviser-training"))).read()
  }

  /// Waits until what is kept is as wanted.
  func waitUntilKept(_ condition: (TrainingRecord) -> Bool) throws {
    let deadline = ContinuousClock.now + PtySession.defaultTimeout
    while !condition(try kept()), ContinuousClock.now < deadline { sched_yield() }
    #expect(condition(try kept()))
  }
}
