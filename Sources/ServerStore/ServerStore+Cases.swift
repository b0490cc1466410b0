#if PostgreSQL
package import Model
import Synchronization

extension ServerStore: CaseStore {
  package func create(_ draft: CaseDraft) throws(StoreFailure) -> Case {
    try insert(draft.storable(storable), nil)
  }

  /// Keeps a new case, as a call where there is a caller.
  ///
  /// - Parameter content: The case as it may be kept.
  func insert(_ content: CaseDraft, _ caller: Caller?) throws(StoreFailure) -> Case {
    // The server fills in the days.
    var kept = content.following(CaseDraft(flow: content.flow), on: nil)
    var change = Change(content: kept, words: words.of(kept).sorted())
    change.caller = caller
    change.callerWords = caller.map { CaseWords.words($0.words) }
    let made = try tell("create", change)
    guard let id = made.id, let moment = made.moment else { throw .refused(path: Self.path) }
    kept.rounds = made.rounds ?? []
    return noted(Case(id: id, revision: 1, created: moment, updated: moment, content: kept))
  }

  package func save(_ edited: Case) throws(StoreFailure) -> Case {
    let draft = edited.content.storable(storable)
    let before = try before(edited)
    guard before.revision == edited.revision else {
      throw .conflict(current: before.shown(storable))
    }
    var kept = draft.following(before.content, on: nil)
    var change = Change(id: edited.id, revision: edited.revision, content: kept)
    change.words = words.of(kept).sorted()
    let saved: Changed
    do throws(ServerTrouble) {
      saved = try self.change("save", change)
    } catch {
      switch error {
      case .stale: throw .conflict(current: try load(edited.id))
      case .noSuchCase: throw .noSuchCase(edited.id)
      default: throw StoreFailure(error)
      }
    }
    kept.rounds = saved.rounds ?? []
    return noted(
      Case(
        id: edited.id,
        revision: edited.revision + 1,
        created: before.created,
        updated: saved.moment ?? before.updated,
        content: kept
      )
    )
  }

  /// How the server has a case that somebody has edited; it need not be asked for what was just seen of it.
  private func before(_ edited: Case) throws(StoreFailure) -> Case {
    if let seen = latest.withLock({ $0 }), seen.id == edited.id, seen.revision == edited.revision {
      return seen
    }
    guard let found = try fetch(edited.id) else { throw .noSuchCase(edited.id) }
    return found
  }

  private func noted(_ found: Case) -> Case {
    latest.withLock { $0 = found }
    return found
  }

  package func load(_ id: CaseID) throws(StoreFailure) -> Case {
    guard let found = try fetch(id) else { throw .noSuchCase(id) }
    return found.shown(storable)
  }

  package func revision(of id: CaseID) throws(StoreFailure) -> Int? {
    try ask("SELECT revision FROM veiviser.case_file WHERE id = $1", [id.text]).first?.values[0]
      .flatMap { Int($0) }
  }

  package func delete(_ ids: [CaseID]) throws(StoreFailure) {
    guard !ids.isEmpty else { return }
    do throws(ServerTrouble) {
      _ = try change("delete", Change(ids: ids))
    } catch {
      guard error == .noSuchCase else { throw StoreFailure(error) }
      var seen: Set<CaseID> = []
      for id in ids {
        let isNew = seen.insert(id).inserted
        let revision = try revision(of: id)
        if !isNew || revision == nil { throw .noSuchCase(id) }
      }
      throw .busy(path: Self.path)
    }
  }

  package func setting(_ key: String) throws(StoreFailure) -> String? {
    try ask("SELECT veiviser.own_setting($1)", [key]).first?.values[0]
  }

  package func setSetting(_ key: String, to value: String?) throws(StoreFailure) {
    _ = try tell("setting", Change(key: key, value: value.map { storable($0) }))
  }

  package func purge(_ retention: Retention, dryRun: Bool) throws(StoreFailure) -> PurgeReport {
    guard dryRun else {
      var (deleted, lines): ([FlowID: [Int64]], Int) = ([:], 0)
      while true {
        let made = try tell("purge", Change(rules: retention.cases, trail: retention.trail))
        lines += made.lines ?? 0
        let gone = made.gone ?? [:]
        deleted.merge(gone) { $0 + $1 }
        guard !gone.isEmpty || made.more == true else { break }
      }
      return PurgeReport(dryRun: false, deleted: deleted, trailLines: lines)
    }
    let rows = try ask(
      """
      SELECT coalesce((SELECT jsonb_object_agg(flow, ids) FROM (
          SELECT flow, jsonb_agg(id) AS ids FROM veiviser.overdue($1::jsonb) GROUP BY flow) AS f), '{}'),
        veiviser.overdue_line($2) - start_event FROM veiviser.head
      """,
      [Change.json(retention.cases), "\(retention.trail)"]
    )
    return try read(rows) { row in
      PurgeReport(
        dryRun: true,
        deleted: try row.json(0),
        trailLines: Int(try row.number(1))
      )
    }.first ?? PurgeReport(dryRun: true, deleted: [:], trailLines: 0)
  }

  /// Makes a call; whatever is refused is told as a failure.
  func tell(_ act: String, _ what: Change) throws(StoreFailure) -> Changed {
    do throws(ServerTrouble) {
      return try change(act, what)
    } catch {
      if error == .noSuchCase, let id = what.id { throw .noSuchCase(id) }
      throw StoreFailure(error)
    }
  }

  private func fetch(_ id: CaseID) throws(StoreFailure) -> Case? {
    let rows = try ask(
      "SELECT revision, created, updated, content FROM veiviser.case_file WHERE id = $1",
      [id.text]
    )
    let found = try read(rows, of: id) { row in
      Case(
        id: id,
        revision: Int(try row.number(0)),
        created: try row.moment(1),
        updated: try row.moment(2),
        content: try row.json(3)
      )
    }.first
    return found.map(noted)
  }

  /// What rows say; what the program cannot have written is told as damage.
  func read<Value>(
    _ rows: [ServerRow],
    of id: CaseID? = nil,
    _ body: (ServerRow) throws -> Value
  ) throws(StoreFailure) -> [Value] {
    do {
      return try rows.map(body)
    } catch {
      throw id.map { .unreadable($0) } ?? .damaged(path: Self.path, what: .malformed)
    }
  }
}

extension CaseID {
  /// The number as a value that is sent.
  var text: String { "\(rawValue)" }
}
#endif
