/// A key, as an xterm sends it.
package enum PtyKey: Sendable {
  case up, down, left, right, home, end, pageUp, pageDown, insert, delete
  case enter, escape, tab, backTab, backspace
  /// F1 is 1; up to 12.
  case function(Int)
  /// A letter with Ctrl held.
  case control(Character)
  case alt(Character)
  case text(String)

  package var bytes: [UInt8] {
    switch self {
    case .up: Array("\u{1B}OA".utf8)
    case .down: Array("\u{1B}OB".utf8)
    case .right: Array("\u{1B}OC".utf8)
    case .left: Array("\u{1B}OD".utf8)
    case .home: Array("\u{1B}OH".utf8)
    case .end: Array("\u{1B}OF".utf8)
    case .insert: Array("\u{1B}[2~".utf8)
    case .delete: Array("\u{1B}[3~".utf8)
    case .pageUp: Array("\u{1B}[5~".utf8)
    case .pageDown: Array("\u{1B}[6~".utf8)
    case .enter: [0x0D]
    case .escape: [0x1B]
    case .tab: [0x09]
    case .backTab: Array("\u{1B}[Z".utf8)
    case .backspace: [0x7F]
    case .function(let number): Array(Self.function(number).utf8)
    case .control(let letter): letter.asciiValue.map { [$0 & 0x1F] } ?? []
    case .alt(let letter): [0x1B] + Array(String(letter).utf8)
    case .text(let text): Array(text.utf8)
    }
  }

  private static func function(_ number: Int) -> String {
    let codes = [
      "OP", "OQ", "OR", "OS", "[15~", "[17~", "[18~", "[19~", "[20~", "[21~", "[23~", "[24~",
    ]
    return codes.indices.contains(number - 1) ? "\u{1B}" + codes[number - 1] : ""
  }
}
