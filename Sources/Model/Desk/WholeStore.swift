/// What a store is, beside what it keeps: copies of it have it alike.
package struct StoreHeading: Hashable, Sendable {
  /// The identity the store got when it was made: 32 hexadecimal digits.
  package let identity: String
  package let created: Timestamp
  /// What makes the letters of the codes that callers are given: 32 bytes.
  package let codeKey: [UInt8]
  /// The highest number that a case has had, also one that is deleted.
  package let lastCase: Int64
  /// Where the trail begins, and where it ends.
  package let start: TrailHead
  package let head: TrailHead

  package init(
    identity: String,
    created: Timestamp,
    codeKey: [UInt8],
    lastCase: Int64,
    start: TrailHead,
    head: TrailHead
  ) {
    self.identity = identity
    self.created = created
    self.codeKey = codeKey
    self.lastCase = lastCase
    self.start = start
    self.head = head
  }
}

/// A case with all that a store keeps beside it.
package struct WholeCase: Hashable, Codable, Sendable {
  package struct Note: Hashable, Codable, Sendable {
    /// What orders the notes; no number is higher than that of the trail's last line.
    package let id: Int64
    package var text: String
    package let when: Timestamp
    package let who: UInt32?

    package init(id: Int64, text: String, when: Timestamp, who: UInt32?) {
      self.id = id
      self.text = text
      self.when = when
      self.who = who
    }
  }

  package struct Desk: Hashable, Codable, Sendable {
    package var desk: DeskCase
    /// The line of the trail by which the queue is ordered.
    package let stamp: Int64
    /// How it stood before the last act, with the line of that act.
    package let former: DeskFormer?
    package let formerEvent: Int64?

    package init(desk: DeskCase, stamp: Int64, former: DeskFormer?, formerEvent: Int64?) {
      self.desk = desk
      self.stamp = stamp
      self.former = former
      self.formerEvent = formerEvent
    }
  }

  /// What one call came to.
  package struct Call: Hashable, Codable, Sendable {
    /// From 1 up.
    package let number: Int64
    package let day: Day
    package let outcome: CallOutcome
    package let service: String?
    /// On whom the ID is registered.
    package let owner: String?
    package let role: CallerRole?
    package let reopened: Bool
    package let isLast: Bool

    package init(
      number: Int64,
      day: Day,
      outcome: CallOutcome,
      service: String?,
      owner: String?,
      role: CallerRole?,
      reopened: Bool,
      isLast: Bool
    ) {
      self.number = number
      self.day = day
      self.outcome = outcome
      self.service = service
      self.owner = owner
      self.role = role
      self.reopened = reopened
      self.isLast = isLast
    }
  }

  /// A number to ring back on, as it stands in the store.
  package struct Callback: Hashable, Codable, Sendable {
    package let number: String
    package let due: Day
    package let last: Day

    package init(number: String, due: Day, last: Day) {
      self.number = number
      self.due = due
      self.last = last
    }
  }

  package var kept: Case
  /// The line of the trail by which the lists are ordered.
  package let lastEvent: Int64
  package var notes: [Note]
  package var desk: Desk?
  package let calls: [Call]
  package let callback: Callback?

  package init(
    kept: Case,
    lastEvent: Int64,
    notes: [Note],
    desk: Desk?,
    calls: [Call],
    callback: Callback?
  ) {
    self.kept = kept
    self.lastEvent = lastEvent
    self.notes = notes
    self.desk = desk
    self.calls = calls
    self.callback = callback
  }

  /// The case as a store may keep it.
  package func storable(_ clean: (String, FieldID?) -> String) -> WholeCase {
    var result = self
    result.kept = kept.shown(clean)
    for index in notes.indices { result.notes[index].text = clean(notes[index].text, nil) }
    if let caller = desk?.desk.caller { result.desk?.desk.caller = caller.storable(clean) }
    return result
  }

  /// What it is found by: its own words, those of the caller, and how the last call ended.
  package func words(_ words: CaseWords) -> (own: Set<String>, said: [String], result: String?) {
    let last = calls.last { $0.isLast }
    return (
      words.of(kept.content), CaseWords.words(desk?.desk.caller.words ?? ""),
      last.map { ":result:\($0.outcome.result.rawValue)" }
    )
  }
}

/// A line of the trail with its digest.
package struct WholeLine: Hashable, Sendable {
  package let line: TrailLine
  package let digest: [UInt8]

  package init(_ line: TrailLine, digest: [UInt8]) {
    self.line = line
    self.digest = digest
  }
}

/// A store as it stands at one moment, to be read from end to end.
///
/// Nothing is redacted: whoever reads it does that.
package protocol WholeStore {
  /// What a failure names.
  var path: String { get }

  func heading() throws(StoreFailure) -> StoreHeading

  /// The cases that follow one, by their numbers.
  ///
  /// - Throws: `StoreFailure.unreadable` for one that is damaged.
  func wholeCases(after id: Int64, limit: Int) throws(StoreFailure) -> [WholeCase]

  /// The lines of the trail that follow one.
  func wholeLines(after line: Int64, limit: Int) throws(StoreFailure) -> [WholeLine]

  /// What is counted of cases that are gone.
  func keptTallies() throws(StoreFailure) -> [Tally]

  /// What is counted of cases that have been taken up on the day they waited for, or later, or are gone.
  func keptFollowUps() throws(StoreFailure) -> [FollowUps]
}

/// A store that nothing is kept in yet, on its way to be another's copy.
///
/// Nobody sees any of it before all of it is there.
package protocol FillableStore: WholeStore {
  func add(_ cases: [WholeCase]) throws(StoreFailure)
  func add(_ lines: [WholeLine]) throws(StoreFailure)
  func add(_ tallies: [Tally]) throws(StoreFailure)
  func add(_ followUps: [FollowUps]) throws(StoreFailure)

  /// Makes it the same store as another; called last.
  func take(_ heading: StoreHeading) throws(StoreFailure)
}
