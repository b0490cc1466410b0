import Glibc
import Synchronization

/// A text that is gone from the memory as soon as nobody holds it any longer.
///
/// A `String` leaves copies of itself wherever it has been. This text stands in one place, is read one
/// character at a time, and is written over before that place is given back.
package struct SecretText: Equatable, Sendable {
  private var place: Place

  package init() { place = Place() }

  /// Takes over what already stands in the memory as a string; that is left as it is.
  package init(_ text: String) { place = Place(Place(), to: 0, and: text.utf8) }

  package var isEmpty: Bool { place.count == 0 }

  /// How many characters it has.
  package var count: Int { reduce(0) { count, _ in count + 1 } }

  package var last: Character? { reduce(nil) { _, character in character } }

  package mutating func append(_ character: Character) {
    place = Place(place, to: place.count, and: String(character).utf8)
  }

  /// Adds a byte of UTF-8.
  package mutating func append(byte: UInt8) {
    place = Place(place, to: place.count, and: CollectionOfOne(byte))
  }

  package mutating func removeLast() {
    var last = 0
    var characters = makeIterator()
    while characters.end < place.count {
      last = characters.end
      _ = characters.next()
    }
    place = Place(place, to: last, and: EmptyCollection())
  }

  package mutating func removeAll() { place = Place() }

  /// Whether a reader sees the same in both, as with strings.
  package static func == (left: Self, right: Self) -> Bool { left.elementsEqual(right) }

  /// The one place of a text; a changed text gets another.
  fileprivate final class Place: Sendable {
    let count: Int
    private let bytes: Mutex<[UInt8]>

    init() {
      count = 0
      bytes = Mutex([])
    }

    init(_ before: Place, to end: Int, and more: some Collection<UInt8>) {
      var all: [UInt8] = []
      // An array that grows would leave what it has been.
      all.reserveCapacity(end + more.count)
      for index in 0..<end { all.append(before[index]) }
      all.append(contentsOf: more)
      count = all.count
      bytes = Mutex(all)
    }

    deinit {
      bytes.withLock { bytes in
        bytes.withUnsafeMutableBytes { room in
          if let start = room.baseAddress { explicit_bzero(start, room.count) }
        }
      }
    }

    subscript(index: Int) -> UInt8 { bytes.withLock { $0[index] } }
  }
}

extension SecretText: Sequence {
  package func makeIterator() -> Iterator { Iterator(place: place) }

  /// Gives one character after the other, and never the whole.
  package struct Iterator: IteratorProtocol {
    fileprivate let place: Place
    /// Where the next character begins.
    fileprivate var end = 0

    package mutating func next() -> Character? {
      var character = ""
      while let (scalar, width) = scalar() {
        let longer = character + String(Character(scalar))
        guard longer.count == 1 else { break }
        character = longer
        end += width
      }
      return character.first
    }

    private func scalar() -> (Unicode.Scalar, width: Int)? {
      guard end < place.count else { return nil }
      let width =
        switch place[end] {
        case 0xF0...: 4
        case 0xE0...: 3
        case 0xC0...: 2
        default: 1
        }
      let bytes = (end..<Swift.min(end + width, place.count)).map { place[$0] }
      let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
      guard scalars.count == 1, let first = scalars.first else { return ("\u{FFFD}", 1) }
      return (first, width)
    }
  }
}
