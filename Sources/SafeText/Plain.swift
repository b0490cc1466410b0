/// The scalars that need no second look: drawn as they are, alone in one column.
///
/// Covers all that our own texts are written with, so that only text from elsewhere takes the slow
/// way.
package enum Plain {
  static func contains(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0xA1...0xAC, 0xAE...0x2FF: true
    case 0x2010...0x2027, 0x2190...0x21FF, 0x2500...0x25FC, 0x2713, 0x2717: true
    default: false
    }
  }

  /// Whether every scalar of a text is plain.
  static func holds(_ text: String) -> Bool {
    columns(of: text) != nil
  }

  /// The columns of a text in which every scalar is plain; `nil` for any other.
  package static func columns(of text: String) -> Int? {
    var columns = 0
    for scalar in text.unicodeScalars {
      guard contains(scalar) else { return nil }
      columns += 1
    }
    return columns
  }
}
