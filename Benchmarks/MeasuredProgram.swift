import CTerminalKit
import Glibc
import TestSupport

/// A program on a terminal of its own, with the moment of each of its writings.
///
/// No emulator stands between: what is measured is the program and the kernel.
final class MeasuredProgram {
  /// What a program wrote until it was quiet.
  struct Answer {
    let bytes: Int
    /// Milliseconds from what was done to it until its last byte.
    let milliseconds: Double
  }

  private var process = TKProcess()
  private let clock = ContinuousClock()
  private var since: ContinuousClock.Instant
  private var hasEnded = false

  init(_ command: Command) throws {
    guard tk_open(24, 80, &process) else { throw PtyError.couldNotStart(command.path) }
    since = clock.now
    let variables = command.environment.map { "\($0.key)=\($0.value)" }
    let started = PtySession.withStrings([command.path] + command.arguments) { arguments in
      PtySession.withStrings(variables) { tk_start(&process, command.path, arguments, $0) }
    }
    guard started else { throw PtyError.couldNotStart(command.path) }
  }

  deinit { end() }

  /// Waits until the program has written something and then nothing for a while.
  func answer(quiet: Int32) -> Answer {
    var bytes = 0
    var last = since
    var buffer = [UInt8](repeating: 0, count: 65_536)
    var ready = pollfd(fd: process.master, events: Int16(POLLIN), revents: 0)
    while poll(&ready, 1, bytes == 0 ? 3_000 : quiet) > 0 {
      let count = read(process.master, &buffer, buffer.count)
      guard count > 0 else { break }
      last = clock.now
      bytes += count
    }
    return Answer(bytes: bytes, milliseconds: (last - since).milliseconds)
  }

  /// Presses keys and waits for the answer.
  @discardableResult
  func press(_ keys: PtyKey..., quiet: Int32 = 25) -> Answer {
    let bytes = keys.flatMap(\.bytes)
    since = clock.now
    _ = bytes.withUnsafeBytes { write(process.master, $0.baseAddress, $0.count) }
    return answer(quiet: quiet)
  }

  /// Sends as much as there is, reading meanwhile what the program writes.
  func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { write(process.master, $0.baseAddress, $0.count) }
      if written > 0 {
        rest = rest.dropFirst(written)
        continue
      }
      guard errno == EAGAIN || errno == EINTR else { return }
      var ready = pollfd(fd: process.master, events: Int16(POLLIN | POLLOUT), revents: 0)
      poll(&ready, 1, 1_000)
      if ready.revents & Int16(POLLIN) != 0 { _ = read(process.master, &buffer, buffer.count) }
    }
  }

  /// What the program has used and waited for so far, over all its threads.
  var facts: ProcessFacts { ProcessFacts(process.pid) }

  func end() {
    guard !hasEnded else { return }
    hasEnded = true
    kill(process.pid, SIGKILL)
    var ending = TKEnding()
    var ready = pollfd(fd: process.pidfd, events: Int16(POLLIN), revents: 0)
    while !tk_reap(process.pid, &ending) { poll(&ready, 1, 1_000) }
    close(process.master)
    close(process.slave)
    close(process.pidfd)
  }
}
