import Model
import TestSupport
import Testing

/// How things are in one situation: what a person would answer to whatever they are asked.
///
/// What it does not say, the person does not know. So a test holds whatever order the questions come in.
struct Situation: Sendable, CustomTestStringConvertible {
  static let reportee = "310043214"
  static let system = "4711"
  static let form = "RF-0002"

  let name: String
  /// The message as it is pasted.
  let message: String
  let facts: [FieldID: String]

  var testDescription: String { name }

  init(_ name: String, message: String, _ facts: [FieldID: String] = [:]) {
    self.name = name
    self.message = message
    self.facts = facts
  }

  func answer(to field: FieldID) -> String {
    facts[field] ?? Fact.unknown
  }
}

extension Situation {
  /// The person who sends lacks the right; the ID is registered on the one they send for.
  static let personLacksRight = Situation(
    "E1, the person's right",
    message:
      "User is not authorized for submittal of reporting service\non behalf of reportee: \(reportee)",
    [
      .reporteeKind: ReporteeKind.organisation.rawValue, .service: form,
      .systemRegistered: Fact.yes, .systemOwner: Owner.reportee.rawValue, .personRight: Fact.no,
      .personAnyRole: Fact.yes,
    ]
  )

  /// The accountant's ID lacks the right for this client.
  static let ownerLacksRight = Situation(
    "E1, the system's right",
    message: SampleMessage.notAuthorised,
    [
      .reporteeKind: ReporteeKind.organisation.rawValue, .service: form,
      .systemRegistered: Fact.yes, .systemOwner: Owner.otherOrganisation.rawValue,
      .personRight: Fact.yes, .personSignRight: Fact.yes, .ownerRight: Fact.no,
    ]
  )

  static let wrongPassword = Situation(
    "E2",
    message: "Incorrect username/password\r\ngiven for system",
    [
      .reporteeKind: ReporteeKind.organisation.rawValue, .service: form,
      .systemRegistered: Fact.yes, .systemOwner: Owner.reportee.rawValue,
      .systemIDCorrect: Fact.yes, .systemPasswordCorrect: Fact.no, .systemLocked: Fact.no,
    ]
  )

  static let wrongLoginPassword = Situation(
    "E3",
    message: "Incorrect username/password/pin given for user",
    [
      .loginAsked: Fact.yes, .loginMethod: LoginMethod.sms.rawValue,
      .loginPasswordCorrect: Fact.no, .loginMobileCorrect: Fact.yes,
      .loginSubmissionAllowed: Fact.yes, .loginCodeExpired: Fact.no, .loginLocked: Fact.no,
    ]
  )

  static let codeExpired = Situation(
    "E4",
    message: "Pin session time has\ntime out for user.\nRequest new",
    [.loginAsked: Fact.yes, .loginMethod: LoginMethod.sms.rawValue, .loginCodeExpired: Fact.yes]
  )

  static let oldForm = Situation("E5", message: "Not A Valid DataFormatId Or DataFormatVersion;")

  static let lockedOut = Situation(
    "E6",
    message: "The EndUserSystem System with ID: \(system) is locked out",
    [
      .reporteeKind: ReporteeKind.organisation.rawValue, .systemRegistered: Fact.yes,
      .systemOwner: Owner.reportee.rawValue, .systemLocked: Fact.yes,
    ]
  )

  static let noService = Situation(
    "E7",
    message: "There exist no valid services with given\nservice code/edition code"
  )

  /// Something no catalogue knows.
  static let unheardOf = Situation("an unknown message", message: "Noe helt annet gikk galt")
}
