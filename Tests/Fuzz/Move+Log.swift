import Drawing
import Screens

/// A move is one line of a key log, such as `key F9`, `ahead key enter`, `type æ`, `paste a\u{A}b` or `resize 80 24`.
extension Move: LosslessStringConvertible {
  package var description: String {
    switch self {
    case .key(.character(let character)): "type \(Self.escaped(String(character)))"
    case .key(.control(let letter)): "control \(letter)"
    case .key(.alt(let letter)): "alt \(Self.escaped(String(letter)))"
    case .key(.function(let number)): "key F\(number)"
    case .key(let key): "key \(key)"
    case .ahead(let key): "ahead \(Move.key(key))"
    case .paste(let text): "paste \(Self.escaped(text))"
    case .resize(let size): "resize \(size.columns) \(size.rows)"
    case .press(let position): "press \(position.row) \(position.column)"
    case .wheel(let isUp): "wheel \(isUp ? "up" : "down")"
    case .answer: "answer"
    case .fail: "fail"
    case .meddle: "meddle"
    case .midnight: "midnight"
    case .appear(let seed): "appear \(seed)"
    }
  }

  package init?(_ line: String) {
    let parts = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    let rest = parts.count > 1 ? String(parts[1]) : ""
    switch parts.first {
    case "type":
      guard let text = Self.unescaped(rest), text.count == 1, let letter = text.first else {
        return nil
      }
      self = .key(.character(letter))
    case "control":
      guard rest.count == 1, let letter = rest.first else { return nil }
      self = .key(.control(letter))
    case "alt":
      guard let text = Self.unescaped(rest), let letter = text.first else { return nil }
      self = .key(.alt(letter))
    case "key":
      if rest.hasPrefix("F"), let number = Int(rest.dropFirst()) {
        self = .key(.function(number))
      } else if let key = Self.named.first(where: { "\($0)" == rest }) {
        self = .key(key)
      } else {
        return nil
      }
    case "ahead":
      guard case .key(let key)? = Move(rest) else { return nil }
      self = .ahead(key)
    case "paste":
      guard let text = Self.unescaped(rest) else { return nil }
      self = .paste(text)
    case "resize":
      let numbers = rest.split(separator: " ").compactMap { Int($0) }
      guard numbers.count == 2 else { return nil }
      self = .resize(Size(columns: numbers[0], rows: numbers[1]))
    case "press":
      let numbers = rest.split(separator: " ").compactMap { Int($0) }
      guard numbers.count == 2 else { return nil }
      self = .press(Position(row: numbers[0], column: numbers[1]))
    case "wheel": self = .wheel(up: rest == "up")
    case "answer": self = .answer
    case "fail": self = .fail
    case "meddle": self = .meddle
    case "midnight": self = .midnight
    case "appear":
      guard let seed = UInt64(rest) else { return nil }
      self = .appear(seed)
    default: return nil
    }
  }

  private static let named: [Key] = [
    .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .enter, .escape, .tab, .backTab,
    .backspace, .delete, .insert,
  ]

  /// The text in ASCII, all else as `\u{...}`.
  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      (0x21...0x7E).contains(scalar.value) && scalar != "\\"
        ? String(scalar) : "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
    }.joined()
  }

  private static func unescaped(_ text: String) -> String? {
    var view = String.UnicodeScalarView()
    var rest = text[...]
    while let first = rest.unicodeScalars.first {
      guard first == "\\" else {
        view.append(first)
        rest.unicodeScalars.removeFirst()
        continue
      }
      guard rest.hasPrefix("\\u{"), let end = rest.firstIndex(of: "}"),
        let value = UInt32(rest[..<end].dropFirst(3), radix: 16),
        let scalar = Unicode.Scalar(value)
      else { return nil }
      view.append(scalar)
      rest = rest[rest.index(after: end)...]
    }
    return String(view)
  }
}
