import Wording
import Drawing
import Foundation
import Model
import Screens
import TestSupport

/// The program itself on a terminal, with a store of its own, and what must hold of it.
///
/// Moves are sent in bunches without waiting; after each bunch the screen is waited for.
final class TerminalGame {
  private let program: String
  private let language: Language
  private let folder: String
  private let titles: [String]
  private var session: PtySession
  private var size = Size(columns: 80, rows: 24)

  init(_ program: String, language: Language) throws {
    self.program = program
    self.language = language
    folder =
      FileManager.default.temporaryDirectory
      .appending(path: "veiviser-\(UUID().uuidString.prefix(8))", directoryHint: .notDirectory).path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    titles = Language.allCases.map { Wording(.embedded, $0)("leave.title") }
    session = try Self.start(program, folder, language, size)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// In its own folder, where what it writes goes with it.
  private static func start(
    _ program: String,
    _ folder: String,
    _ language: Language,
    _ size: Size
  ) throws(PtyError) -> PtySession {
    let session = try PtySession(
      "/bin/sh",
      ["-c", "umask 077; cd \"$0\" && exec \"$@\"", folder, program]
        + ["--language", language.rawValue, "--mouse", "--store", folder + "/store"],
      columns: size.columns,
      rows: size.rows
    )
    try session.waitUntil("the first screen") { isFramed($0) }
    return session
  }

  /// Plays moves in bunches.
  ///
  /// - Returns: What does not hold any longer, with the number of moves made; `nil` when all is well.
  func play(_ moves: [Move]) -> KeyLog.Fault? {
    var made = 0
    while made < moves.count {
      let bunch = moves[made..<min(made + 25, moves.count)]
      for move in bunch { send(move) }
      made += bunch.count
      if let fault = settle() { return (made - 1, [fault]) }
    }
    return leave().map { (made - 1, [$0]) }
  }

  private func send(_ move: Move) {
    switch move {
    case .key(.control("z")): break
    case .key(let key), .ahead(let key): session.press(Self.bytes(key))
    case .paste(let text): session.paste(text.replacing("\u{1A}", with: ""))
    case .resize(let wanted):
      // An emulator has at least one cell; a very large one only takes time.
      size = Size(
        columns: min(max(1, wanted.columns), 240),
        rows: min(max(1, wanted.rows), 70)
      )
      session.resize(columns: size.columns, rows: size.rows)
    case .press(let position):
      session.send("\u{1B}[<0;\(position.column + 1);\(position.row + 1)M")
    case .wheel(let isUp): session.send("\u{1B}[<\(isUp ? 64 : 65);1;1M")
    case .appear(let seed): session.send(Self.noise(seed))
    case .answer, .fail, .meddle, .midnight: break
    }
  }

  /// Bytes that no keyboard sends: pieces of sequences, of signs, and controls.
  private static func noise(_ seed: UInt64) -> [UInt8] {
    var random = Seeded(seed)
    return (0..<random.int(1...12)).flatMap { _ -> [UInt8] in
      switch random.int(0...5) {
      case 0: [UInt8(random.int(0...255))]
      case 1: Array("\u{1B}[".utf8)
      case 2: Array("\u{1B}[<0;\(random.int(0...99));5M".utf8)
      case 3: [0xC3, 0x28, 0xF0, 0x9F]
      case 4: Array("\u{1B}]0;a\u{7}".utf8)
      default: Array("\(random.int(0...300));~".utf8)
      }
    }.filter { $0 != 0x1A }
  }

  private static func bytes(_ key: Key) -> PtyKey {
    switch key {
    case .character(let character): .text(String(character))
    case .control(let letter): .control(letter)
    case .alt(let letter): .alt(letter)
    case .function(let number): .function(number)
    case .up: .up
    case .down: .down
    case .left: .left
    case .right: .right
    case .home: .home
    case .end: .end
    case .pageUp: .pageUp
    case .pageDown: .pageDown
    case .enter: .enter
    case .escape: .escape
    case .tab: .tab
    case .backTab: .backTab
    case .backspace: .backspace
    case .delete: .delete
    case .insert: .insert
    }
  }

  // MARK: - What must hold

  /// Asks whether to leave and stays, so that all that was sent before has been taken in.
  private func settle() -> String? {
    do {
      if size.columns < AppState.smallest.columns || size.rows < AppState.smallest.rows {
        size = Size(columns: 80, rows: 24)
        session.resize(columns: 80, rows: 24)
      }
      // A key that comes before the window is known to be large enough is not obeyed.
      try session.waitUntil("the screen in a window large enough") { isWhole($0) }
      // A piece of a sequence may have eaten the first key, but it cannot eat three.
      session.send("\u{1B}[201~")
      session.press(.function(10), .function(10), .function(10))
      try session.waitUntil("the question whether to leave") { asks($0) && isWhole($0) }
      session.press(.escape)
      try session.waitUntil("what is below the question") { !asks($0) && isWhole($0) }
      return nil
    } catch PtyError.ended {
      return ended()
    } catch {
      return "\(error)"
    }
  }

  private func asks(_ screen: PtyScreen) -> Bool {
    titles.contains { title in screen.rows.dropFirst(2).prefix(1).contains { $0.contains(title) } }
  }

  private func isWhole(_ screen: PtyScreen) -> Bool {
    screen.rows.count == size.rows && Self.isFramed(screen) && screen.isCursorVisible
  }

  /// Whether the rules over and under the screen stand where they must.
  private static func isFramed(_ screen: PtyScreen) -> Bool {
    guard screen.rows.count > 3, let width = screen.cells.first?.count else { return false }
    let rule = String(repeating: "─", count: width)
    return screen.rows[1] == rule && screen.rows[screen.rows.count - 2] == rule
      && !screen.rows[screen.rows.count - 1].isEmpty
  }

  /// The program was left: it did so properly, and begins anew with the same store.
  private func ended() -> String? {
    do {
      let ending = try session.waitForExit()
      guard ending == .exited(0) || ending == .exited(130) else { return "ended: \(ending)" }
      let left = session.notGivenBack()
      guard left.isEmpty else { return "not given back: \(left)" }
      if let secret = secretOnDisk() { return "a secret on the disk, in \(secret)" }
      session = try Self.start(program, folder, language, size)
      return nil
    } catch {
      return "\(error)"
    }
  }

  private func leave() -> String? {
    session.press(.control("c"), .control("c"))
    do {
      try session.waitForExit()
    } catch {
      return "\(error)"
    }
    return ended()
  }

  /// The file that holds something that was never to be kept.
  private func secretOnDisk() -> String? {
    let files = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return files.first { name in
      guard let data = FileManager.default.contents(atPath: folder + "/" + name) else {
        return false
      }
      let text = String(decoding: data, as: UTF8.self)
      return Secret.allCases.contains { $0.isFound(in: text) }
    }
  }
}
