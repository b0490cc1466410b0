/// Numbers for bytes, the same on every machine and in every build (FNV-1a).
///
/// They find words in tables and begin what is drawn. Nothing is proven by them: whoever chooses the bytes can make two
/// texts have one number.
package enum FNV1a {
  /// What a number begins as.
  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The number after one more byte, or one more character.
  static func step(_ hash: UInt64, _ unit: some UnsignedInteger) -> UInt64 {
    (hash ^ UInt64(unit)) &* 0x100_0000_01B3
  }

  /// The number of some bytes.
  package static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(seed) { step($0, $1) }
  }

  /// The number of some bytes in half as much room.
  package static func shortHash(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
    var hash: UInt32 = 0x811C_9DC5
    for position in 0..<bytes.count { hash = (hash ^ UInt32(bytes[position])) &* 0x100_0193 }
    return hash
  }
}
