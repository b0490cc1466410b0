import Testing

@testable import Model

@Suite struct DeskValueTests {
  /// The fourth and last vectors of RFC 4231 for keys that fit in a block.
  @Test func `the authentication code is that of the standard`() {
    func hex(_ bytes: [UInt8]) -> String {
      bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
    let first = SHA256.authentication(
      of: Array("Hi There".utf8),
      key: [UInt8](repeating: 0x0b, count: 20)
    )
    #expect(hex(first) == "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7")
    let second = SHA256.authentication(
      of: Array("what do ya want for nothing?".utf8),
      key: Array("Jefe".utf8)
    )
    #expect(hex(second) == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
  }

  @Test func `a code is the number and three consonants, other ones with another key`() {
    let codes = (1001...1400).map { CaseCode(CaseID(rawValue: $0), key: [1, 2, 3]) }
    for code in codes {
      #expect(code.description.wholeMatch(of: /[0-9]{4}-[BCDFGHJKLMNPRSTVZ]{3}/) != nil)
      #expect(code == CaseCode(code.id, key: [1, 2, 3]))
    }
    #expect(Set(codes.map(\.letters)).count > 350)
    let others = codes.filter { CaseCode($0.id, key: [3, 2, 1]).letters == $0.letters }
    #expect(others.count < 5)
  }

  @Test(
    arguments: [
      ("1042-KFT", 1042, "KFT"), ("1042kft", 1042, "KFT"), (" 1042 k f t ", 1042, "KFT"),
      ("1042", 1042, nil),
    ] as [(String, Int64, String?)]
  )
  func `a code is read as people say it`(text: String, number: Int64, letters: String?) throws {
    let read = try #require(CaseCode.read(text))
    #expect(read.id.rawValue == number)
    #expect(read.letters == letters)
  }

  @Test(arguments: [
    "", "KFT", "104-KFT", "1042-KF", "1042-KFAT", "1042-AEI", "310043214X", "1042 låst",
  ])
  func `what is no code is none`(text: String) {
    #expect(CaseCode.read(text) == nil)
  }

  @Test(arguments: [
    ("2026-11-28", "2026-W48"), ("2026-01-01", "2026-W01"), ("2027-01-01", "2026-W53"),
    ("2024-12-30", "2025-W01"), ("2021-01-03", "2020-W53"), ("2026-11-30", "2026-W49"),
  ])
  func `a week is that of the standard`(day: String, week: String) throws {
    #expect(Week(of: try #require(Day(day))).text == week)
  }

  @Test func `messages that differ in numbers and quoted names have one shape`() {
    let shape = MessageShape(of: "Manglende systemtilgang i 4021 (HTTP 403) for «Nordlys AS»")
    #expect(shape?.text == "Manglende systemtilgang i # (HTTP #) for «»")
    #expect(
      shape == MessageShape(of: "Manglende  systemtilgang i 77\n(HTTP 500) for \"Bakeren\"")
    )
    let guid = MessageShape(of: "feil 6f9619ff-8b86-d011-b42d-00cf4fc964ff 12.11.2026")
    #expect(guid?.text == "feil § #")
    #expect(MessageShape(of: " 12 - 34 ") == nil)
    // A paste that goes on and on has the shape of its beginning.
    let line = "Feil fra Altinn, nr. 12\n"
    let long = MessageShape(of: String(repeating: line, count: 40))
    #expect(long?.text.hasPrefix("Feil fra Altinn, nr. # Feil fra") == true)
    #expect(MessageShape(of: String(repeating: line, count: 2_000) + "slutt") == long)
    #expect(shape?.digest.count == 16)
  }

  @Test func `under five similar cases nothing is told, and no cause under five`() {
    #expect(SimilarCases([("æøå", 4, 9)]) == nil)
    let told = SimilarCases([
      ("wrongID", 4, 4), ("wrongPassword", 5, 25), ("systemLocked", 4, 90), ("wrongID", 3, 3),
    ])
    #expect(told?.causes.map(\.cause) == ["wrongPassword", "wrongID"])
    #expect(told?.total == 16)
    #expect(told?.others(beside: 2) == 4)
  }

  @Test func `seconds are rounded to five, and no call is longer than a day`() {
    #expect([0, 2, 3, 78, -5, 1 << 40].map(CallOutcome.rounded) == [0, 0, 5, 80, 0, 86_400])
  }
}
