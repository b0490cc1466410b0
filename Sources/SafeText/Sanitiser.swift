/// Turns text from anywhere into text that is safe to draw.
///
/// Text that is pasted, typed, read from a file or stored may hold sequences that command the
/// terminal, turn the reading order or pile up marks. What comes out holds none of that: every
/// character is one or two columns wide and means only itself. Cleaning twice changes nothing.
package enum Sanitiser {
  /// Stands where something that must not be drawn was taken out.
  package static let mark: Character = "\u{B7}"

  /// The most marks kept on one letter.
  package static let marksPerBase = 4

  /// The most scalars kept in one character.
  static let scalarsPerCharacter = 8

  /// Cleans text for one line: line breaks and tabs become blanks.
  package static func line(_ text: String) -> String {
    clean(text, lineBreak: " ")
  }

  /// Cleans text of several lines: every kind of line break becomes `\n`.
  package static func text(_ text: String) -> String {
    clean(text, lineBreak: "\n")
  }

  private static func clean(_ text: String, lineBreak: Unicode.Scalar) -> String {
    if Plain.holds(text) { return text }
    if let cleaned = cleanLines(text, lineBreak: UInt8(lineBreak.value)) { return cleaned }
    var kept = String.UnicodeScalarView()
    var marks = 0
    var afterReturn = false
    for scalar in text.unicodeScalars {
      let wasReturn = afterReturn
      afterReturn = scalar == "\r"
      if scalar == "\n", wasReturn { continue }
      guard let drawn = drawable(scalar, lineBreak: lineBreak) else { continue }
      if isMark(drawn) {
        marks += 1
        if marks > marksPerBase { continue }
      } else {
        marks = 0
      }
      kept.append(drawn)
    }
    return capped(String(kept))
  }

  /// Cleans text of plain scalars, tabs and line breaks, as nearly all is; `nil` for any other.
  private static func cleanLines(_ text: String, lineBreak: UInt8) -> String? {
    var text = text
    return text.withUTF8 { bytes in
      var isCleaned = true
      let cleaned = String(unsafeUninitializedCapacity: bytes.count) { kept in
        var (place, count) = (0, 0)
        while place < bytes.count {
          let byte = bytes[place]
          var length = 1
          switch byte {
          case 0x20...0x7E: kept[count] = byte
          case UInt8(ascii: "\t"): kept[count] = UInt8(ascii: " ")
          case UInt8(ascii: "\n"), 0x0B, 0x0C: kept[count] = lineBreak
          case UInt8(ascii: "\r"):
            kept[count] = lineBreak
            // Both are one line break.
            if place + 1 < bytes.count, bytes[place + 1] == UInt8(ascii: "\n") { place += 1 }
          default:
            // Nothing follows that could be drawn on a plain one, since that is not taken here.
            guard let plain = plainLength(bytes, at: place) else {
              isCleaned = false
              return 0
            }
            length = plain
            for offset in 0..<length { kept[count + offset] = bytes[place + offset] }
          }
          place += length
          count += length
        }
        return count
      }
      return isCleaned ? cleaned : nil
    }
  }

  /// How many bytes of valid UTF-8 a plain scalar beyond ASCII takes; `nil` for any other.
  private static func plainLength(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Int? {
    let length = bytes[place] >= 0xF0 ? 4 : bytes[place] >= 0xE0 ? 3 : bytes[place] >= 0xC0 ? 2 : 1
    guard length == 2 || length == 3 else { return nil }
    var code = UInt32(bytes[place]) & (0xFF >> UInt32(length + 1))
    for offset in 1..<length { code = code << 6 | UInt32(bytes[place + offset] & 0x3F) }
    return Unicode.Scalar(code).map(Plain.contains) == true ? length : nil
  }

  /// What is drawn for one scalar; `nil` for what shows nothing.
  private static func drawable(
    _ scalar: Unicode.Scalar,
    lineBreak: Unicode.Scalar
  ) -> Unicode.Scalar? {
    if Plain.contains(scalar) { return scalar }
    switch scalar {
    case "\t": return " "
    case "\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}": return lineBreak
    default: break
    }
    let properties = scalar.properties
    if isInvisible(scalar) { return isBidirectional(scalar) ? "\u{B7}" : nil }
    // A skin tone of its own cell would push the rest of the line on some terminals.
    if properties.isEmojiModifier { return nil }
    switch properties.generalCategory {
    case .control, .format: return "\u{B7}"
    case .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator:
      return "\u{FFFD}"
    default: return scalar
    }
  }

  /// Whether a scalar draws nothing: joiners, zero-width blanks, soft hyphens, tags, variation
  /// selectors, fillers.
  ///
  /// Some terminals count columns for them, and what is taken out of a text must not be parted by them.
  package static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    // All below but the soft hyphen are seen; looking up a property takes longer.
    guard scalar.value >= 0x34F else { return scalar.value == 0xAD }
    return scalar.properties.isDefaultIgnorableCodePoint
  }

  /// Whether a scalar turns the reading order: worth a mark, since somebody may have meant harm.
  private static func isBidirectional(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// Whether a scalar is drawn on the letter before it.
  package static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    // No mark has a lower number, and looking up a category takes longer.
    guard scalar.value >= 0x300 else { return false }
    return switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .spacingMark: true
    default: false
    }
  }

  /// Cuts characters made of too many scalars, and marks those with nothing to stand on.
  private static func capped(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for character in text {
      let scalars = character.unicodeScalars
      if character == "\n" {
        result.append(character)
      } else if DisplayWidth.columns(of: character) == 0 || scalars.first.map(isMark) ?? true {
        result.append(mark)
      } else if scalars.dropFirst(scalarsPerCharacter).isEmpty {
        result.append(character)
      } else {
        result.unicodeScalars.append(contentsOf: scalars.prefix(scalarsPerCharacter))
        result.append(mark)
      }
    }
    return result
  }
}
