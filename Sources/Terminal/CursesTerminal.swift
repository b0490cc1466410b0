import CNCurses
import Foundation
package import Drawing

/// The terminal while the full screen is up.
///
/// There is one, owned by the main thread. It gives the terminal back as it was when it goes out of scope, and
/// before the process ends if it crashes or is killed by a signal that can be seen.
package struct CursesTerminal: ~Copyable {
  private var ahead: CNEvent?
  private var paste = PasteProgress.none
  /// What curses holds; `nil` when it must be given all of the next frame.
  private var shown: Frame?

  /// Takes over the terminal; where that is not possible, nothing has been written or changed.
  ///
  /// - Parameters:
  ///   - monochrome: Leaves colours out, as a value in NO_COLOR does too.
  ///   - mouse: Takes presses and the wheel as input; the terminal's own marking of text then takes Shift.
  package init(monochrome: Bool = false, mouse: Bool = false) throws(TerminalError) {
    switch cn_start(CNWishes(monochrome: monochrome, mouse: mouse)) {
    case .ok: break
    case .notATerminal: throw .notATerminal
    case .unknownTerminal: throw .unknownTerminal
    case .cannotAddress: throw .cannotAddress
    }
  }

  deinit { cn_stop() }

  /// Gives the terminal back now.
  package consuming func stop() {}

  /// Gives the terminal back to a program that ends at once, and that one Ctrl-C too many is not to end otherwise.
  package consuming func stopForGood() { cn_ignore_interrupts_after() }

  /// Gives the terminal back and ends the process by the signal, so that the exit status tells it.
  package consuming func leave(by signal: Int32) -> Never {
    stop()
    cn_reraise(signal)
  }

  /// Lets the user's shell have the terminal until it continues the program.
  ///
  /// The screen comes back as it was; the size may be another, so draw again afterwards.
  package mutating func suspend() {
    cn_suspend()
    shown = nil
  }

  package var size: Size {
    let size = cn_size()
    return Size(columns: Int(size.columns), rows: Int(size.rows))
  }

  /// Whether the terminal is given letters beyond ASCII; only a system without any UTF-8 locale says no.
  package var showsUnicode: Bool { cn_utf8() }

  // MARK: Drawing

  /// Shows a finished screen; only what changed is sent.
  package mutating func present(_ frame: Frame) {
    if shown?.size != frame.size {
      cn_erase()
      shown = Frame(size: frame.size)
    }
    if let shown { put(frame, over: shown) }
    shown = frame
    if let cursor = frame.cursor {
      cn_cursor(Int32(clamping: cursor.row), Int32(clamping: cursor.column))
    } else {
      cn_cursor(-1, -1)
    }
    cn_flush()
  }

  /// Gives curses the cells that differ, since a frame has two thousand and a key changes a few.
  private func put(_ frame: Frame, over shown: Frame) {
    for row in 0..<frame.size.rows {
      var column: Int32 = 0
      for (cell, before) in zip(frame.row(row), shown.row(row)) {
        if cell != before { put(cell, row: Int32(row), column: column) }
        column += 1
      }
    }
  }

  private func put(_ cell: Cell, row: Int32, column: Int32) {
    // A wide cell has filled the one after it.
    guard cell.width > 0 else { return }
    var text = String(cell.character)
    text.withUTF8 { bytes in
      guard let start = bytes.baseAddress else { return }
      cn_put(row, column, start, bytes.count, Int32(cell.width), CNStyle(cell.style))
    }
  }

  /// What the person sees at a place; `nil` where nothing can be pressed.
  package func hitArea(at position: Position) -> HitArea? { shown?.hitArea(at: position) }

  /// Has the next screen sent whole, in case something else has written over it.
  package mutating func redraw() { cn_redraw() }

  /// Offers text to the terminal's clipboard.
  ///
  /// Never for secrets: they would land on the desktop of another machine.
  ///
  /// - Returns: Whether it was sent; whether the terminal took it cannot be known.
  package func copy(_ text: String) -> Bool {
    cn_copy_osc52(Data(text.utf8).base64EncodedString())
  }

  // MARK: Input

  /// Waits for input.
  ///
  /// Read all there is, by a wait of 0, before drawing, so that the screen never lags behind fast typing.
  ///
  /// - Parameters:
  ///   - timeout: The longest wait in milliseconds; negative waits for ever.
  ///   - unseen: Gives what is pasted one character at a time, so that a secret is nowhere put together. Where
  ///     that ends before the paste does, the rest of it is dropped.
  /// - Returns: The input, or `nil` when the time is up. After a hang-up, the hang-up at once each time.
  package mutating func read(timeout: Int32 = -1, unseen: Bool = false) -> Input? {
    while true {
      let event = next(timeout: timeout)
      switch event.kind {
      case .none: return nil
      case .resize:
        shown = nil
        return .resize(size)
      case .signal:
        // Stopped and continued it may have another size, and curses none of the old picture.
        if event.value == UInt32(SIGCONT) { shown = nil }
        return .signal(Int32(bitPattern: event.value))
      case .wake: return .wake
      case .hangup: return .hangup
      case .press: return .press(Position(row: Int(event.row), column: Int(event.column)))
      case .wheelUp: return .wheel(up: true)
      case .wheelDown: return .wheel(up: false)
      case .pasteStart:
        paste =
          unseen ? .secret(left: PasteProgress.secretLimit) : .collecting(PasteCollector())
      case .pasteEnd: if let text = paste.finish() { return .paste(text) }
      case .character:
        guard paste.letsThrough(unseen: unseen) else {
          if let text = paste.add(event.value) { return .paste(text) }
          continue
        }
        if let character = cluster(from: event.value) { return .key(.character(character)) }
      case .key, .function, .control, .alt:
        if let key = Key(event) { return .key(key) }
      }
    }
  }

  /// Wakes a waiting read, which then gives a wake.
  ///
  /// Callable from any thread. Several wakes before the next read count as one.
  package static func wake() { cn_wake() }

  private mutating func next(timeout: Int32) -> CNEvent {
    guard let event = ahead else { return cn_wait(timeout) }
    ahead = nil
    return event
  }

  /// The most scalars joined to one character; more come as characters of their own.
  private static let scalarsPerCharacter = 8

  /// Joins marks that came in the same breath to their letter: `e` and U+0301 are one key.
  private mutating func cluster(from value: UInt32) -> Character? {
    guard let scalar = Unicode.Scalar(value) else { return nil }
    var text = String(Character(scalar))
    for _ in 1..<Self.scalarsPerCharacter {
      let event = cn_wait(0)
      guard event.kind == .character, let more = Unicode.Scalar(event.value) else {
        if event.kind != .none { ahead = event }
        break
      }
      let joined = text + String(Character(more))
      guard joined.count == 1 else {
        ahead = event
        break
      }
      text = joined
    }
    return text.first
  }

  // MARK: The process

  /// Makes the process keep its secrets and end at once when it crashes; for the first line of main.
  ///
  /// No core file is written, and others of the same user cannot read its memory. Swift's own backtracer, which
  /// would wait half a minute for a key, works only when SWIFT_BACKTRACE asks for it.
  package static func hardenProcess() { cn_harden() }

  /// Has libraries look up users in the system's files alone; for before anything that was given is read.
  package static func findUsersInFiles() { cn_find_users_in_files() }
}

@available(*, unavailable)
extension CursesTerminal: Sendable {}
