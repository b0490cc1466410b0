import Testing

@testable import Model
@testable import Store

/// The case that `StoreProbe save` writes.
enum StoreProbeCase {
  /// Holds that a save and its line in the trail stand or fall together, and so do all its answers.
  static func expectWhole(_ found: Case, in store: SQLiteStore, _ place: String) throws {
    #expect(try store.events(for: found.id).count == found.revision, "\(place)")
    let values = Set(found.answers.map { $0.answer.value.split(separator: " ").first ?? "" })
    #expect(values == (found.revision == 1 ? [] : ["\(found.revision)"]), "\(place)")
  }
}
