import CTerminalKit
import Foundation
import Glibc

/// A program on a terminal of its own, watched through a terminal emulator.
///
/// Nothing here waits for time to pass: each wait is for a state, with a limit after which the test fails and
/// shows the screen. The program gets default signals and exactly the environment it is given.
package final class PtySession {
  package static let defaultTimeout: Duration = .seconds(30)

  /// A plain environment: xterm, UTF-8, nothing of the one who runs the tests; and the first portal, where
  /// all walk that do not ask for the second.
  package static let environment = [
    "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "HOME": "/nonexistent",
    "TZ": "UTC", "VEIVISER_PORTAL": "altinn2",
  ]

  /// The settings of the line as they were before the program started.
  package let flagsBefore: TerminalFlags?

  private var process: TKProcess
  private let emulator: OpaquePointer
  private var ending: TKEnding?
  private var recorded: [UInt8] = []
  private var isHungUp = false
  private let clock = ContinuousClock()

  package init(
    _ executable: String,
    _ arguments: [String] = [],
    environment: [String: String] = PtySession.environment,
    columns: Int = 80,
    rows: Int = 24
  ) throws(PtyError) {
    var process = TKProcess()
    guard tk_open(Int32(rows), Int32(columns), &process) else { throw .couldNotStart(executable) }
    // Before the program is there to change them.
    flagsBefore = TerminalFlags(terminal: process.slave)
    let variables = environment.map { "\($0.key)=\($0.value)" }
    let started = Self.withStrings([executable] + arguments) { arguments in
      Self.withStrings(variables) { tk_start(&process, executable, arguments, $0) }
    }
    guard started else {
      close(process.master)
      close(process.slave)
      throw .couldNotStart(executable)
    }
    self.process = process
    size = Self.seen(columns, rows)
    emulator = tk_screen_new(Int32(size.rows), Int32(size.columns))
  }

  /// What the emulator shows of a window, which no person could see the whole of either.
  private static func seen(_ columns: Int, _ rows: Int) -> (Int, Int) {
    (min(columns, 1_000), min(rows, 500))
  }

  deinit {
    if ending == nil {
      kill(process.pid, SIGKILL)
      while ending == nil, wait(milliseconds: 1000) {}
    }
    hangUp()
    if process.pidfd >= 0 { close(process.pidfd) }
    tk_screen_free(emulator)
  }

  // MARK: Doing

  package func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty, !isHungUp {
      let written = rest.withUnsafeBytes { write(process.master, $0.baseAddress, $0.count) }
      if written > 0 {
        rest = rest.dropFirst(written)
      } else if errno == EAGAIN {
        // Its input is full; it may be waiting for us to read what it writes.
        _ = wait(milliseconds: 100, writing: true)
      } else if errno != EINTR {
        return
      }
    }
  }

  package func send(_ text: String) { send(Array(text.utf8)) }

  /// Presses keys one after the other, in one writing.
  package func press(_ keys: PtyKey...) { send(keys.flatMap(\.bytes)) }

  /// Pastes as a terminal with bracketed paste does.
  package func paste(_ text: String) { send("\u{1B}[200~\(text)\u{1B}[201~") }

  package private(set) var size: (columns: Int, rows: Int)

  package func resize(columns: Int, rows: Int) {
    size = Self.seen(columns, rows)
    tk_screen_resize(emulator, Int32(size.rows), Int32(size.columns))
    _ = tk_resize(process.master, Int32(rows), Int32(columns))
  }

  package func signal(_ number: Int32) {
    // Once collected, the number may be another program's.
    if ending == nil { kill(process.pid, number) }
  }

  package var processID: Int32 { process.pid }

  /// Signals whatever the shell has in the foreground.
  package func signalForeground(_ number: Int32) {
    let group = tcgetpgrp(process.master)
    if group > 1 { kill(-group, number) }
  }

  /// Breaks the line, as a lost connection does.
  package func hangUp() {
    guard !isHungUp else { return }
    isHungUp = true
    close(process.master)
    close(process.slave)
  }

  // MARK: Seeing

  /// How many bytes the line holds that the program wrote and nobody has read.
  package var unread: Int {
    var count: CInt = 0
    return ioctl(process.master, UInt(FIONREAD), &count) == 0 ? Int(count) : 0
  }

  /// Waits until the line holds more than so many bytes, and reads none of them.
  package func waitForUnread(beyond count: Int, timeout: Duration) {
    let deadline = clock.now + timeout
    while unread <= count, clock.now < deadline { sched_yield() }
  }

  /// The screen as it is now, after all that the program has written so far.
  package var screen: PtyScreen {
    while drain() {}
    let state = tk_screen_state(emulator)
    let cells = (0..<size.rows).map { row in
      (0..<size.columns).map { column in
        PtyScreen.Cell(tk_screen_cell(emulator, Int32(row), Int32(column)))
      }
    }
    return PtyScreen(
      cells: cells,
      cursorRow: Int(state.cursor_row),
      cursorColumn: Int(state.cursor_column),
      isCursorVisible: state.cursor_visible
    )
  }

  /// The bytes written since the last mark.
  package var rawBytes: [UInt8] {
    while drain() {}
    return recorded
  }

  /// Forgets the bytes written so far.
  package func mark() {
    while drain() {}
    recorded = []
  }

  /// Waits until the screen shows the text on one row.
  @discardableResult
  package func waitFor(
    _ text: String,
    timeout: Duration = PtySession.defaultTimeout
  ) throws(PtyError) -> PtyScreen {
    try waitUntil("the text \(text.debugDescription)", timeout: timeout) { $0.contains(text) }
  }

  /// Waits until the screen is as wanted.
  @discardableResult
  package func waitUntil(
    _ wanted: String = "a state of the screen",
    timeout: Duration = PtySession.defaultTimeout,
    _ condition: (PtyScreen) -> Bool
  ) throws(PtyError) -> PtyScreen {
    let deadline = clock.now + timeout
    while true {
      let now = screen
      if condition(now) { return now }
      if let ending { throw .ended(waitingFor: wanted, PtyEnding(ending), screen: now) }
      guard clock.now < deadline else { throw .timedOut(waitingFor: wanted, screen: now) }
      _ = wait(milliseconds: Self.milliseconds(deadline - clock.now))
    }
  }

  /// Waits until the program sleeps with nothing of it unread: all that a key led to has been seen.
  package func waitUntilAsleep(timeout: Duration = PtySession.defaultTimeout) {
    let deadline = clock.now + timeout
    var seen = 0
    while seen < 3, clock.now < deadline {
      let wrote = drain()
      while drain() {}
      seen = !wrote && isAsleep ? seen + 1 : 0
      sched_yield()
    }
  }

  /// Whether no thread of it has anything to do or waits for a disk.
  private var isAsleep: Bool {
    let tasks = "/proc/\(process.pid)/task"
    let threads = (try? FileManager.default.contentsOfDirectory(atPath: tasks)) ?? []
    return threads.allSatisfy { Self.isAsleep("\(tasks)/\($0)/stat") }
  }

  private static func isAsleep(_ path: String) -> Bool {
    guard let file = fopen(path, "r") else { return true }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 512)
    guard fgets(&line, 512, file) != nil, let name = line.lastIndex(of: CChar(UInt8(ascii: ")")))
    else { return true }
    return line[name + 2] == CChar(UInt8(ascii: "S"))
  }

  /// Waits until the program has ended.
  ///
  /// - Parameter reading: Whether what it writes is read meanwhile; a terminal that is stuck does not.
  @discardableResult
  package func waitForExit(
    timeout: Duration = PtySession.defaultTimeout,
    reading: Bool = true
  ) throws(PtyError) -> PtyEnding {
    let deadline = clock.now + timeout
    while true {
      if let ending { return PtyEnding(ending) }
      guard clock.now < deadline else { throw .timedOut(waitingFor: "its end", screen: screen) }
      guard reading else {
        collect(within: Self.milliseconds(deadline - clock.now))
        continue
      }
      _ = wait(milliseconds: Self.milliseconds(deadline - clock.now))
    }
  }

  /// The processor time the program used, once it has ended.
  package var processorTime: Duration? { ending.map { .microseconds($0.cpu_microseconds) } }

  // MARK: The terminal

  /// The settings of the line now; `nil` after a hang-up.
  package var flags: TerminalFlags? {
    isHungUp ? nil : TerminalFlags(terminal: process.slave)
  }

  package var isInAlternateScreen: Bool {
    while drain() {}
    return tk_screen_state(emulator).alternate
  }

  package var marksPaste: Bool {
    while drain() {}
    return tk_screen_state(emulator).bracketed_paste
  }

  package var takesMouse: Bool {
    while drain() {}
    return tk_screen_state(emulator).mouse
  }

  /// What of the terminal the program has not put back as it was; empty when all is well.
  package func notGivenBack() -> [String] {
    while drain() {}
    let state = tk_screen_state(emulator)
    var faults: [String] = []
    if flags != flagsBefore { faults.append("the settings of the line") }
    if state.alternate { faults.append("the alternate screen") }
    if !state.cursor_visible { faults.append("the hidden cursor") }
    if state.bracketed_paste { faults.append("bracketed paste") }
    if state.mouse { faults.append("the mouse") }
    if writesReversed() { faults.append("reverse video") }
    return faults
  }

  /// Whether what is written next is reversed.
  ///
  /// The cells there are do not tell: the emulator fills those that a new size brings in the style of the moment,
  /// also in the picture behind the program's.
  private func writesReversed() -> Bool {
    let place = screen
    show("\u{1B}7x")
    let isReversed = screen.cells[place.cursorRow][place.cursorColumn].isReversed
    show("\u{1B}8\u{1B}[X")
    return isReversed
  }

  /// Lets the emulator read something that the program has not written.
  private func show(_ text: String) {
    let bytes = Array(text.utf8)
    tk_screen_write(emulator, bytes, bytes.count)
  }

  // MARK: Reading

  /// Waits until there is something to read or the program has ended.
  private func wait(milliseconds: Int32, writing: Bool = false) -> Bool {
    var ends = [pollfd(fd: process.pidfd, events: Int16(POLLIN), revents: 0)]
    if !isHungUp {
      let events = POLLIN | (writing ? POLLOUT : 0)
      ends.append(pollfd(fd: process.master, events: Int16(events), revents: 0))
    }
    let ready = poll(&ends, UInt(ends.count), milliseconds)
    while drain() {}
    if ends[0].revents != 0, ending == nil {
      var found = TKEnding()
      if tk_reap(process.pid, &found) { ending = found }
      while drain() {}
    }
    return ready > 0
  }

  /// Waits for the end alone, and leaves what is written where it is.
  private func collect(within milliseconds: Int32) {
    var end = pollfd(fd: process.pidfd, events: Int16(POLLIN), revents: 0)
    var found = TKEnding()
    if poll(&end, 1, milliseconds) > 0, tk_reap(process.pid, &found) { ending = found }
  }

  private func drain() -> Bool {
    guard !isHungUp else { return false }
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = read(process.master, &buffer, buffer.count)
    guard count > 0 else { return false }
    buffer.removeLast(buffer.count - count)
    recorded += buffer
    tk_screen_write(emulator, buffer, count)
    return true
  }

  private static func milliseconds(_ duration: Duration) -> Int32 {
    let (seconds, attoseconds) = duration.components
    return Int32(clamping: max(1, seconds * 1000 + attoseconds / 1_000_000_000_000_000))
  }

  /// Lends strings as the list of C strings that ends with a null pointer.
  package static func withStrings<Result>(
    _ strings: [String],
    _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    let copies = strings.map { strdup($0) } + [nil]
    defer { copies.forEach { free($0) } }
    return copies.withUnsafeBufferPointer { pointers in
      // The list holds at least the end mark, so it has an address.
      guard let start = pointers.baseAddress else { preconditionFailure("an empty list") }
      return body(start)
    }
  }
}

extension PtyEnding {
  init(_ ending: TKEnding) {
    self = ending.signal != 0 ? .signalled(ending.signal) : .exited(ending.code)
  }
}
