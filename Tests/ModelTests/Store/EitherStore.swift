import Synchronization
import TestSupport

@testable import Model
@testable import Store

/// The implementations of `CaseStore`.
enum EitherStore: CaseIterable {
  case sqlite, memory

  func open(in folder: TemporaryFolder, _ clock: SetClock) throws -> any CaseStore {
    let redact: @Sendable (String, FieldID?) -> String = { text, _ in
      text.replacing("secret", with: "***")
    }
    return switch self {
    case .sqlite:
      try SQLiteStore.open(at: folder.location, now: { clock.moment }, redact: redact)
    case .memory: MemoryCaseStore(now: { clock.moment }, redact: redact)
    }
  }
}

/// A clock that shows what it is set to.
final class SetClock: Sendable {
  private let seconds = Mutex<Int64>(1_795_438_800)

  var moment: Timestamp { Timestamp(rawValue: seconds.withLock { $0 }) }

  func advance(days: Int64) { seconds.withLock { $0 += days * 86_400 } }
}
