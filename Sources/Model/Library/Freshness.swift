/// How long the rows of a table may be told without somebody holding them against their source again.
///
/// Only of the Altinn in use: what has closed cannot be looked at any more.
package struct Freshness: Sendable {
  /// A row that has been told for too long.
  package struct Stale: Encodable, Equatable, Sendable {
    package let table: String
    package let id: String
    /// The day it was last held against its source.
    package let checked: String
  }

  private struct Row {
    let table: String
    let id: String
    let checked: String
    /// The last day of a rule that ends, which somebody must look at once it has passed.
    let ends: Day?
  }

  private struct Table: Decodable {
    /// For each table how many days a row may be told.
    let days: [String: Int]
  }

  private let days: [String: Int]
  private let rows: [Row]

  /// Reads the days, and of every table that has some the rows of the Altinn in use.
  package init(from assets: AssetSource) throws(AssetSource.Failure) {
    days = try assets.decode(Table.self, from: "catalogues/common/bestBefore.json").days
    let catalogue = Catalogue(from: assets)
    rows =
      try Self.rows(catalogue.table(MenuPath.self, of: .current))
      + Self.rows(catalogue.table(Service.self, of: .current))
      + Self.rows(catalogue.table(AccessPackage.self, of: .current))
      + Self.rows(catalogue.table(Action.self, of: .current))
      + Self.rows(catalogue.table(Product.self, of: .current))
      + Self.rows(catalogue.table(Expiry.self, of: .current)) { Day($0.lastDay) }
      + Message.catalogue(from: assets).filter { $0.edition == .current }.map {
        Row(table: "messages", id: $0.id, checked: $0.checked, ends: nil)
      }
  }

  private static func rows<Entry: CatalogueEntry>(
    _ table: CatalogueTable<Entry>,
    ends: (Entry) -> Day? = { _ in nil }
  ) -> [Row] {
    table.entries.map {
      Row(table: Entry.table, id: $0.id.description, checked: $0.checked, ends: ends($0))
    }
  }

  /// The rows past their best-before day: those checked too long ago, and rules that have ended since.
  package func stale(on today: Day) -> [Stale] {
    rows.filter { row in
      guard let checked = Day(row.checked) else { return true }
      let isOld = today.number - checked.number > days[row.table] ?? 0
      return isOld || row.ends.map { $0 < today && checked <= $0 } ?? false
    }.map { Stale(table: $0.table, id: $0.id, checked: $0.checked) }
  }
}
