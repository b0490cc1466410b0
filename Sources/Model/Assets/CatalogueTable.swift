/// One line of a table of `assets/catalogues/`.
package protocol CatalogueEntry: Decodable, Provenance {
  associatedtype ID: Hashable & Sendable & CustomStringConvertible

  /// The name of the table's file, without folder and ending.
  static var table: String { get }
  /// What other tables and the code know the entry by; unique in its table.
  var id: ID { get }
}

/// A table of the catalogue in the order of its file, with look-up by id.
package struct CatalogueTable<Entry: CatalogueEntry>: Sendable {
  /// All entries, in the order of the file, which is the order people are shown.
  package let entries: [Entry]
  private let places: [Entry.ID: Int]

  /// Reads `catalogues/<table>.json`.
  ///
  /// - Throws: `AssetSource.Failure` when the file is missing, malformed, or holds an id twice.
  package init(from assets: AssetSource) throws(AssetSource.Failure) {
    let name = "catalogues/\(Entry.table).json"
    try self.init(assets.decode([Entry].self, from: name), named: name)
  }

  /// Makes a table of entries at hand.
  ///
  /// - Throws: `AssetSource.Failure.malformed` when an id occurs twice.
  package init(_ entries: [Entry], named name: String) throws(AssetSource.Failure) {
    var places: [Entry.ID: Int] = [:]
    for (place, entry) in entries.enumerated()
    where places.updateValue(place, forKey: entry.id) != nil {
      throw .malformed(name, detail: "duplicate id \(entry.id)")
    }
    self.entries = entries
    self.places = places
  }

  /// Makes an empty table.
  init() {
    entries = []
    places = [:]
  }

  /// The entry of an id, or `nil` when the table has none.
  package subscript(id: Entry.ID) -> Entry? { places[id].map { entries[$0] } }

  /// The place of an id in the table's order, or `nil` when the table has none.
  package func place(of id: Entry.ID) -> Int? { places[id] }
}
