import Model
import Testing

/// The word that somebody meant who mistyped it.
@Suite struct NearWordTests {
  private static let words = ["recognise", "diagnose", "case", "desk", "list", "show", "flow"]

  @Test(arguments: [
    ("recognize", "recognise"), ("Recognise", "recognise"), ("recogise", "recognise"),
    ("daignose", "diagnose"), ("dsek", "desk"), ("lst", "list"), ("shwo", "show"),
  ])
  func `a slip or two leave a word the nearest`(typed: String, word: String) {
    #expect(NearWord.nearest(to: typed, among: Self.words) == word)
  }

  @Test(arguments: ["", "x", "xyzzy", "hunter2x9", "cd", String(repeating: "case", count: 40)])
  func `what is like none is near to none`(typed: String) {
    #expect(NearWord.nearest(to: typed, among: Self.words) == nil)
  }
}
