/// One case that is open in the program.
///
/// A case has its handle before it is stored, and keeps it when it gets its number.
package struct CaseHandle: Hashable, Sendable {
  private let ordinal: Int

  /// The handle of the first case that is opened.
  package static let first = CaseHandle(ordinal: 1)

  /// The handle of the case that is opened after this one.
  package var next: CaseHandle { CaseHandle(ordinal: ordinal + 1) }
}
