import Foundation

/// Reads the one shape that files of words have: an object of strings and of arrays of strings.
///
/// The words are read before the first screen stands, and a decoder for any JSON takes many times as
/// long. What is not read here is left to that decoder, which also tells what is wrong with it.
enum FlatTexts {
  /// The texts in the order of the file, arrays joined by line breaks; `nil` for any other shape.
  static func entries(in json: Data) -> [(key: String, text: String)]? {
    json.withUnsafeBytes { bytes in
      var scanner = Scanner(bytes: bytes)
      return scanner.object()
    }
  }

  private struct Scanner {
    let bytes: UnsafeRawBufferPointer
    private var place = 0

    init(bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    mutating func object() -> [(key: String, text: String)]? {
      guard take("{") else { return nil }
      var entries: [(key: String, text: String)] = []
      repeat {
        guard let key = string(), take(":"), let text = text() else { return nil }
        entries.append((key, text))
      } while take(",")
      guard take("}"), bytes[place...].allSatisfy(isBlank) else { return nil }
      return entries
    }

    private mutating func text() -> String? {
      guard take("[") else { return string() }
      var lines: [String] = []
      repeat {
        guard let line = string() else { return nil }
        lines.append(line)
      } while take(",")
      return take("]") ? lines.joined(separator: "\n") : nil
    }

    private mutating func string() -> String? {
      guard take("\"") else { return nil }
      var text = ""
      var start = place
      while place < bytes.count {
        switch bytes[place] {
        case UInt8(ascii: "\""):
          text += piece(from: start)
          place += 1
          return text
        case UInt8(ascii: "\\"):
          text += piece(from: start)
          place += 1
          start = place
          // A quotation mark stands for itself; any other escape is for the decoder.
          guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else { return nil }
          place += 1
        // No JSON.
        case 0..<0x20: return nil
        default: place += 1
        }
      }
      return nil
    }

    private func piece(from start: Int) -> String {
      String(decoding: UnsafeRawBufferPointer(rebasing: bytes[start..<place]), as: UTF8.self)
    }

    /// Goes past a sign where it comes next but for blanks.
    private mutating func take(_ sign: Unicode.Scalar) -> Bool {
      while place < bytes.count, isBlank(bytes[place]) { place += 1 }
      guard place < bytes.count, bytes[place] == sign.value else { return false }
      place += 1
      return true
    }

    private func isBlank(_ byte: UInt8) -> Bool {
      byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }
  }
}
