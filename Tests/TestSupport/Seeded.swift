import Model

/// A random generator that gives the same numbers for the same seed.
package struct Seeded: RandomNumberGenerator {
  private var numbers: SplitMix

  package init(_ seed: UInt64) { numbers = SplitMix(seed) }

  package mutating func next() -> UInt64 { numbers.next() }

  package mutating func int(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &self)
  }

  package mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[int(0...elements.count - 1)]
  }

  /// A string of the kinds of signs that make trouble, and of plain ones.
  package mutating func hostileText(upTo length: Int) -> String {
    var view = String.UnicodeScalarView()
    for _ in 0..<int(0...length) {
      let value: UInt32 =
        switch int(0...9) {
        case 0: UInt32(int(0...0x9F))
        case 1: UInt32(int(0x300...0x36F))
        case 2: pick([0x202E, 0x2066, 0x200D, 0x200B, 0xFEFF, 0xAD, 0xFE0F, 0xE0041, 0x2028, 0xD])
        case 3: UInt32(int(0x1F1E6...0x1F1FF))
        case 4: UInt32(int(0x1F300...0x1F6FF))
        case 5: UInt32(int(0x4E00...0x4E20))
        case 6: UInt32(int(0x1100...0x11FF))
        case 7: UInt32(int(0x900...0xD4F))
        case 8: UInt32(int(0...0x10FFFF))
        default: UInt32(int(0x20...0x7E))
        }
      if let scalar = Unicode.Scalar(value) { view.append(scalar) }
    }
    return String(view)
  }

  package mutating func words(_ count: Int) -> String {
    let words = [
      "du", "må", "rettighet", "Altinn", "for", "å", "sende", "漢字", "❤", "skattemeldingen",
      "datasystemleverandørens", "a", "e\u{301}t", "12", "-",
    ]
    return (0..<count).map { _ in pick(words) }.joined(separator: " ")
  }
}
