/// A field of a fault, a log or an envelope whose value is worth having.
enum MessageField: String, CaseIterable, Sendable {
  case errorID, errorGuid, correlationID, systemID, organisationNumber, serviceCode, serviceEdition

  /// The Altinn that alone has such a field: forms have service codes, and faults a number of their own.
  var edition: PortalEdition? {
    switch self {
    case .errorGuid, .serviceCode, .serviceEdition: .altinn2
    case .errorID, .correlationID, .systemID, .organisationNumber: nil
    }
  }

  /// The names of the field, in letters only; the value follows behind signs and blanks.
  var names: [String] {
    switch self {
    case .errorID:
      [
        "errorid", "errorcode", "errornumber", "errorno", "feilkode", "feilkoden", "feilnummer",
        "feilnr",
      ]
    case .errorGuid: ["errorguid", "thisspeciffic error", "thisspecific error"]
    case .correlationID:
      [
        "correlationid", "korrelasjonsid", "korrelasjonsiden", "korrelationsid", "traceid",
        "traceparent",
      ]
    case .systemID:
      [
        "systemusername", "enterprisesystemid", "systemid", "datasystemid", "fagsystemid",
        "altinnid", "agencysystem", "endusersystemsystemwithid",
      ]
    case .organisationNumber:
      [
        "reportee", "reporteenumber", "reporteeno", "avgiver", "avgivar", "orgnr", "orgno",
        "orgnummer", "organisasjonsnummer", "organisasjonsnr", "organizationnumber",
        "organisationnumber",
      ]
    case .serviceCode: ["servicecode", "tjenestekode", "tenestekode"]
    case .serviceEdition:
      ["serviceedition", "serviceeditioncode", "editioncode", "tjenesteutgave", "utgavekode"]
    }
  }

  /// Reads the value behind a name, or `nil` when what stands there cannot be one.
  func value(in text: MatchText, from start: Int) -> String? {
    switch self {
    case .errorID: digits(text, start, 1...6)
    case .systemID: digits(text, start, 1...9)
    case .serviceCode: digits(text, start, 1...6)
    case .serviceEdition: digits(text, start, 1...6)
    case .organisationNumber: organisation(text, start)
    case .errorGuid: guid(text, start)
    case .correlationID: trace(text, start) ?? guid(text, start)
    }
  }

  /// Reads the value of an element whose start tag has attributes, as in `<ErrorID type="int">5<`.
  ///
  /// - Parameter name: Where the name of the field stands; it must stand behind the value again.
  func valueBehindAttributes(in text: MatchText, name: Range<Int>) -> String? {
    guard !text.marks[name.upperBound].contains(.cut) else { return nil }
    let furthest = min(name.upperBound + 120, text.bytes.count)
    for position in name.upperBound..<furthest
    where text.marks[position].contains(.cut) && Self.isDigit(text.bytes[position]) {
      let end = Self.run(text, from: position).upperBound
      if text.bytes[end...].starts(with: text.bytes[name]) {
        return value(in: text, from: position)
      }
    }
    return nil
  }

  private func digits(_ text: MatchText, _ start: Int, _ lengths: ClosedRange<Int>) -> String? {
    let run = Self.run(text, from: start)
    guard lengths.contains(run.count) else { return nil }
    return String(decoding: text.bytes[run], as: UTF8.self)
  }

  /// Nine digits that are an organisation number, in one run or in groups.
  private func organisation(_ text: MatchText, _ start: Int) -> String? {
    guard let digits = nineDigits(text, start), Self.endsNumber(text, digits.upperBound),
      OrganisationNumber.hasControlDigit(text.bytes[digits])
    else { return nil }
    return Self.string(text, digits)
  }

  /// Nine digits that stand for an organisation and that none can have; with more digits behind them they
  /// could be the beginning of something else.
  func impossibleNumber(in text: MatchText, from start: Int) -> Range<Int>? {
    guard self == .organisationNumber, let digits = nineDigits(text, start),
      digits.upperBound == text.bytes.count || !Self.isDigit(text.bytes[digits.upperBound])
    else { return nil }
    return OrganisationNumber.hasControlDigit(text.bytes[digits]) ? nil : digits
  }

  private func nineDigits(_ text: MatchText, _ start: Int) -> Range<Int>? {
    var end = start
    while end < text.bytes.count, end - start < 9, Self.isDigit(text.bytes[end]) { end += 1 }
    return end - start == 9 ? start..<end : nil
  }

  static func string(_ text: MatchText, _ range: Range<Int>) -> String {
    String(decoding: text.bytes[range], as: UTF8.self)
  }

  /// The id of a call as programs hand it on: version, 32 and 16 hexadecimal digits, and flags.
  private func trace(_ text: MatchText, _ start: Int) -> String? {
    guard start + 52 <= text.bytes.count else { return nil }
    let letters = text.bytes[start..<(start + 52)]
    guard letters.starts(with: "00".utf8),
      letters.allSatisfy({ EscapedText.hexadecimal($0) != nil })
    else { return nil }
    return parts([2, 32, 16, 2], of: text, from: start)
  }

  private func parts(_ lengths: [Int], of text: MatchText, from start: Int) -> String {
    var position = start
    return lengths.map { length in
      defer { position += length }
      return String(decoding: text.bytes[position..<(position + length)], as: UTF8.self)
    }.joined(separator: "-")
  }

  private func guid(_ text: MatchText, _ start: Int) -> String? {
    guard start + 32 <= text.bytes.count else { return nil }
    let letters = text.bytes[start..<(start + 32)]
    guard letters.allSatisfy({ EscapedText.hexadecimal($0) != nil }) else { return nil }
    return parts([8, 4, 4, 4, 12], of: text, from: start)
  }

  /// The digits from a place up to the next letter or gap.
  static func run(_ text: MatchText, from start: Int) -> Range<Int> {
    var end = start
    while end < text.bytes.count, end - start < 20, isDigit(text.bytes[end]),
      end == start || !text.marks[end].contains(.gap)
    {
      end += 1
    }
    return start..<end
  }

  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// Whether no digit follows without a gap.
  static func endsNumber(_ text: MatchText, _ end: Int) -> Bool {
    end == text.bytes.count || !isDigit(text.bytes[end]) || text.marks[end].contains(.gap)
  }
}
