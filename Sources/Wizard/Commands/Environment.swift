import Glibc

/// The variables the program was started with.
///
/// Each is looked up when it is asked for; the start is not to wait for a table of them all.
enum Environment {
  /// The value of a variable, or `nil` when it is not set.
  static subscript(name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
