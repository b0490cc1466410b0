import Foundation

/// The colours in which a program wrote what can be seen, read from all that it wrote.
package struct StreamColours: Sendable {
  /// A colour by its number, or the terminal's own.
  package struct Pair: Hashable, Sendable, CustomStringConvertible {
    package var foreground: Int?
    package var background: Int?

    package var description: String {
      "\(foreground.map(String.init) ?? "own") on \(background.map(String.init) ?? "own")"
    }
  }

  /// Every pair in which a sign was written that is no blank.
  package private(set) var pairs: Set<Pair> = []
  private var pair = Pair()

  package init(_ bytes: [UInt8]) {
    for piece in StreamPiece.pieces(of: bytes) {
      switch piece {
      case .scalar(let scalar) where scalar != " ": pairs.insert(pair)
      case .sequence(let sequence) where sequence.last == UInt8(ascii: "m"):
        let inner = String(decoding: sequence.dropFirst(2).dropLast(), as: UTF8.self)
        take(inner.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 })
      default: break
      }
    }
  }

  private mutating func take(_ values: [Int]) {
    var rest = values[...]
    while let value = rest.popFirst() {
      switch value {
      case 0: pair = Pair()
      case 30...37: pair.foreground = value - 30
      case 39: pair.foreground = nil
      case 40...47: pair.background = value - 40
      case 49: pair.background = nil
      case 90...97: pair.foreground = value - 82
      case 100...107: pair.background = value - 92
      case 38, 48:
        let number = rest.dropFirst().first
        rest = rest.dropFirst(2)
        if value == 38 { pair.foreground = number } else { pair.background = number }
      default: break
      }
    }
  }

  // MARK: - What can be read

  /// The contrast of two colours as the guidelines for the web have it: 1 is none, 21 is all.
  package static func contrast(_ first: Int, _ second: Int) -> Double {
    let lights = [light(first), light(second)].sorted()
    return (lights[1] + 0.05) / (lights[0] + 0.05)
  }

  package static let black = 16
  package static let white = 231

  /// How light a colour of xterm's palette is.
  private static func light(_ number: Int) -> Double {
    let parts: [Double]
    switch number {
    case 0..<16:
      let basic: [[Double]] = [
        [0, 0, 0], [205, 0, 0], [0, 205, 0], [205, 205, 0], [0, 0, 238], [205, 0, 205],
        [0, 205, 205], [229, 229, 229], [127, 127, 127], [255, 0, 0], [0, 255, 0], [255, 255, 0],
        [92, 92, 255], [255, 0, 255], [0, 255, 255], [255, 255, 255],
      ]
      parts = basic[number]
    case 16..<232:
      let steps: [Double] = [0, 95, 135, 175, 215, 255]
      let place = number - 16
      parts = [steps[place / 36], steps[place / 6 % 6], steps[place % 6]]
    default:
      parts = [Double](repeating: Double(8 + (number - 232) * 10), count: 3)
    }
    let linear = parts.map { part -> Double in
      let share = part / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }
}
