import Synchronization

/// A store that lasts as long as the process; it gives the same answers as the one on disk.
package final class MemoryCaseStore: CaseStore {
  let mutex = Mutex(MemoryCases())
  let now: @Sendable () -> Timestamp
  let words: CaseWords
  private let redact: @Sendable (String, FieldID?) -> String

  /// Makes an empty store.
  ///
  /// - Parameters:
  ///   - words: What cases are found by.
  ///   - redact: Takes out what must not be kept from every text before it is kept.
  package init(
    now: @escaping @Sendable () -> Timestamp,
    words: CaseWords = .plain,
    redact: @escaping @Sendable (String, FieldID?) -> String = { text, _ in text }
  ) {
    self.words = words
    self.now = now
    self.redact = redact
  }

  /// All that is held; it can be kept and put back.
  package var contents: MemoryCases {
    get { mutex.withLock(\.self) }
    set { mutex.withLock { $0 = newValue } }
  }

  package func create(_ draft: CaseDraft) throws(StoreFailure) -> Case {
    let content = draft.storable(storable)
    let moment = now()
    return try mutex.withLock { cases throws(StoreFailure) in
      try cases.create(content, at: moment)
    }
  }

  package func save(_ edited: Case) throws(StoreFailure) -> Case {
    let content = edited.content.storable(storable)
    let moment = now()
    do throws(StoreFailure) {
      return try mutex.withLock { cases throws(StoreFailure) in
        try cases.save(content, on: edited, at: moment)
      }
    } catch {
      guard case .conflict(let current) = error else { throw error }
      throw .conflict(current: current.shown(storable))
    }
  }

  package func load(_ id: CaseID) throws(StoreFailure) -> Case {
    guard let found = mutex.withLock({ $0.find(id) }) else { throw .noSuchCase(id) }
    return found.shown(storable)
  }

  package func revision(of id: CaseID) -> Int? { mutex.withLock { $0.find(id)?.revision } }

  package func delete(_ ids: [CaseID]) throws(StoreFailure) {
    let moment = now()
    try mutex.withLock { cases throws(StoreFailure) in try cases.delete(ids, at: moment) }
  }

  package func summaries(
    matching text: String? = nil,
    statuses: [CaseStatus] = CaseStatus.allCases,
    flows: [FlowID]? = nil,
    limit: Int,
    offset: Int = 0,
    answers fields: [FieldID] = []
  ) throws(StoreFailure) -> [CaseSummary] {
    let found = try list(text, statuses, flows)
    return Self.page(found, limit, offset).map { $0.shown(storable).summary(with: fields, words) }
  }

  /// The cases of a list, the one changed last first.
  func list(_ text: String?, _ statuses: [CaseStatus], _ flows: [FlowID]?)
    throws(StoreFailure) -> [Case]
  {
    let search = try CaseSearch(text ?? "", words)
    let moment = now()
    let cases = contents
    return cases.list(statuses: statuses, flows: flows).filter { found in
      guard !search.terms.isEmpty else { return true }
      return search.fits(
        found,
        words: words.of(found.content).union(cases.desk[found.id]?.words ?? []),
        code: code(of: found.id),
        at: moment
      )
    }
  }

  package func count(
    matching text: String? = nil,
    statuses: [CaseStatus] = CaseStatus.allCases,
    flows: [FlowID]? = nil,
    upTo most: Int = -1
  ) throws(StoreFailure) -> Int {
    Self.page(try list(text, statuses, flows), most, 0).count
  }

  package func summary(
    of flow: FlowID,
    answering field: FieldID,
    with value: String,
    except own: CaseID?
  ) -> CaseSummary? {
    mutex.withLock { $0.list(statuses: CaseStatus.allCases, flows: [flow]) }
      .first { found in
        let answer = found.content.answer(in: field)?.value
        return found.id != own && answer.map { $0.utf8.elementsEqual(value.utf8) } == true
      }?.shown(storable).summary(with: [], words)
  }

  package func due(
    on day: Day,
    limit: Int = -1,
    offset: Int = 0,
    answers fields: [FieldID] = []
  ) -> [CaseSummary] {
    let found = mutex.withLock { $0.due(on: day) }
    return Self.page(found, limit, offset).map { $0.shown(storable).summary(with: fields, words) }
  }

  package func dueCount(on day: Day, upTo most: Int = -1) -> Int {
    Self.page(mutex.withLock { $0.due(on: day) }, most, 0).count
  }

  package func setting(_ key: String) -> String? { mutex.withLock { $0.settings[key] } }

  package func setSetting(_ key: String, to value: String?) throws(StoreFailure) {
    if value != nil { try MemoryCases.check(key) }
    let kept = value.map { storable($0) }
    mutex.withLock { $0.settings[key] = kept }
  }

  package func purge(_ retention: Retention, dryRun: Bool = false) throws(StoreFailure)
    -> PurgeReport
  {
    let moment = now()
    return try mutex.withLock { cases throws(StoreFailure) in
      try cases.purge(retention, dryRun: dryRun, at: moment)
    }
  }

  /// A text as it may be kept: redacted, and without the NUL at which SQLite would cut it.
  func storable(_ text: String, _ field: FieldID? = nil) -> String {
    redact(Self.clean(text), field)
  }

  package static func clean(_ text: String) -> String { text.replacing("\0", with: "\u{FFFD}") }

  /// A page of a list; a negative limit takes all that follows.
  static func page<Item>(_ items: [Item], _ limit: Int, _ offset: Int) -> ArraySlice<Item> {
    let rest = items.dropFirst(max(0, offset))
    return limit < 0 ? rest : rest.prefix(limit)
  }
}

extension Case {
  func summary(with fields: [FieldID], _ words: CaseWords) -> CaseSummary {
    let answers = fields.compactMap { field in
      content.answer(in: field).map { (field, $0.value) }
    }
    return CaseSummary(
      id: id,
      flow: content.flow,
      status: content.status,
      step: content.step,
      title: content.title,
      created: created,
      updated: updated,
      answers: Dictionary(answers, uniquingKeysWith: { $1 }),
      marks: fields.isEmpty ? [] : words.of(content).filter { $0.hasPrefix(":") }.sorted()
    )
  }
}
