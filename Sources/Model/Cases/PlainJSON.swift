import Foundation
import SafeText

/// JSON that can be shown on a terminal: what would command it, turn the reading order or not be seen is
/// written as its number, and means the same to whoever reads the JSON.
package enum PlainJSON {
  /// A value as JSON with its keys in order, without a line break at its end.
  package static func text(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return escaped(String(decoding: try encoder.encode(value), as: UTF8.self))
  }

  /// Only within strings can such characters stand, so all of the text is taken alike.
  private static func escaped(_ json: String) -> String {
    var result = String.UnicodeScalarView()
    var marks = 0
    for scalar in json.unicodeScalars {
      marks = Sanitiser.isMark(scalar) ? marks + 1 : 0
      if scalar == "\n" || (isShown(scalar) && marks <= Sanitiser.marksPerBase) {
        result.append(scalar)
      } else {
        for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
          let digits = String(unit, radix: 16)
          let zeros = String(repeating: "0", count: 4 - digits.count)
          result.append(contentsOf: "\\u\(zeros)\(digits)".unicodeScalars)
        }
      }
    }
    return String(result)
  }

  private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
    if (0x20...0x7E).contains(scalar.value) { return true }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      return false
    default: return !scalar.properties.isDefaultIgnorableCodePoint
    }
  }
}
