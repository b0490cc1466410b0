import Glibc

/// The variables of the environment.
///
/// Each is looked up when it is asked for; the start is not to wait for a table of them all. Not to be
/// asked while the terminal is being taken over, which sets some of them aside.
enum Environment {
  /// The value of a variable, or `nil` when it is not set.
  static subscript(name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
