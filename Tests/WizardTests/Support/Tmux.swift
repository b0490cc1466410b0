import Foundation
import TestSupport
import Testing

/// A window of tmux, with all that has scrolled out of it.
final class Tmux {
  private let socket: String
  /// Kept for as long as the server is to be reached through its socket.
  private let folder: TemporaryFolder
  /// The terminal that the window is shown on, whose program starts the server.
  private let terminal: PtySession

  /// Starts a shell in a window of its own server.
  init(in folder: TemporaryFolder) throws {
    self.folder = folder
    socket = folder.file("tmux")
    let shell =
      "exec env -i PATH=/usr/bin:/bin HOME=\(folder.path) LC_ALL=C.UTF-8 VEIVISER_PORTAL=altinn2 PS1='sh> ' TERM=$TERM sh"
    terminal = try PtySession(
      "/usr/bin/tmux",
      ["-S", socket, "-f", "/dev/null", "new-session", shell]
    )
    try terminal.waitFor("sh>")
  }

  deinit { _ = try? run("kill-server") }

  static let isThere = FileManager.default.isExecutableFile(atPath: "/usr/bin/tmux")

  func type(_ text: String) throws { try run("send-keys", "-l", text) }

  func press(_ keys: String...) throws { try run(["send-keys"] + keys) }

  /// Pastes as a terminal does, and leaves nothing in the buffers of tmux.
  func paste(_ text: String) throws {
    try run("set-buffer", text)
    try run("paste-buffer", "-d", "-p")
  }

  var screen: String { get throws { try run("capture-pane", "-p") } }

  /// Everything in the window and above it, the other screen of the terminal, and the buffers.
  var everything: String {
    get throws {
      try run("capture-pane", "-p", "-J", "-S", "-") + run("capture-pane", "-p", "-q", "-a")
        + run("list-buffers")
    }
  }

  func wait(for text: String) throws {
    let deadline = ContinuousClock.now + .seconds(20)
    var shown = ""
    while ContinuousClock.now < deadline {
      shown = try screen
      if Reader.squeezed(shown).contains(Reader.squeezed(text)) { return }
    }
    Issue.record("waited for \(text) in vain:\n\(shown)")
    throw CancellationError()
  }

  @discardableResult
  private func run(_ arguments: String...) throws -> String { try run(arguments) }

  @discardableResult
  private func run(_ arguments: [String]) throws -> String {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/tmux")
    process.arguments = ["-S", socket] + arguments
    process.standardOutput = output
    try process.run()
    let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: bytes, as: UTF8.self)
  }
}
