import Model
import Store
import TestSupport

extension TemporaryFolder {
  /// The cases in the store of this folder, what was touched last first.
  func kept() throws -> [Case] {
    let store = try SQLiteStore.open(
      at: StoreLocation(directory: file("store")),
      now: { Timestamp.now() },
      redact: { text, _ in text }
    )
    return try store.summaries(limit: -1).map { try store.load($0.id) }
  }
}
