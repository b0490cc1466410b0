/// Something of the old world that stops on a day; said by the text `expiry.<id>`, of a portal by its own texts.
package struct Expiry: CatalogueEntry {
  package static let table = "expiries"

  package let id: String
  /// The last day it holds, as `YYYY-MM-DD`.
  package let lastDay: String
  package let standing: Standing
  package let edition: PortalEdition
  package let source: [String]
  package let checked: String
}
