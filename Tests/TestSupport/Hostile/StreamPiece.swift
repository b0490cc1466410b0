/// One thing a terminal is told: a sign to show, or what it is to do.
package enum StreamPiece: Equatable, Sendable {
  case scalar(Unicode.Scalar)
  /// A control character, of either kind.
  case control(UInt8)
  /// From ESC to the end of what it begins.
  case sequence([UInt8])
  /// Bytes that are no UTF-8.
  case broken([UInt8])

  /// Takes all that was written apart, as a terminal does that knows both kinds of control characters.
  package static func pieces(of bytes: [UInt8]) -> [StreamPiece] {
    var pieces: [StreamPiece] = []
    pieces.reserveCapacity(bytes.count)
    var rest = bytes[...]
    while let first = rest.first {
      let (piece, length) = first == 0x1B ? sequence(in: rest) : character(in: rest, first)
      pieces.append(piece)
      rest = rest.dropFirst(length)
    }
    return pieces
  }

  private static func character(in rest: ArraySlice<UInt8>, _ first: UInt8) -> (StreamPiece, Int) {
    if first < 0x20 || first == 0x7F { return (.control(first), 1) }
    if first < 0x80 { return (.scalar(Unicode.Scalar(first)), 1) }
    var decoder = UTF8()
    var source = rest.prefix(4).makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&source) else {
      return (.broken([first]), 1)
    }
    if (0x80...0x9F).contains(scalar.value) { return (.control(UInt8(scalar.value)), 2) }
    return (.scalar(scalar), UTF8.width(scalar))
  }

  private static func sequence(in rest: ArraySlice<UInt8>) -> (StreamPiece, Int) {
    let length = length(of: Array(rest.prefix(100_100)))
    return (.sequence(Array(rest.prefix(length))), length)
  }

  private static func length(of bytes: [UInt8]) -> Int {
    guard bytes.count > 1 else { return bytes.count }
    switch bytes[1] {
    case UInt8(ascii: "["):
      let end = bytes.dropFirst(2).firstIndex { !(0x20...0x3F).contains($0) }
      return end.map { $0 + 1 } ?? bytes.count
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"),
      UInt8(ascii: "X"):
      for place in 2..<max(2, bytes.count) {
        if bytes[place] == 0x07 { return place + 1 }
        if bytes[place] == 0x1B { return min(place + 2, bytes.count) }
      }
      return bytes.count
    case 0x20...0x2F: return min(3, bytes.count)
    default: return 2
    }
  }
}
