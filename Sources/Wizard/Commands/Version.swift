/// The version of the program, as `--version` and the doctor say it.
enum Version {
  static let text = "0.1.0"
  /// The day it was released, as CHANGELOG.md has it.
  static let date = "2026-11-23"
}
