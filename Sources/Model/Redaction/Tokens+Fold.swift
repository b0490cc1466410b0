extension Tokens {
  /// Letters in lower case and without accents, as the lists of words have them.
  ///
  /// What only looks like a letter of ours, as Cyrillic `а` does, is that letter; other scripts stay as they are.
  static func fold(_ codes: some Sequence<UInt32>) -> String {
    var bytes: [UInt8] = []
    for code in codes {
      switch code {
      case 0x41...0x5A: bytes.append(UInt8(code) | 0x20)
      case 0x00..<0x80: bytes.append(UInt8(code))
      case 0xC6, 0xE6: bytes += [UInt8(ascii: "a"), UInt8(ascii: "e")]
      // Else the Turkish and the Croatian word for a password would be the Norwegian one for digits.
      case 0x15E...0x161: bytes += [UInt8(ascii: "s"), UInt8(ascii: "h")]
      case 0xC0..<0x180: bytes.append(latin(Int(code)))
      case 0x250...: fold(far: code, into: &bytes)
      default: bytes.append(UInt8(ascii: "?"))
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The letter of ASCII that a letter from U+00C0 to U+017F is folded to.
  static func latin(_ code: Int) -> UInt8 { latinLetters[code - 0xC0] }

  private static func fold(far code: UInt32, into bytes: inout [UInt8]) {
    switch code {
    // Letters of mathematics, and those in circles.
    case 0x1D400..<0x1D6A4: bytes.append(0x61 + UInt8((code - 0x1D400) % 26))
    case 0x24B6..<0x24EA: bytes.append(0x61 + UInt8((code - 0x24B6) % 26))
    // Letters of Vietnamese that bear two marks, or one below.
    case 0x1EA0...0x1EB7: bytes.append(UInt8(ascii: "a"))
    case 0x1EB8...0x1EC7: bytes.append(UInt8(ascii: "e"))
    case 0x1EC8...0x1ECB: bytes.append(UInt8(ascii: "i"))
    case 0x1ECC...0x1EE3: bytes.append(UInt8(ascii: "o"))
    case 0x1EE4...0x1EF1: bytes.append(UInt8(ascii: "u"))
    case 0x1EF2...0x1EF9: bytes.append(UInt8(ascii: "y"))
    default:
      if let letter = lookAlikes[code] {
        bytes.append(letter)
        return
      }
      let small = (0x410..<0x430).contains(code) ? code + 0x20 : code
      guard let scalar = Unicode.Scalar(small), let letters = UTF8.encode(scalar) else {
        bytes.append(UInt8(ascii: "?"))
        return
      }
      bytes += letters
    }
  }

  /// The letters from U+00C0 to U+017F without what stands on them or through them.
  private static let latinLetters = Array(
    ("aaaaaa?ceeeeiiiidnooooo?ouuuuy?saaaaaa?ceeeeiiiidnooooo?ouuuuy?y"
      + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii??jjkkkllllllllllnnnnnnnnn"
      + "oooooo??rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs").utf8
  )

  /// Letters of other scripts, each before the letter of ASCII that it looks like.
  private static let lookAlikes: [UInt32: UInt8] = {
    let pairs = """
      аa еe оo рp сc уy хx іi јj ѕs ԁd һh ԛq ԝw АA ВB ЕE КK МM НH ОO РP СC ТT УY ХX ІI ЈJ ЅS
      αa οo ρp νv ιi κk υy χx ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX ɑa ɡg
      """
    var letters: [UInt32: UInt8] = [:]
    for pair in pairs.split(whereSeparator: \.isWhitespace) {
      let scalars = Array(pair.unicodeScalars)
      letters[scalars[0].value] = UInt8(scalars[1].value) | 0x20
    }
    return letters
  }()
}
