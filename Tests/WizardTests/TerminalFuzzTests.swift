import Fuzz
import TestSupport
import Testing

/// Makes moves of all kinds on a terminal; scripts/fuzz does it for long.
@Suite struct TerminalFuzzTests {
  @Test(arguments: 0..<3)
  func `the program takes whatever is typed and gives the terminal back`(number: Int) throws {
    let log = KeyLog(onTerminal: true, seed: 20_261_123, number: number, count: 150)
    if let (place, faults) = try log.play(program: Executables.veiviser) {
      Issue.record("after \(place + 1) moves: \(faults)\n\(log.text)")
    }
  }
}
