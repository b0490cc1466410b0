import Model
import Screens
import Synchronization

/// A store in memory behind the program's own ``StoreEffects``, which does what it is asked for when it
/// is told to.
struct SlowStore {
  /// The day it is, counted from the first one.
  private final class Clock: Sendable {
    let days = Mutex(0)

    var today: Day? { Day("2026-11-\(23 + days.withLock { min($0, 7) })") }
  }

  private let clock: Clock
  private let cases: MemoryCaseStore
  private var effects: StoreEffects
  private var waiting: [Effect] = []
  /// The open cases as they were last saved or read here.
  private(set) var open: [CaseHandle: Case] = [:]

  init() {
    let clock = Clock()
    self.clock = clock
    cases = MemoryCaseStore(now: { Case.someTime })
    effects = StoreEffects(cases) { clock.today }
  }

  /// What is on the disk; a copy of the whole does not copy this.
  var disk: MemoryCases {
    get { cases.contents }
    nonmutating set { cases.contents = newValue }
  }

  /// Whether all it was asked for is done.
  var isIdle: Bool { waiting.isEmpty }

  /// Takes on something to do.
  mutating func ask(_ effect: Effect) { waiting.append(effect) }

  /// Does the oldest thing it was asked for.
  mutating func answer() -> Event? {
    guard !waiting.isEmpty else { return nil }
    let effect = waiting.removeFirst()
    switch effect {
    case .copy: return .copied(clock.days.withLock { $0.isMultiple(of: 2) })
    case .write(let name, _): return .written(path: "/home/kari/\(name)")
    case .release(let handle): open[handle] = nil
    default: break
    }
    let event = effects.carryOut(effect)
    switch event {
    case .saved(let handle, let id): open[handle] = disk.find(id)
    case .opened(let handle, let found): open[handle] = found
    default: break
    }
    return event
  }

  /// Fails to do the oldest thing it was asked for.
  mutating func fail() -> Event? {
    guard let effect = waiting.first else { return nil }
    let (key, values) = ("store.failure.busy", ["path": "/home/kari/veiviser.db"])
    switch effect {
    case .release: return answer()
    case .quit, .suspend, .redraw, .lookUp, .keepTraining, .classroom:
      waiting.removeFirst()
      return nil
    case .save(_, let handle):
      waiting.removeFirst()
      return .saveFailed(handle, key: key, values: values)
    default:
      waiting.removeFirst()
      return .storeFailed(key: key, values: values)
    }
  }

  /// Does all it was asked for and forgets what is open, as when the program ends.
  mutating func finish() {
    while !waiting.isEmpty { _ = answer() }
    effects = StoreEffects(cases) { [clock] in clock.today }
    open = [:]
  }

  /// Saves the open cases behind the back of the person.
  func meddle() {
    // In an order that is the same each time.
    for id in Set(open.values.map(\.id)).sorted() {
      if let found = disk.find(id) { _ = try? cases.save(found) }
    }
  }

  func midnight() { clock.days.withLock { $0 += 1 } }

  /// Puts a case there, with what no program of today would save.
  func put(_ seed: UInt64) -> CaseID {
    let ids = ((try? cases.summaries(limit: -1)) ?? []).map(\.id)
    if ids.count > 90 { try? cases.delete(ids.suffix(60)) }
    let id = CaseID(rawValue: (ids.map(\.rawValue).max() ?? 1_000) + 1)
    disk.hold(.leftBehind(id, seed: seed))
    return id
  }
}
