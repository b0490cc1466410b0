import Model
import Wording

/// Carries out what the desk asks of the store.
extension StoreEffects {
  /// Carries out one effect; a refusal is an event as well.
  mutating func carryOut(_ effect: DeskEffect) -> Event? {
    do throws(DeskFailure) {
      return try attempt(effect).map { .desk($0) }
    } catch {
      switch error {
      case .refused(let refusal): return .desk(.refused(refusal, by: refusal.holder.flatMap(name)))
      case .store(let failure):
        if case .begin(_, _, let handle) = effect {
          return .saveFailed(handle, key: failure.textKey, values: failure.textValues)
        }
        return .storeFailed(key: failure.textKey, values: failure.textValues)
      }
    }
  }

  private mutating func attempt(_ effect: DeskEffect) throws(DeskFailure) -> DeskEvent? {
    let (store, agent) = (store, agent)
    switch effect {
    case .begin(let draft, let caller, let handle):
      let entry = try store.begin(draft, caller, by: agent)
      try hold(entry.id, as: handle)
      return .begun(handle, entry)
    case .open(let id, let act, let handle):
      let entry: DeskEntry
      if let act {
        entry = try store.perform(act, on: id, by: agent)
      } else {
        entry = try store.entry(id)
      }
      let found = try hold(id, as: handle)
      return .opened(
        handle,
        found,
        entry,
        notes: try DeskFailure.asking { () throws(StoreFailure) in
          try store.notes(for: id)
        }
      )
    case .find(let code):
      let id = try DeskFailure.asking { () throws(StoreFailure) in try CaseID(code: code, in: store)
      }
      return id.map { .found($0) } ?? .noSuchCode
    case .perform(let act, let handle):
      guard let id = number(of: handle) else { return nil }
      let entry = try store.perform(act, on: id, by: agent)
      try hold(id, as: handle)
      return .entry(handle, entry)
    case .act(let act, let id): return .acted(try store.perform(act, on: id, by: agent))
    case .undo(let id): return .acted(try store.undo(id, by: agent))
    case .describe(let caller, let handle):
      guard let id = number(of: handle) else { return nil }
      return .entry(handle, try store.describe(caller, of: id))
    case .note(let text, let handle):
      guard let id = number(of: handle) else { return nil }
      _ = try DeskFailure.asking { () throws(StoreFailure) in
        try store.addNote(text, to: id, by: agent)
      }
      return .noted(handle)
    case .similar(let likeness, let handle):
      return .similar(
        handle,
        try DeskFailure.asking { () throws(StoreFailure) in try store.similar(to: likeness) }
      )
    case .list(let query):
      queue = query
      return .queue(try page(query, isAsked: true))
    case .leaveQueue:
      queue = nil
      return nil
    }
  }

  /// The queue as it stands now, where somebody is looking at it.
  func queueNow() -> Event? {
    guard let queue, let page = try? page(queue, isAsked: false) else { return nil }
    return .desk(.queue(page))
  }

  private func page(_ query: DeskQuery, isAsked: Bool) throws(DeskFailure) -> QueuePage {
    try DeskFailure.asking { () throws(StoreFailure) in
      let entries = try store.queue(
        query.section,
        for: agent,
        limit: query.limit,
        offset: 0,
        answers: Wording.queueFields
      )
      var counts: [DeskSection: Int] = [:]
      for section in DeskSection.allCases where section != .all {
        counts[section] = try store.queueCount(section, for: agent, upTo: Wording.countCap + 1)
      }
      return QueuePage(query, entries: entries, counts: counts, isAsked: isAsked)
    }
  }

  /// Goes on with a case as the store holds it now.
  @discardableResult
  private mutating func hold(_ id: CaseID, as handle: CaseHandle) throws(DeskFailure) -> Case {
    let store = store
    let found = try DeskFailure.asking { () throws(StoreFailure) in try store.load(id) }
    open[handle] = OpenCase(saved: found)
    return found
  }

  private func number(of handle: CaseHandle) -> CaseID? { open[handle]?.saved.id }
}

extension DeskRefusal {
  /// Who has the case.
  fileprivate var holder: AgentID? {
    if case .taken(_, let agent) = self { agent } else { nil }
  }
}
