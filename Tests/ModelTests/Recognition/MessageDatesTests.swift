import Model
import Testing

/// When a message was written, as far as its text tells.
@Suite struct MessageDatesTests {
  private static let last = Day("2026-06-19")
  private static let today = Day("2026-11-28")

  private static func side(_ text: String) throws -> MessageDates.Side? {
    MessageDates.side(of: text, from: try #require(last), on: today)
  }

  @Test(arguments: [
    "2026-11-27", "2026-11-27T09:14:03Z ERROR", "27.11.2026 kl. 09.14", "27/11/2026",
    "27. november 2026", "27 Nov 2026", "Fri Nov 27 09:14:03 2026", "Nov 27 09:14:03 UTC 2026",
    "November 27, 2026", "[27.11.26 09:14]", "Datert 27. NOVEMBER 2026.",
    "2026/11/27 orgnr 310043214 ref 20263",
  ])
  func `a date is read however programs and mails write it`(text: String) throws {
    #expect(try Self.side(text) == .after(#require(Day("2026-11-27"))))
  }

  @Test func `the day of the closing itself still belongs to what was open`() throws {
    #expect(try Self.side("19. juni 2026") == .upTo(#require(Day("2026-06-19"))))
    #expect(try Self.side("20.6.2026") == .after(#require(Day("2026-06-20"))))
  }

  @Test func `the last date of a side is the one that is told`() throws {
    #expect(try Self.side("2026-05-02, 2026-05-03, 1.4.2026") == .upTo(#require(Day("2026-05-03"))))
  }

  @Test(arguments: [
    "", "The EndUserSystem System with ID: 4711 is locked out", "termin 2026-05", "kl. 09.14.03",
    "310 043 214", "version 10.2.3000", "99.99.2026", "2026-13-01", "28 dager",
    // On both sides, as where an old message is sent on in a mail.
    "Sendt: 27. november 2026. Feil 3. mai 2026",
    // The third of May or the fifth of March is one side; the third of July or the seventh of March is not.
    "7/3/2026",
    // Not yet, so a deadline.
    "Frist 5. desember 2026",
  ])
  func `what is no date, or lies on both sides, decides nothing`(text: String) throws {
    #expect(try Self.side(text) == nil)
  }

  @Test func `a deadline beside a date does not hide it, and both readings may be one side`() throws
  {
    #expect(
      try Self.side("Frist 5.12.2026. Feil 27.11.2026") == .after(#require(Day("2026-11-27")))
    )
    #expect(try Self.side("3/5/2026") == .upTo(#require(Day("2026-05-03"))))
  }
}
