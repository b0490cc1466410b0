/// A word of a command that somebody copies into a shell.
enum ShellWord {
  /// What no shell reads as anything but itself, beside letters and digits.
  private static let plain = "/._-+:@%,"

  /// The word as it stands, or between quotes where a shell would read something else.
  static func quoted(_ word: String) -> String {
    let isPlain = word.allSatisfy { $0.isLetter || $0.isNumber || plain.contains($0) }
    guard word.isEmpty || !isPlain else { return word }
    return "'"
      + word.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: #"'\''"#) + "'"
  }
}
