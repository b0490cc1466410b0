import Glibc
import Drawing
import Terminal

/// Shows what the terminal sends, and ends in whatever way it is asked to.
@main
struct Probe {
  private var seen: [String] = []

  static func main() {
    CursesTerminal.hardenProcess()
    do throws(TerminalError) {
      let terminal = try CursesTerminal(mouse: CommandLine.arguments.contains("--mouse"))
      var probe = Probe()
      probe.run(terminal)
    } catch {
      print(error)
      exit(69)
    }
  }

  private mutating func run(_ terminal: consuming CursesTerminal) {
    seen.append("ready")
    while true {
      terminal.present(picture(terminal.size))
      var next = terminal.read(unseen: isTypingSecret)
      while let input = next {
        seen.append(Self.describe(input))
        switch input {
        case .hangup: terminal.leave(by: SIGHUP)
        case .signal(let signal) where signal == SIGTSTP: terminal.suspend()
        case .signal(let signal) where signal != SIGCONT: terminal.leave(by: signal)
        case .key(.control("z")): terminal.suspend()
        case .key(.control("l")): terminal.redraw()
        case .key(.character("q")):
          terminal.stop()
          print("goodbye")
          return
        case .key(.character("w")): Task { CursesTerminal.wake() }
        case .key(.character("c")): seen.append("copied \(terminal.copy("æøå"))")
        case .key(.character("e")): _ = write(2, "a stray line\n", 13)
        case .key(.function(let number)): Self.crash(number)
        default: break
        }
        next = terminal.read(timeout: 0, unseen: isTypingSecret)
      }
    }
  }

  /// With `--secret`, until a full stop comes.
  private var isTypingSecret: Bool {
    CommandLine.arguments.contains("--secret") && !seen.contains("key character(\".\")")
  }

  private static func crash(_ number: Int) {
    switch number {
    case 2: fatalError("as it was told to")
    case 3: abort()
    case 4: print(depth(number))
    default: break
    }
  }

  /// Calls itself until the stack is used up; twice, or an optimiser would make a loop of it.
  private static func depth(_ number: Int) -> Int {
    number < 0 ? 0 : depth(number &+ 1) &+ depth(number &+ 2)
  }

  private static func describe(_ input: Input) -> String {
    switch input {
    case .key(let key): "key \(key)"
    case .paste(let text): "paste \(text.utf8.count) \(text.prefix(60).debugDescription)"
    case .press(let place): "press \(place.row),\(place.column)"
    case .wheel(let isUp): "wheel \(isUp ? "up" : "down")"
    case .resize(let size): "size \(size.columns)x\(size.rows)"
    case .signal(let number): "signal \(number)"
    case .hangup: "hangup"
    case .wake: "wake"
    }
  }

  private func picture(_ size: Size) -> Frame {
    var canvas = Canvas(size: size)
    canvas.write("probe \(size.columns)x\(size.rows)", row: 0, column: 0, style: .title)
    canvas.write("漢字 e\u{301} æøå", row: 1, column: 0)
    let lines = seen.suffix(max(0, size.rows - 3))
    for (index, line) in lines.enumerated() {
      let style: Style = index == lines.count - 1 ? .focus : .normal
      canvas.write(
        "\(seen.count - lines.count + index): \(line)",
        row: 2 + index,
        column: 0,
        style: style
      )
    }
    canvas.placeCursor(row: 1 + lines.count, column: 0)
    return canvas.frame
  }
}
