/// Why a register could not be made or read; whatever register there was is as it was.
///
/// The words for it are in `texts/*/common/register.json`.
package enum RegisterFailure: Error, Equatable, Sendable {
  /// What is wrong with a file that was given.
  package enum Fault: String, CaseIterable, Sendable {
    case missing
    /// It is no plain file, or may not be read.
    case unreadable
    /// It is none of the three files.
    case foreign
    /// It ends before its array does.
    case cut
    /// The gzip file is damaged or cut.
    case badGzip
    /// What stands in it is no JSON, or not of the form that these files have.
    case malformed
    /// One of its objects is larger than any of these files has.
    case tooLarge
    /// It begins as one of the files and goes on as another.
    case mixed
    /// It is another of the three files than was said.
    case otherKind
    /// A file of its kind was given already.
    case twice
    /// So many of its rows have a number that no organisation can have that something is wrong with all of it.
    case numbers
    /// It is not known on which day it was made, or that day is to come.
    case dayUnknown
  }

  /// A file that was given; it is told by its option or its place among the files.
  case file(named: String, Fault)
  /// A file has far fewer units or roles than the register that it would replace.
  case smaller(named: String, count: Int, before: Int)
  /// None of the files is that of the main units.
  case unitsMissing
  /// There is no register.
  case none
  /// What stands in its place is no register, or is a damaged one.
  case unusable
  /// It was made by another version of the program.
  case otherForm

  /// Whether what was given is at fault, and not the register.
  package var isOfInput: Bool {
    switch self {
    case .file, .smaller, .unitsMissing: true
    case .none, .unusable, .otherForm: false
    }
  }

  /// The key of the text that says what happened and what to do.
  package var textKey: String {
    switch self {
    case .file(_, let fault): "register.fault.\(fault.rawValue)"
    case .smaller: "register.smaller"
    case .unitsMissing: "register.unitsMissing"
    case .none: "register.none"
    case .unusable: "register.unusable"
    case .otherForm: "register.otherForm"
    }
  }

  /// What the placeholders of the text stand for.
  package var textValues: [String: String] {
    switch self {
    case .file(let name, _): ["file": name]
    case .smaller(let name, let count, let before):
      ["file": name, "count": "\(count)", "before": "\(before)"]
    case .unitsMissing, .none, .unusable, .otherForm: [:]
    }
  }
}
