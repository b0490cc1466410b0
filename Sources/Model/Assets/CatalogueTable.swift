/// One line of a table of `assets/catalogues/`; each portal has a folder with its own lines.
package protocol CatalogueEntry: Decodable, Provenance {
  associatedtype ID: Hashable & Sendable & CustomStringConvertible

  /// The name of the table's file, without folder and ending.
  static var table: String { get }
  /// What other tables and the code know the entry by; unique in its table.
  var id: ID { get }
}

extension CatalogueEntry {
  /// The file that holds the lines of a portal.
  static func file(of edition: PortalEdition) -> String {
    "catalogues/\(edition.rawValue)/\(table).json"
  }
}

extension AssetSource {
  /// Reads the rows of a file in the folder of a portal.
  ///
  /// - Throws: ``Failure`` when the file is missing or malformed, or when a row is of another portal.
  func rows<Row: Decodable & Provenance>(
    _ type: Row.Type,
    from name: String,
    of edition: PortalEdition
  ) throws(Failure) -> [Row] {
    let rows = try decode([Row].self, from: name)
    for row in rows where row.edition != edition {
      throw .malformed(name, detail: "a row of \(row.edition.rawValue)")
    }
    return rows
  }
}

/// A table of the catalogue in the order of its file, with look-up by id.
package struct CatalogueTable<Entry: CatalogueEntry>: Sendable {
  /// All entries, in the order of the file, which is the order people are shown.
  package let entries: [Entry]
  private let places: [Entry.ID: Int]

  /// Reads `catalogues/<portal>/<table>.json` of each portal that has the table.
  ///
  /// - Throws: `AssetSource.Failure` when no portal has it, or when a file is malformed, holds an id
  ///   that was there before, or holds a line of another portal.
  package init(
    from assets: AssetSource,
    of portals: [PortalEdition] = PortalEdition.allCases
  ) throws(AssetSource.Failure) {
    let having = portals.filter { assets.names.contains(Entry.file(of: $0)) }
    guard !having.isEmpty else { throw .missing("\(Entry.table).json") }
    var entries: [Entry] = []
    for edition in having {
      entries += try assets.rows(Entry.self, from: Entry.file(of: edition), of: edition)
    }
    try self.init(entries, named: "\(Entry.table).json")
  }

  /// Makes a table of entries at hand.
  ///
  /// - Throws: `AssetSource.Failure.malformed` when an id occurs twice.
  package init(_ entries: [Entry], named name: String) throws(AssetSource.Failure) {
    var places: [Entry.ID: Int] = [:]
    for (index, entry) in entries.enumerated()
    where places.updateValue(index, forKey: entry.id) != nil {
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
  package func index(of id: Entry.ID) -> Int? { places[id] }
}
