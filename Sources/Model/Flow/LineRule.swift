/// What a line of text must be; every line may also be left empty.
package enum LineRule: String, CaseIterable, Equatable, Sendable {
  case free
  /// What somebody is called; a run of digits is nobody's name.
  case name
  /// What a program is called, often with a year.
  case program
  /// The name of a person or an organisation, or the number of an organisation.
  case party
  /// The number of an organisation that somebody reads out, where no name is kept of anybody.
  case unit
  /// The ID number of a datasystem.
  case systemID
  /// A Norwegian mobile number; it is checked and not kept.
  case mobileNumber
  /// The nine digits of an organisation.
  case organisationNumber
  /// A number to call back on.
  case phone
  /// A day that has been, today at the latest, as `2026-12-01` or `1.12.2026`; kept the first way.
  case pastDate
  /// A day to come, today at the earliest, written and kept in the same ways.
  case comingDate

  /// Whether it is whom something is for, so that a number that cannot exist may be the very fault.
  package var namesParty: Bool { [.party, .unit].contains(self) }

  /// Whether it is a day.
  package var isDate: Bool { [.pastDate, .comingDate].contains(self) }

  /// Something to say about a line: the key of a text, and whether one cannot go on with it.
  package struct Finding: Equatable, Sendable {
    package let key: String
    package let values: [String: String]
    package let isRefused: Bool

    /// Whether one goes on with it once it has been looked at again: a number that cannot exist may be the very fault.
    package var isAskedTwice: Bool { key == LineRule.impossibleNumber && !isRefused }

    init(_ key: String, _ values: [String: String] = [:], isRefused: Bool = true) {
      self.key = key
      self.values = values
      self.isRefused = isRefused
    }
  }

  /// What is said of nine digits that no organisation can have, as the key of a text.
  package static let impossibleNumber = "line.party.impossible"
  /// What is kept of a mobile number or a password: that it was checked.
  package static let checked = "checked"
  /// What is kept of a password that the person chooses elsewhere.
  package static let skipped = "skipped"

  /// What is wrong with a line, or worth looking at; nothing for a good or an empty one.
  ///
  /// - Parameter today: The day it is; without it no day is too early or too late.
  package func finding(_ text: String, on today: Day?) -> Finding? {
    guard !text.isEmpty else { return nil }
    switch self {
    case .free, .program: return hiddenFinding(text, "line.free.identityNumber")
    case .name, .party: return numberFinding(text) ?? maskedFinding(text)
    case .unit: return unitFinding(text)
    case .systemID:
      do {
        let id = try SystemID(checking: text)
        return id.notices.first.map { Finding($0.textKey, isRefused: false) }
      } catch {
        var values: [String: String] = [:]
        if case .tooLong(let count) = error { values["count"] = "\(count)" }
        return Finding(error.textKey, values)
      }
    case .mobileNumber:
      do {
        _ = try MobileNumber(checking: text)
        return nil
      } catch {
        var values: [String: String] = [:]
        if case .wrongLength(let count) = error { values["count"] = "\(count)" }
        return Finding(error.textKey, values)
      }
    case .organisationNumber:
      do {
        _ = try OrganisationNumber(checking: text)
        return nil
      } catch {
        var values: [String: String] = [:]
        if case .wrongLength(let count) = error { values["count"] = "\(count)" }
        return Finding(error.textKey, values)
      }
    case .phone:
      do {
        _ = try PhoneNumber(checking: text)
        return nil
      } catch {
        return Finding(
          error == .nationalIdentityNumber ? "line.party.identityNumber" : "line.phone.unreadable"
        )
      }
    case .pastDate, .comingDate:
      guard let day = Day(text) else {
        return Finding(Day.isMissing(text) ? "line.date.missing" : "line.date.unreadable")
      }
      guard let today else { return nil }
      if self == .pastDate { return day > today ? Finding("line.date.notYet") : nil }
      return day < today ? Finding("line.date.past") : nil
    }
  }

  /// What is wrong with digits that stand for an organisation or a name.
  ///
  /// One cannot go on with what is not kept and would be gone without a word. A number that cannot exist may be
  /// the very fault, and is kept where a party is named.
  private func numberFinding(_ text: String) -> Finding? {
    guard text.contains(where: \.isNumber) else { return nil }
    let hasLetters = text.contains(where: \.isLetter)
    do {
      _ = try OrganisationNumber(checking: text)
      return nil
    } catch {
      switch error {
      case .wrongControlDigit:
        let isKept = namesParty && OrganisationNumber.mistyped(text) != nil
        return Finding(Self.impossibleNumber, isRefused: !isKept)
      case .nationalIdentityNumber: return Finding("line.party.identityNumber")
      case .wrongLength(let count): return lengthFinding(count, asked: error.textKey)
      case .empty, .letters:
        if hasLetters { return hiddenFinding(text, "line.party.identityNumber") }
        return Finding(self == .name ? "line.name.digits" : "line.party.digits")
      }
    }
  }

  /// That there are too few or too many digits; where a name will do, digits are not all that is asked for.
  private func lengthFinding(_ count: Int, asked key: String) -> Finding {
    switch self {
    case .name: Finding("line.name.digits")
    case .party: Finding("line.party.wrongLength", ["count": "\(count)"])
    default: Finding(key, ["count": "\(count)"])
    }
  }

  /// The same where only a number is kept, so that nobody is asked for a name instead.
  private func unitFinding(_ text: String) -> Finding? {
    guard !text.contains(where: \.isLetter) else { return Finding("line.unit.name") }
    guard text.contains(where: \.isNumber) else { return Finding("line.unit.digits") }
    let finding = numberFinding(text)
    return switch finding?.key {
    case "line.party.identityNumber": Finding("line.unit.identityNumber")
    case "line.party.digits": Finding("line.unit.digits")
    default: finding
    }
  }

  /// That not all of a name is kept, which is said while it can be written otherwise.
  private func maskedFinding(_ text: String) -> Finding? {
    guard text.contains(where: \.isLetter), safe(text) != text else { return nil }
    return Finding("line.party.masked", isRefused: false)
  }

  /// That a national identity number stands among other words.
  private func hiddenFinding(_ text: String, _ key: String) -> Finding? {
    guard text.contains(where: \.isNumber),
      Redaction(text).removed[.nationalIdentityNumber] != nil
    else { return nil }
    return Finding(key)
  }

  /// What to show of a good line in place of keeping it: a mobile number with all but its end hidden.
  package func shown(_ text: String) -> (key: String, values: [String: String])? {
    guard self == .mobileNumber, let number = try? MobileNumber(checking: text) else { return nil }
    return ("line.mobileNumber.good", ["number": number.masked])
  }

  /// A line as it may be kept: a value of the kind that the line asks for as it is, all else redacted.
  func safe(_ text: String) -> String {
    // Blanks alone name nobody.
    guard text.contains(where: { !$0.isWhitespace }) else { return "" }
    if takes(text) { return text }
    // A number that cannot exist may be the very fault.
    if namesParty, let number = OrganisationNumber.mistyped(text) { return number }
    let kept =
      switch self {
      case .name, .party: Redaction(text, nameOf: .party).text
      case .program: Redaction(text, nameOf: .program).text
      default: Redaction(text).text
      }
    // Of a number that is only begun nothing is left, and the mark in its place is nobody's name.
    return [.name, .party, .unit, .program].contains(self) && kept != text
      && !text.contains(where: \.isLetter)
      ? "" : kept
  }

  /// Whether a line is of the kind that is asked for, and so may be kept as it is.
  func takes(_ text: String) -> Bool {
    switch self {
    case .free, .name, .party, .unit, .program: false
    case .mobileNumber: [Self.checked, Self.skipped].contains(text)
    // Which day it is says nothing of whether a kept one is a day.
    case .systemID, .organisationNumber, .phone, .pastDate, .comingDate:
      finding(text, on: nil)?.isRefused != true
    }
  }

  /// What is kept of a good line; of one that is not good yet, what must not get lost.
  package func kept(_ text: String) -> String {
    switch self {
    case .free, .name, .party, .unit, .program, .systemID: text
    case .mobileNumber: text.isEmpty || finding(text, on: nil) != nil ? "" : Self.checked
    case .organisationNumber: (try? OrganisationNumber(checking: text))?.number ?? text
    case .phone: (try? PhoneNumber(checking: text))?.text ?? text
    case .pastDate, .comingDate: Day(text)?.text ?? text
    }
  }
}
