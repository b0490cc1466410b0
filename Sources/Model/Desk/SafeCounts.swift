/// Counts of which none that is small can be told from what is shown, though it is known what they add up to.
///
/// What is from 1 to 4 is hidden, and with it the smallest count that is not, wherever it stands, so that two
/// hidden counts may as well have changed places. Hidden counts are not told apart. Official statistics hide
/// what is below 3 or 5.
package struct SafeCounts: Equatable, Sendable {
  package struct Row: Equatable, Sendable {
    package let name: String
    /// `nil` is hidden.
    package let count: Int?
  }

  package let rows: [Row]

  /// The least count that is shown, other than none.
  package static let least = 5

  /// - Parameter counts: Each name once, in the order in which they are shown.
  package init(_ counts: [(name: String, count: Int)]) {
    let total = counts.map(\.count).reduce(0, +)
    let met = counts.filter { $0.count > 0 }
    // A sum that is small itself, or as many as there are names, tells each of them.
    guard total >= Self.least || met.isEmpty, met.isEmpty || total > met.count else {
      rows = []
      return
    }
    let isSafe = met.allSatisfy { $0.count >= Self.least }
    let next = met.map(\.count).filter { $0 >= Self.least }.min() ?? Self.least
    rows = counts.map { name, count in
      Row(name: name, count: isSafe || count == 0 || count > next ? count : nil)
    }
  }

  private init(rows: [Row]) { self.rows = rows }

  /// The same with what is hidden last and by name, so that no order tells which of them is larger.
  var byShown: SafeCounts {
    let hidden = rows.filter { $0.count == nil }.sorted { $0.name < $1.name }
    return SafeCounts(rows: rows.filter { $0.count != nil } + hidden)
  }

  /// The count of a name; `nil` where it is hidden or not there.
  package subscript(_ name: String) -> Int? { rows.first { $0.name == name }?.count }
}
