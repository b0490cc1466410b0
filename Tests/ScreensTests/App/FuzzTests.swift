import Drawing
import Fuzz
import Model
import Screens
import Testing

/// Presses anything at all, and holds what must hold after every key; scripts/fuzz does it for long.
@Suite struct FuzzTests {
  @Test(arguments: 0..<4)
  func `three hundred moves leave every screen whole`(number: Int) {
    let log = KeyLog(onTerminal: false, seed: 20_261_123, number: number, count: 300)
    guard let (_, faults) = log.play() else { return }
    Issue.record("\(faults)\n\(log.shrunk().text)")
  }

  /// A fault that takes a question, a text typed in it and a resize, in this order, to be seen.
  private static let losesTheText: Game.Update = { state, event in
    let effects = state.update(event)
    guard case .resized = event, state.screen.takesText else {
      return effects
    }
    _ = state.update(.key(.control("u")))
    return effects
  }

  @Test func `a planted fault is found, and told in the few moves it takes`() throws {
    let logs = (0..<40).lazy.map {
      KeyLog(onTerminal: false, seed: 1, number: $0, count: 250)
    }
    let log = try #require(logs.first { $0.play(Self.losesTheText) != nil })
    #expect(log.play() == nil)
    let short = log.shrunk(Self.losesTheText)
    #expect(short.moves.count <= 6, "\(short.text)")
    #expect(short.play(Self.losesTheText)?.faults == ["a resize changed more than the size"])
    #expect(short.play() == nil)
    // What is written down is what is played again.
    #expect(KeyLog(text: short.text) == short)
  }

  @Test func `moves that can only be left out together are left out`() {
    let typed = Move.key(.character("9"))
    var shrinker = Shrinker { moves in
      let left = moves.count { $0 == .key(.escape) }
      return moves.contains(typed) && left == moves.count { $0 == .key(.enter) }
    }
    #expect(shrinker.shrink([typed, .key(.escape), .key(.enter)]) == [typed])
  }

  @Test func `a trap of no way out is found`() {
    let log = KeyLog(
      onTerminal: false,
      language: .bokmal,
      moves: [.key(.character("1")), .key(.down), .key(.function(1)), .key(.enter)]
    )
    #expect(log.play() == nil)
    let fault = log.play { state, event in
      if event == .key(.control("c")), state.overlay != nil { return [] }
      return state.update(event)
    }
    #expect(
      fault?.faults == ["no way out by \([Key.control("c"), .control("c")])"]
    )
  }

  @Test func `every move can be written and read`() {
    for move in Move.random(seed: 5, count: 5_000) { #expect(Move("\(move)") == move) }
  }
}
