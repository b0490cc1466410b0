extension ChoiceList {
  /// The key of an option in a numbered list: 1 to 9, then letters.
  ///
  /// - Parameters:
  ///   - index: The index of the option.
  ///   - used: Letters that take another option of the list.
  /// - Returns: `nil` when all letters are used up.
  package static func key(at index: Int, besides used: Set<Character> = []) -> Character? {
    let letters = "abcdefghijklmnopqrstuvwxyz".filter { !used.contains($0) }
    return Array("123456789" + letters)[safe: index]
  }

  /// Gives a key to each option that has none of its own.
  ///
  /// - Parameter reserved: Letters that are commands and take no option.
  package static func numbered(_ options: [Option], besides reserved: Set<Character> = [])
    -> [Option]
  {
    let used = reserved.union(options.compactMap { $0.key?.lowercased().first })
    return options.enumerated().map { index, option in
      var option = option
      if option.key == nil { option.key = key(at: index, besides: used) }
      return option
    }
  }
}
