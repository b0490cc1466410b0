/// What callers most often say is wrong: the first rows of a call, of which one digit takes one.
package enum Commonest {
  /// As many as there are digits to take one with.
  package static let rows = 9

  /// The commonest messages and symptoms of a portal, at most nine.
  ///
  /// The same all week if the counts are those of whole weeks before it, so that a hand learns the digits.
  ///
  /// - Parameters:
  ///   - counts: How often each was met in the last four whole weeks, by its id. What has not been met
  ///     stands in an order that is guessed.
  package static func of(_ edition: PortalEdition, counts: [String: Int] = [:]) -> [String] {
    let guessed = guesses[edition, default: []]
    let met = counts.filter { $0.value > 0 }.keys.sorted { one, other in
      let (mine, theirs) = (counts[one] ?? 0, counts[other] ?? 0)
      if mine != theirs { return mine > theirs }
      let places = [one, other].map { guessed.firstIndex(of: $0) ?? .max }
      return places[0] != places[1] ? places[0] < places[1] : one < other
    }
    return Array((met + guessed.filter { counts[$0, default: 0] <= 0 }).prefix(rows))
  }

  /// The order where nothing is counted yet; a guess.
  private static let guesses: [PortalEdition: [String]] = [
    .altinn2: ["E2", "E6", "E3", "E1", "E4", "E5", "Y2Code", "Y2Unsigned", "Y2Stopped"],
    .altinn3: [
      "YConnect", "AUTHNoAccess", "SRequestNotFound", "SMissingPermission", "YClient",
      "AUTHClientLacks", "YAccess", "YLogin", "YUnsigned",
    ],
  ]
}
