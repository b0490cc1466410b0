package import Model
import SafeText

/// A letter that a mail program is to send: who writes, what about, and what it says.
package struct Mail: Equatable, Sendable {
  package let from: String
  package let subject: String
  /// Lines with a line feed behind each.
  package let body: String

  package init(from: String, subject: String, body: String) {
    // It leaves for somebody else's screen.
    self.from = Sanitiser.line(from)
    self.subject = Sanitiser.line(subject)
    self.body = Sanitiser.text(body)
  }

  /// The mail as a file (RFC 5322, RFC 2045 to 2047) that mail programs open as a draft.
  ///
  /// It names nobody's address: the sender is a group without members (RFC 6854), and who it is to is
  /// chosen in the mail program.
  package func file(at moment: Timestamp) -> String {
    let head = [
      "From: \(Self.phrase(from, after: 9)) :;",
      "Subject: \(Self.words(subject, after: 9))",
      "Date: \(Self.date(moment))",
      "X-Unsent: 1",
      "MIME-Version: 1.0",
      "Content-Type: text/plain; charset=utf-8",
      "Content-Transfer-Encoding: quoted-printable",
    ]
    return (head + [""] + Self.quotedPrintable(body)).joined(separator: "\r\n") + "\r\n"
  }

  // MARK: - The head

  /// A moment as `Sat, 28 Nov 2026 19:05:00 +0000`.
  private static func date(_ moment: Timestamp) -> String {
    let text = moment.utc
    guard let day = Day(String(text.prefix(10))) else { return "" }
    let weekday = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][day.weekday]
    let month = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ][day.month - 1]
    return "\(weekday), \(day.day) \(month) \(day.year) \(text.dropFirst(11).prefix(8)) +0000"
  }

  /// The display name of a group: letters and blanks as they are, all else as encoded words.
  private static func phrase(_ text: String, after column: Int) -> String {
    let isAtoms = text.utf8.allSatisfy { Self.isLetterOrDigit($0) || $0 == 0x20 }
    return isAtoms && text.utf8.count <= 60 && text.contains { $0 != " " }
      ? text : encoded(text, after: column)
  }

  /// An unstructured field: as it is where it is short and plain, else as encoded words.
  private static func words(_ text: String, after column: Int) -> String {
    let isPlain = text.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !text.contains("=?")
    return isPlain && text.utf8.count <= 60 ? text : encoded(text, after: column)
  }

  /// Encoded words of at most 75 characters, on lines of at most 76 (RFC 2047, 2), none of which splits a
  /// character.
  private static func encoded(_ text: String, after column: Int) -> String {
    var words: [String] = []
    var word = ""
    var room = 76 - column - 12 - 3
    for character in text.unicodeScalars {
      let bytes = String(character).utf8.map {
        isLetterOrDigit($0) ? String(UnicodeScalar($0)) : "=\(hexadecimal($0))"
      }
      .joined()
      if word.utf8.count + bytes.utf8.count > room {
        words.append(word)
        (word, room) = ("", 60)
      }
      word += bytes
    }
    return (words + [word]).map { "=?utf-8?Q?\($0)?=" }.joined(separator: "\r\n ")
  }

  // MARK: - The body

  /// Lines of at most 76 characters, in which every byte that a mail may not hold is escaped (RFC 2045, 6.7).
  private static func quotedPrintable(_ text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last == "" { lines.removeLast() }
    return lines.flatMap { line -> [String] in
      let bytes = Array(line.utf8)
      var rows: [String] = []
      var row = ""
      for (place, byte) in bytes.enumerated() {
        let isBlankAtEnd = byte == 0x20 && place == bytes.count - 1
        // A dot or "From " at the start of a line is changed by some programs on the way.
        let isTouchy = row.isEmpty && (byte == 0x2E || byte == 0x46)
        let isPlain = (0x20...0x7E).contains(byte) && byte != 0x3D && !isBlankAtEnd && !isTouchy
        let piece = isPlain ? String(UnicodeScalar(byte)) : "=\(hexadecimal(byte))"
        if row.utf8.count + piece.utf8.count > 75 {
          rows.append(row + "=")
          row = ""
        }
        row += piece
      }
      return rows + [row]
    }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.utf8.count == 1 ? "0\(digits)" : digits
  }
}
