import Drawing
import Fuzz
import Model
import Testing

@testable import Screens

/// «Lagret» and a case number stand in the header only if the last draft of that very case is on the disk.
///
/// ``Game`` holds it after each move; here the store is slow, and cases are begun and left in haste.
@Suite struct SavedLawTests {
  @Test(arguments: 0..<6)
  func `the header tells of no save that was not made`(number: Int) {
    let log = KeyLog(
      onTerminal: false,
      language: Language.allCases[number % Language.allCases.count],
      moves: Move.hasty(seed: UInt64(number), count: 200)
    )
    guard let (place, faults) = log.play() else { return }
    Issue.record("after move \(place): \(faults)\n\(log.shrunk().text)")
  }

  @Test func `a task begun from a conclusion has no number and no save of the case before it`() {
    let log = KeyLog(
      onTerminal: false,
      language: .bokmal,
      moves: [
        .key(.character("1")), .key(.enter), .key(.enter), .key(.function(5)), .key(.enter),
        .answer, .answer, .answer, .answer, .answer, .key(.enter), .answer, .answer,
      ]
    )
    #expect(log.play()?.faults == nil)
  }
}
