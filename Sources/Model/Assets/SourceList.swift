/// A source of facts about Altinn: one entry of `assets/catalogues/common/sources.json`.
package struct Source: Decodable, Equatable, Sendable {
  /// The short name that entries of catalogues use under `source`, such as `P1` or `R2`.
  package let key: String
  /// What it is and where it is found, in English.
  package let title: String
  /// The rules that the program takes from it.
  package let rules: [String]?
  /// The day of the copy that was read, as `YYYY-MM-DD`, where what it says may since have changed.
  package let asOf: String?
  /// Whether it must be read again before a release, since it was still changing.
  package let readAgain: Bool?
}

/// Every source, in the order of the file.
package struct SourceList: Sendable {
  package let sources: [Source]
  /// The short names of all sources.
  package let keys: Set<String>

  /// Reads `catalogues/common/sources.json`.
  ///
  /// - Throws: `AssetSource.Failure` when the file is missing, malformed, or holds a key twice.
  package init(from assets: AssetSource) throws(AssetSource.Failure) {
    let name = "catalogues/common/sources.json"
    self.init(of: try assets.decode([Source].self, from: name))
    if keys.count != sources.count { throw .malformed(name, detail: "duplicate key") }
  }

  /// Makes a list of sources at hand.
  package init(of sources: [Source]) {
    self.sources = sources
    keys = Set(sources.map(\.key))
  }

  /// Holds entries of a catalogue to naming only sources of the list.
  ///
  /// - Parameter name: The file the entries are from.
  /// - Throws: `AssetSource.Failure.malformed` with the first name that is not in the list.
  package func check(_ entries: [some Provenance], from name: String) throws(AssetSource.Failure) {
    for key in entries.flatMap(\.source) where !keys.contains(key) {
      throw .malformed(name, detail: "unknown source \(key)")
    }
  }

  /// Holds a table to naming only sources of the list.
  package func check<Entry>(_ table: CatalogueTable<Entry>) throws(AssetSource.Failure) {
    for entry in table.entries { try check([entry], from: Entry.file(of: entry.edition)) }
  }

  /// The day that what an entry says holds for: that of the oldest copy it rests on, if it has one.
  package func asOf(_ entry: some Provenance) -> String? {
    sources.filter { entry.source.contains($0.key) }.compactMap(\.asOf).min()
  }

  /// Whether an entry must be held against its sources again before a release.
  package func mustReadAgain(_ entry: some Provenance) -> Bool {
    sources.contains { entry.source.contains($0.key) && $0.readAgain ?? false }
  }

  /// The sources in which a rule is written.
  package func keys(for rule: String) -> [String] {
    sources.filter { $0.rules?.contains(rule) ?? false }.map(\.key)
  }
}
