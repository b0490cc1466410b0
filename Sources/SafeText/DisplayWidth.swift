/// Measures text in terminal columns.
///
/// The same on every machine, unlike `wcwidth`, which follows the locale and knows no clusters.
package enum DisplayWidth {
  /// The columns one character takes: 0 for marks with nothing to stand on, else 1 or 2.
  ///
  /// A cluster is never wider than 2, however many signs it joins.
  package static func columns(of character: Character) -> Int {
    var scalars = character.unicodeScalars.makeIterator()
    // Nearly all there is: one scalar, and a plain one.
    if let only = scalars.next(), Plain.contains(only), scalars.next() == nil { return 1 }
    var sum = 0
    for scalar in character.unicodeScalars {
      // VS16 asks for the emoji picture, which is wide.
      if scalar.value == 0xFE0F, sum > 0 { return 2 }
      sum += columns(of: scalar)
      if sum >= 2 { return 2 }
    }
    return sum
  }

  /// The columns a text takes on one line.
  package static func columns(of text: String) -> Int {
    if let columns = Plain.columns(of: text) { return columns }
    return text.reduce(0) { $0 + columns(of: $1) }
  }

  /// The columns one scalar takes by itself.
  package static func columns(of scalar: Unicode.Scalar) -> Int {
    if Plain.contains(scalar) { return 1 }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator,
      .paragraphSeparator:
      return 0
    default:
      break
    }
    let value = scalar.value
    // Vowels and finals of Hangul stand in the cell of the consonant before them.
    if (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FF).contains(value) { return 0 }
    // One half of a flag is narrow, the pair is wide.
    if (0x1F1E6...0x1F1FF).contains(value) { return 1 }
    if properties.isEmojiPresentation { return 2 }
    return isWide(value) ? 2 : 1
  }

  /// East Asian Wide and Fullwidth, apart from emoji, which the standard library knows.
  ///
  /// From EastAsianWidth.txt; unassigned gaps are bridged.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x3247, 0x3250...0x4DBF,
    0x4E00...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19,
    0xFE30...0xFE6B, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x1B2FB, 0x1F200...0x1F265,
    0x20000...0x3FFFD,
  ]

  private static func isWide(_ value: UInt32) -> Bool {
    guard value >= 0x1100 else { return false }
    return wide.contains { $0.contains(value) }
  }
}
