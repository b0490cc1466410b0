import Model
import Testing

/// Exercises are drawn from names by these numbers, so they never change.
@Suite struct FNV1aTests {
  private static let published: [(text: String, long: UInt64, short: UInt32)] = [
    ("", 0xCBF2_9CE4_8422_2325, 0x811C_9DC5),
    ("a", 0xAF63_DC4C_8601_EC8C, 0xE40C_292C),
    ("foobar", 0x8594_4171_F739_67E8, 0xBF9C_F968),
  ]

  @Test func `the numbers are those that the algorithm is published with`() {
    for (text, long, short) in Self.published {
      #expect(FNV1a.hash(text.utf8) == long)
      #expect(Array(text.utf8).withUnsafeBytes { FNV1a.shortHash($0) } == short)
    }
  }
}
