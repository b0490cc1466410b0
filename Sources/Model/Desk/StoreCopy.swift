import Foundation

/// What a store holds, counted and digested: two that are the same have it alike.
package struct StoreMeasure: Hashable, Sendable {
  package let heading: StoreHeading
  package fileprivate(set) var cases = 0
  package fileprivate(set) var lines = 0
  package fileprivate(set) var tallies = 0
  /// Of all cases and counts; the trail has one in its head.
  private var digest: [UInt8] = []

  fileprivate init(_ heading: StoreHeading) { self.heading = heading }

  fileprivate mutating func add(_ value: some Encodable) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    // These values always have a form.
    let bytes = (try? encoder.encode(value)).map(Array.init) ?? []
    digest = SHA256.digest(digest + bytes)
  }
}

/// What came of copying a store.
package struct StoreCopied: Hashable, Sendable {
  package let measure: StoreMeasure
  /// Whether it was copied now, and not there already.
  package let isNew: Bool
  /// How many the trail knows who have no name where it is now.
  package let nameless: Int

  package init(_ measure: StoreMeasure, isNew: Bool, nameless: Int = 0) {
    self.measure = measure
    self.isNew = isNew
    self.nameless = nameless
  }
}

/// Copies a whole store into an empty one, and holds the two against each other.
package enum StoreCopy {
  /// So much is read at a time.
  private static let page = 200

  /// Copies all of a store, reads the copy back and compares.
  ///
  /// - Parameter clean: Takes out what must not be kept from every text.
  /// - Throws: `StoreFailure.unsound` where the trail of the store does not fit, `.unreadable` for a case that is
  ///   damaged, `.copyDiffers` where the copy is not the same.
  package static func copy(
    _ source: some WholeStore,
    to target: some FillableStore,
    _ clean: (String, FieldID?) -> String
  ) throws(StoreFailure) -> StoreMeasure {
    let given = try walk(
      source,
      clean,
      { cases throws(StoreFailure) in try target.add(cases) },
      { lines throws(StoreFailure) in try target.add(lines) },
      { tallies throws(StoreFailure) in try target.add(tallies) },
      { followUps throws(StoreFailure) in try target.add(followUps) }
    )
    try target.take(given.heading)
    guard try measure(target) == given else { throw .copyDiffers(path: target.path) }
    return given
  }

  /// What a store holds.
  ///
  /// - Parameter clean: Takes out what must not be kept, as when it is copied.
  package static func measure(
    _ store: some WholeStore,
    _ clean: (String, FieldID?) -> String = { text, _ in text }
  ) throws(StoreFailure) -> StoreMeasure {
    try walk(store, clean, { _ in }, { _ in }, { _ in }, { _ in })
  }

  private static func walk(
    _ store: some WholeStore,
    _ clean: (String, FieldID?) -> String,
    _ takeCases: ([WholeCase]) throws(StoreFailure) -> Void,
    _ takeLines: ([WholeLine]) throws(StoreFailure) -> Void,
    _ takeTallies: ([Tally]) throws(StoreFailure) -> Void,
    _ takeFollowUps: ([FollowUps]) throws(StoreFailure) -> Void
  ) throws(StoreFailure) -> StoreMeasure {
    let heading = try store.heading()
    var measure = StoreMeasure(heading)
    var last = Int64.min
    while true {
      let cases = try store.wholeCases(after: last, limit: page).map { $0.storable(clean) }
      guard let end = cases.last else { break }
      try takeCases(cases)
      for one in cases { measure.add(one) }
      measure.cases += cases.count
      last = end.kept.id.rawValue
    }
    var head = heading.start
    while true {
      let lines = try store.wholeLines(after: head.event, limit: page)
      guard !lines.isEmpty else { break }
      for line in lines {
        let next = head.followed(by: line.line)
        guard next.event == head.event + 1, next.digest == line.digest else {
          throw .unsound(path: store.path)
        }
        head = next
      }
      try takeLines(lines)
      measure.lines += lines.count
    }
    guard head == heading.head else { throw .unsound(path: store.path) }
    let tallies = try store.keptTallies().merged
    try takeTallies(tallies)
    for tally in tallies { measure.add(tally) }
    measure.tallies = tallies.count
    let followUps = try store.keptFollowUps().merged
    try takeFollowUps(followUps)
    for counted in followUps { measure.add(counted) }
    return measure
  }
}
