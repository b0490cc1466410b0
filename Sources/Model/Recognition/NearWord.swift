/// Tells which of a few words somebody meant who mistyped it.
package enum NearWord {
  /// What is longer is no word that somebody mistyped.
  private static let longest = 40

  /// The word that is nearest to what was typed; `nil` where none is near.
  package static func nearest(to typed: String, among words: [String]) -> String? {
    let letters = Array(typed.lowercased().utf8)
    guard (2...longest).contains(letters.count) else { return nil }
    // In a short word two changes make any other.
    let limit = letters.count < 5 ? 1 : 2
    var best: (word: String, distance: Int)?
    for word in words {
      guard let distance = EditDistance.steps(letters, Array(word.utf8), limit: limit) else {
        continue
      }
      if best.map({ distance < $0.distance }) ?? true { best = (word, distance) }
    }
    return best?.word
  }
}
