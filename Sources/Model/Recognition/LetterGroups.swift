/// Finds the forms that are a few letters from a given one, by the groups of three letters they share.
struct LetterGroups: Sendable {
  private var forms: [[UInt8]] = []
  /// For each group the forms that have it.
  private var places: [UInt32: [Int32]] = [:]

  /// Takes in a form; its place is the number of those before it.
  mutating func add(_ form: [UInt8]) {
    let place = Int32(forms.count)
    forms.append(form)
    for group in Self.groups(form) where places[group]?.last != place {
      places[group, default: []].append(place)
    }
  }

  /// The nearest forms, at most three, with how many letters differ.
  ///
  /// One letter may differ from four letters on, two from eight on. A word cut short after six letters is as
  /// near as one with a letter wrong.
  func nearest(_ form: [UInt8]) -> [(place: Int, distance: Int)] {
    guard form.count >= 4 else { return [] }
    let limit = form.count >= 8 ? 2 : 1
    let groups = Self.groups(form)
    var shared: [Int32: Int] = [:]
    for group in groups {
      for place in places[group] ?? [] { shared[place, default: 0] += 1 }
    }
    // Each letter that differs touches three groups of the word.
    let least = max(1, groups.count - 3 * limit - 1)
    var found: [(place: Int, distance: Int)] = []
    for (place, count) in shared where count >= least {
      let other = forms[Int(place)]
      guard other.count >= 4 else { continue }
      if let distance = EditDistance.steps(form, other, limit: limit) {
        found.append((Int(place), distance))
      }
    }
    return Array(found.sorted { ($0.distance, $0.place) < ($1.distance, $1.place) }.prefix(3))
  }

  private static func groups(_ form: [UInt8]) -> [UInt32] {
    let bounded = [UInt8(ascii: "^")] + form + [UInt8(ascii: "$")]
    guard bounded.count >= 3 else { return [] }
    return (0...bounded.count - 3).map { place in
      UInt32(bounded[place]) << 16 | UInt32(bounded[place + 1]) << 8 | UInt32(bounded[place + 2])
    }
  }
}
