import Model
import TestSupport

/// What a key costs: the time to the last byte of the answer, and the bytes of it.
enum KeyFigures {
  static let keys = 400
  static let letters = Array("regnskapsprogrammet far feil fra altinn ")

  static func rows(empty: Command, filled: Command) throws -> [Row] {
    try arrows(empty) + letters(empty, filled) + escape(empty) + PasteFigures.rows(empty)
  }

  private static func arrows(_ veiviser: Command) throws -> [Row] {
    let programs = try ([veiviser] + Command.menus).map(MeasuredProgram.init)
    for program in programs { _ = program.answer(quiet: 200) }
    var times = [Samples](repeating: Samples(), count: programs.count)
    var bytes = times
    for number in 0..<keys {
      for (place, program) in programs.enumerated() {
        let answer = program.press(number.isMultiple(of: 2) ? .down : .up)
        times[place].add(answer.milliseconds)
        bytes[place].add(Double(answer.bytes))
      }
    }
    let (p99, most) = (times[0].p99, bytes[0].worst)
    return [
      Row(
        figure: "arrow key to last byte, p50",
        ours: times[0].median,
        peers: peers(times, \.median),
        target: ""
      ),
      Row(
        figure: "arrow key to last byte, p99",
        ours: p99,
        peers: peers(times, \.p99),
        target: "≤ 2 × whiptail, < 5 ms",
        isHeld: p99 <= 2 * times[2].p99 && p99 < 5
      ),
      Row(
        figure: "bytes an arrow key, most",
        ours: most,
        unit: "",
        peers: peers(bytes, \.worst),
        target: "≤ 60",
        isHeld: most <= 60
      ),
    ]
  }

  private static func letters(_ empty: Command, _ filled: Command) throws -> [Row] {
    let message = try MeasuredProgram(empty)
    let search = try MeasuredProgram(filled)
    let others = try Command.fields.map(MeasuredProgram.init)
    for program in [message, search] + others { _ = program.answer(quiet: 200) }
    message.press(.text("1"), quiet: 1_000)
    search.press(.text("\(Flow.ids(of: .altinn2).count + 1)"), quiet: 1_000)
    let programs = [message] + others + [search]
    var times = [Samples](repeating: Samples(), count: programs.count)
    var bytes = times
    for letter in letters {
      for (place, program) in programs.enumerated() {
        let answer = program.press(.text(String(letter)), quiet: place == 3 ? 150 : 25)
        times[place].add(answer.milliseconds)
        bytes[place].add(Double(answer.bytes))
      }
    }
    let most = bytes[0].worst
    return [
      Row(
        figure: "letter in the message field to last byte, p99",
        ours: times[0].p99,
        peers: peers(times, \.p99),
        target: "< 5 ms",
        isHeld: times[0].p99 < 5
      ),
      Row(
        figure: "bytes a letter in the message field, most",
        ours: most,
        unit: "",
        peers: peers(bytes, \.worst),
        target: "≤ 10",
        isHeld: most <= 10
      ),
      Row(
        figure: "letter in the search over 100,000 cases to last byte of the hits, p99",
        ours: times[3].p99,
        target: ""
      ),
      Row(
        figure: "bytes a letter in that search, hits redrawn with it, median",
        ours: bytes[3].median,
        unit: "",
        target: ""
      ),
    ]
  }

  /// Escape is a key and also how every other key begins, so it is waited a little after it.
  private static func escape(_ veiviser: Command) throws -> [Row] {
    let program = try MeasuredProgram(veiviser)
    _ = program.answer(quiet: 200)
    var times = Samples()
    for _ in 0..<40 {
      program.press(.function(1), quiet: 150)
      times.add(program.press(.escape, quiet: 150).milliseconds)
    }
    return [
      Row(
        figure: "Escape to last byte, p99",
        ours: times.p99,
        target: "< 100 ms",
        isHeld: times.p99 < 100
      )
    ]
  }

  private static func peers(
    _ samples: [Samples],
    _ value: (Samples) -> Double
  ) -> [(name: String, value: Double)] {
    [("dialog", value(samples[1])), ("whiptail", value(samples[2]))]
  }
}
