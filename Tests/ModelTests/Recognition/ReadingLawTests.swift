import TestSupport
import Testing

@testable import Model

/// Texts of plain signs are read in runs; written as references, the same signs are read one by one.
@Suite struct ReadingLawTests {
  private static let signs: [Character] =
    Array("abcdefghijklmnopqrstuvwxyzæøåABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ0123456789")
    + Array("       \n\t\r!\"#$'()*+,-./:;<>?@]^_`{|}~«»–…€")

  /// A text, and the same with some of its signs written as references.
  private static func pair(_ seed: Int) -> (plain: String, escaped: String) {
    var random = Seeded(UInt64(seed))
    var pair = (plain: "", escaped: "")
    for _ in 0..<random.int(0...200) {
      let sign = random.pick(signs)
      pair.plain.append(sign)
      if let code = sign.asciiValue, random.int(0...2) > 0 {
        pair.escaped += "&#\(code);"
      } else {
        pair.escaped.append(sign)
      }
    }
    return pair
  }

  @Test(arguments: 0..<200)
  func `a text to be kept is the same whether it is read in runs or one by one`(seed: Int) {
    let (plain, escaped) = Self.pair(seed)
    let reading = Reading(Array(plain.utf8))
    let other = Reading(Array(escaped.utf8))
    #expect(reading.codes == other.codes && reading.classes == other.classes)
    #expect(reading.codes == plain.unicodeScalars.map(\.value))
    var end = 0
    for (place, scalar) in plain.unicodeScalars.enumerated() {
      let bytes = reading.bytes(of: place..<place + 1)
      #expect(bytes == end..<end + UTF8.width(scalar))
      end = bytes.upperBound
    }
  }

  @Test(arguments: 0..<200)
  func `a text to be recognised is the same whether its signs are plain or escaped`(seed: Int) {
    let (plain, escaped) = Self.pair(seed)
    let text = MatchText(plain)
    let other = MatchText(escaped)
    #expect(text.bytes == other.bytes && text.marks == other.marks)
    for (text, source) in [(text, plain), (other, escaped)] {
      let source = Array(source.utf8)
      for place in text.bytes.indices {
        let origin = text.origin(of: place..<place + 1)
        let piece = String(decoding: source[origin], as: UTF8.self)
        #expect(MatchText(piece).bytes.contains(text.bytes[place]), "\(piece)")
      }
    }
  }

  @Test(arguments: ["passord", "my_passord", "api-token", "pinkode", "clientSecret", "otp", "pw"])
  func `what stands behind a name with a number is taken out as well`(name: String) {
    #expect(Redaction("\(name)12: Zommer").text == "[***]: [***]")
  }

  @Test func `nine digits are an organisation number as when they are typed`() {
    var random = Seeded(3)
    for _ in 0..<2_000 {
      let digits = (0..<9).map { _ in UInt8(0x30 + random.int(0...9)) }
      let typed = try? OrganisationNumber(checking: String(decoding: digits, as: UTF8.self))
      #expect(OrganisationNumber.hasControlDigit(digits[...]) == (typed != nil))
    }
  }
}
