import TestSupport

/// How soon a key is answered after ten megabytes were pasted by mistake.
enum PasteFigures {
  private static let text = [UInt8](
    String(repeating: "Feil fra Altinn: 12 ganger\n", count: 10 * 1_024 * 1_024 / 27).utf8
  )

  static func rows(_ veiviser: Command) throws -> [Row] {
    let marked = try key(after: PtyKey.text("\u{1B}[200~").bytes + text, veiviser, ended: true)
    let unmarked = try key(after: text, veiviser, ended: false)
    return [
      row("key after a paste of 10 MB", marked),
      row("the same, from a terminal that does not mark pastes", unmarked),
    ]
  }

  private static func row(_ figure: String, _ milliseconds: Double) -> Row {
    Row(figure: figure, ours: milliseconds, target: "≤ 200", isHeld: milliseconds <= 200)
  }

  /// Pastes and presses a key at once, as somebody does who sees what went wrong.
  private static func key(after bytes: [UInt8], _ command: Command, ended: Bool) throws -> Double {
    let program = try MeasuredProgram(command)
    defer { program.end() }
    _ = program.answer(quiet: 200)
    program.press(.text("1"), quiet: 300)
    program.send(bytes + (ended ? PtyKey.text("\u{1B}[201~").bytes : []))
    // Without an end it is over when nothing has come for a moment; a key before that is a part of it.
    if !ended { _ = program.answer(quiet: 200) }
    return program.press(.function(1), quiet: 300).milliseconds
  }
}
