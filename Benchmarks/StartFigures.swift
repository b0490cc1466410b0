/// From the start of the process to the last byte of its first screen, on a terminal.
enum StartFigures {
  static let rounds = 60

  static func rows(empty: Command, filled: Command) throws -> [Row] {
    let commands = [empty, filled] + Command.menus
    var times = [Samples](repeating: Samples(), count: commands.count)
    // The programs take turns, so that whatever else the machine does falls on all of them alike.
    for round in 0...rounds {
      for (place, command) in commands.enumerated() {
        let program = try MeasuredProgram(command)
        let answer = program.answer(quiet: 80)
        program.end()
        // The first round brings the files into memory.
        if round > 0 { times[place].add(answer.milliseconds) }
      }
    }
    func row(_ figure: String, _ ours: Int, _ value: (Samples) -> Double, _ isPromised: Bool) -> Row
    {
      let mine = value(times[ours])
      let dialog = value(times[2])
      return Row(
        figure: figure,
        ours: mine,
        peers: [("dialog", dialog), ("whiptail", value(times[3]))],
        target: isPromised ? "≤ 2 × dialog, < 50 ms" : "",
        isHeld: isPromised ? mine <= 2 * dialog && mine < 50 : nil
      )
    }
    return [
      row("start to complete first screen, empty store, median", 0, \.median, true),
      row("the same, p99", 0, \.p99, false),
      row("start to complete first screen, 100,000 cases, median", 1, \.median, true),
      row("the same, p99", 1, \.p99, false),
    ]
  }
}
