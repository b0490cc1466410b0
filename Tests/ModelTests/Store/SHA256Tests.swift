import Testing

@testable import Model
@testable import Store

@Suite struct SHA256Tests {
  private func hex(_ text: [UInt8]) -> String {
    SHA256.digest(text).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// The examples of FIPS 180-4 and of the test vectors published with it.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrs"
        + "mnopqrstnopqrstu",
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
    ),
  ])
  func `gives the digest of the standard`(text: String, digest: String) {
    #expect(hex(Array(text.utf8)) == digest)
  }

  @Test func `gives the digest of a million letters`() {
    #expect(
      hex([UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000))
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    )
  }

  /// The digests of 0 to 130 letters `a`, chained: every length around the ends of the blocks.
  @Test func `gives the right digest for every length around the ends of the blocks`() {
    var chained: [UInt8] = []
    for length in 0...130 {
      chained = SHA256.digest(chained + [UInt8](repeating: UInt8(ascii: "a"), count: length))
    }
    #expect(
      chained.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        == "8051f55462d14020880fca53d83f03ee114e2ba9405e736902643507d7f27105"
    )
  }
}
