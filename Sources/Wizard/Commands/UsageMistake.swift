import Model
import Wording

/// What a command line says that cannot be meant, though each word of it can be read: the key of a text with its
/// values.
struct UsageMistake: Error, Equatable {
  let key: String
  let values: [String: String]

  init(_ key: String, _ values: [String: String] = [:]) {
    self.key = key
    self.values = values
  }

  /// That an option takes a number from one to another.
  static func range(_ option: String, _ numbers: ClosedRange<Int>) -> UsageMistake {
    UsageMistake(
      "usage.range",
      [
        "name": option, "first": "\(numbers.lowerBound)", "last": "\(numbers.upperBound)",
      ]
    )
  }
}
