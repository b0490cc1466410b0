import Wording
import Model
import Screens
import TestSupport

/// A person who answers the program line by line at a terminal, never ahead of the prompt.
final class PlainPlayer {
  let folder: TemporaryFolder
  let wording: Wording
  private(set) var session: PtySession

  init(_ language: Language = .bokmal) throws {
    folder = try TemporaryFolder()
    wording = Wording(.embedded, language)
    session = try Self.start(folder, language)
    try waitForPrompt()
  }

  private static func start(_ folder: TemporaryFolder, _ language: Language) throws -> PtySession {
    try PtySession(
      Executables.veiviser,
      ["--plain", "--language", language.rawValue, "--store", folder.file("store")],
      columns: 100,
      rows: 200
    )
  }

  /// Starts the program anew after it has ended.
  func start() throws {
    session = try Self.start(folder, wording.language)
    try waitForPrompt()
  }

  /// Types a line at the prompt and waits for the next prompt.
  func answer(_ line: String) throws {
    session.mark()
    session.send(line + "\n")
    try session.waitUntil("the line taken") { _ in session.rawBytes.contains(0x0A) }
    try waitForPrompt()
  }

  func waitForPrompt() throws {
    try session.waitUntil("a prompt") {
      $0.cursorColumn == 2 && $0.rows[$0.cursorRow].hasPrefix(">")
    }
  }

  /// Waits until a text stands among all that was said since the start.
  func wait(for text: String) throws {
    try session.waitUntil(text) {
      Reader.matches(text, in: Reader.squeezed($0.rows.joined(separator: " ")))
    }
  }

  /// The cases in the store, what was touched last first.
  func kept() throws -> [Case] { try folder.kept() }
}
