/// What old and new terminals measure alike.
///
/// A terminal counts by the Unicode of its day. Where it takes one column and we take two, all that stands
/// behind on the row moves, borders and all. So what is younger than the terminals in use is kept and
/// stored as it is, but drawn as a mark.
extension DisplayWidth {
  /// The character without the marks that terminals dispute; `nil` when they dispute its letter.
  package static func agreed(_ character: Character) -> Character? {
    let scalars = character.unicodeScalars
    guard let first = scalars.first, !isDisputed(first) else { return nil }
    if scalars.dropFirst().allSatisfy({ !isDisputed($0) }) { return character }
    var kept = String.UnicodeScalarView()
    kept.append(contentsOf: scalars.filter { !isDisputed($0) })
    let text = String(kept)
    return text.count == 1 ? text.first : nil
  }

  private static func isDisputed(_ scalar: Unicode.Scalar) -> Bool {
    if Plain.contains(scalar) { return false }
    let properties = scalar.properties
    guard let age = properties.age else { return true }
    switch properties.generalCategory {
    // The tables of marks that most terminals began with are those of Unicode 5.0.
    case .nonspacingMark, .enclosingMark:
      if (age.major, age.minor) > (5, 0) { return true }
    // Wide emoji came with Unicode 9; those added since are one column on many a terminal.
    default:
      if age.major > 9 { return true }
    }
    return old.contains { $0.contains(scalar.value) }
  }

  /// What is disputed though it is old: marks of Han and kana, counted as wide; figures in circles and
  /// hexagrams, made wide later; pieces of old Hangul; and some that the tables have otherwise.
  private static let old: [ClosedRange<UInt32>] = [
    0x6DE...0x6DE, 0x1734...0x1734, 0x1885...0x1886, 0x1A1B...0x1A1B, 0xA802...0xA802,
    0x302A...0x302F, 0x3099...0x309A, 0x3248...0x324F,
    0x4DC0...0x4DFF, 0xD7B0...0xD7FF, 0x1F93B...0x1F93B, 0x1F946...0x1F946,
  ]
}
