/// Where a fact of a catalogue comes from and when somebody last looked.
package protocol Provenance: Sendable {
  /// The Altinn the entry holds for.
  var edition: PortalEdition { get }
  /// Keys of the sources in `assets/catalogues/common/sources.json`, such as `P1` or `R2`.
  var source: [String] { get }
  /// The day the entry was last held against its source, as `YYYY-MM-DD`.
  var checked: String { get }
}
