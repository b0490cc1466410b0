import Synchronization
import TestSupport

@testable import Model
@testable import Store

/// The implementations of `CaseStore`.
enum EitherStore: CaseIterable {
  case sqlite, memory
  #if PostgreSQL
  case server
  #endif

  /// A catalogue of one message, and the shapes of those that are not in it.
  static let words = CaseWords(
    parts: { draft in
      var marks: Set = [":status:\(draft.status.rawValue)"]
      if let message = draft.answer(in: .message)?.value { marks.insert(":message:\(message)") }
      if let shape = draft.unknownShape { marks.insert(":shape:\(shape.text)") }
      return CaseWords.Parts(
        texts: [draft.title] + draft.answers.map(\.answer.value),
        marks: marks
      )
    },
    meanings: { word in
      ["e2", "passord"].contains { $0.hasPrefix(word) } ? [":message:E2"] : []
    },
    limit: { ["siden": .since, "utfall": .result][$0] }
  )

  func open(in folder: TemporaryFolder, _ clock: SetClock) throws -> any DeskStore {
    let redact: @Sendable (String, FieldID?) -> String = { text, _ in
      text.replacing("secret", with: "***")
    }
    switch self {
    case .sqlite:
      return try SQLiteStore.open(
        at: folder.location,
        words: Self.words,
        now: { clock.moment },
        redact: redact
      )
    case .memory:
      return MemoryCaseStore(now: { clock.moment }, words: Self.words, redact: redact)
    #if PostgreSQL
    case .server: return try ServerDesk(clock, redact: redact)
    #endif
    }
  }
}

/// A clock that shows what it is set to.
final class SetClock: Sendable {
  private let seconds = Mutex<Int64>(1_795_438_800)
  /// Those whose clock is elsewhere.
  private let others = Mutex<[@Sendable (Int64) -> Void]>([])

  var moment: Timestamp { Timestamp(rawValue: seconds.withLock { $0 }) }

  func advance(days: Int64) {
    seconds.withLock { $0 += days * 86_400 }
    for other in others.withLock({ $0 }) { other(moment.rawValue) }
  }

  /// Tells a clock that is elsewhere what it is to show, now and whenever that changes.
  func tell(_ other: @escaping @Sendable (Int64) -> Void) {
    others.withLock { $0.append(other) }
    other(moment.rawValue)
  }
}
