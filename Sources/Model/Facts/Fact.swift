/// Words that any fact may be answered with.
package enum Fact {
  package static let yes = "yes"
  package static let no = "no"
  /// How an answers file says that somebody was asked and did not know.
  package static let unknown = "unknown"
  /// The service of somebody whose form the catalogue does not have.
  package static let otherService = "other"
}
