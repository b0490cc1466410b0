import Model
import TestSupport
import Testing

/// A situation as it reaches a support desk, and what must come out of it.
struct Journey: Sendable, CustomTestStringConvertible {
  let name: String
  /// The message as it is pasted; `nil` when there is none.
  var message: String?
  /// What the person answers, in this order.
  var answers: [(fact: FieldID, value: String)] = []
  let failing: [Point]
  let causes: [Cause]
  let certainty: Certainty
  /// The first repair, by the ids of its actions.
  let repair: [String]
  /// Who does each action of it.
  let actors: [Actor]
  /// Repairs that must be offered further down.
  var others: [[String]] = []
  /// Actions that must not be offered at all.
  var never: [String] = []

  var testDescription: String { name }

  /// The walk of somebody who says all this.
  var walk: Walk {
    var walk = Walk(.findFault, engine: Content.embedded.engine(of: .altinn2))
    walk.read(message ?? "", with: Content.embedded.recogniser)
    for (fact, value) in answers { walk.give(value, to: fact) }
    return walk
  }

  private static let passwordActions = ["setSystemPassword", "setLoginPassword"]

  static let all: [Journey] = [
    Journey(
      name: "1 a new payroll program, and a password told on the telephone",
      message: "Incorrect username/password given for system",
      answers: [
        (.reporteeKind, "organisation"), (.systemRegistered, "yes"), (.systemOwner, "reportee"),
        (.systemIDCorrect, "yes"), (.systemPasswordCorrect, "no"),
      ],
      failing: [.registration],
      causes: [.registration],
      certainty: .likely,
      repair: ["setSystemPassword"],
      actors: [.reporteeManager],
      never: ["correctID", "tryLater"]
    ),
    Journey(
      name: "2 one client of many fails at an accountant's office",
      message: SampleMessage.notAuthorised,
      answers: [
        (.reporteeKind, "organisation"), (.service, "a02"), (.systemOwner, "otherOrganisation"),
        (.ownerRight, "no"), (.personRight, "no"), (.personAnyRole, "no"),
      ],
      failing: [.personRights, .systemRights],
      causes: [.personRights, .systemRights],
      certainty: .confirmed,
      repair: ["giveSenderRight", "giveOwnerRight"],
      actors: [.giver, .giver],
      others: [
        ["clientRegistersAccountant", "giveClientRole"],
        ["clientRegistersAccountant", "giveSenderRight"], ["giveSenderRight", "registerOnSelf"],
      ],
      never: ["askForAccess"] + passwordActions
    ),
    Journey(
      name: "3 the same message and nothing known",
      message: SampleMessage.notAuthorised,
      answers: [
        (.reporteeKind, Fact.unknown), (.service, Fact.unknown), (.systemOwner, Fact.unknown),
        (.personRight, Fact.unknown),
      ],
      failing: [],
      causes: [],
      certainty: .open,
      repair: [],
      actors: []
    ),
    Journey(
      name: "4 for a family member's enterprise with an ID on one's own number",
      message: SampleMessage.notAuthorised,
      answers: [
        (.reporteeKind, "organisation"), (.service, "a02"), (.systemOwner, "self"),
        (.personRight, "no"),
        (.personAnyRole, "no"),
      ],
      failing: [.personRights, .systemRights],
      causes: [.personRights, .systemRights],
      certainty: .confirmed,
      repair: ["giveSenderRight"],
      actors: [.giver],
      never: ["askForAccess"]
    ),
    Journey(
      name: "5 locked, with a machine that goes on sending",
      message: "The EndUserSystem System with ID: 4711 is locked out.",
      failing: [.registration],
      causes: [.registration],
      certainty: .confirmed,
      repair: ["stopAutomaticSendingAndWait"],
      actors: [.sender],
      others: [["registerNewID"]],
      never: ["setSystemPassword"]
    ),
    Journey(
      name: "6 no code comes by SMS, since the MinID password is used",
      answers: [
        (.loginAsked, "yes"), (.loginMethod, "minid"), (.loginPasswordCorrect, "no"),
        (.loginMobileCorrect, "yes"), (.loginSubmissionAllowed, "no"),
      ],
      failing: [.login],
      causes: [.login],
      certainty: .likely,
      repair: ["useCodeMethod", "setLoginPassword", "allowSubmission"],
      actors: [.sender, .sender, .sender]
    ),
    Journey(
      name: "7 the code has expired",
      message: "Pin session time has time out for user. Request new.",
      failing: [.login],
      causes: [.login],
      certainty: .confirmed,
      repair: ["orderNewCode"],
      actors: [.sender],
      never: passwordActions
    ),
    Journey(
      name: "8 fills in RF-0002 but cannot sign it",
      answers: [
        (.reporteeKind, "organisation"), (.service, "rf0002"), (.personRight, "yes"),
        (.personSignRight, "no"), (.systemOwner, "reportee"),
      ],
      failing: [.personRights],
      causes: [.personRights],
      certainty: .likely,
      repair: ["letSignerSign"],
      actors: [.signer],
      others: [["giveSignRight"]],
      never: ["giveSenderRight"]
    ),
    Journey(
      name: "9 two faults at once",
      message: "Incorrect username/password given for system",
      answers: [
        (.reporteeKind, "organisation"), (.service, "a02"), (.systemOwner, "otherOrganisation"),
        (.systemIDCorrect, "yes"), (.systemPasswordCorrect, "no"), (.ownerRight, "no"),
        (.personRight, "yes"),
      ],
      failing: [.registration, .systemRights],
      causes: [.registration, .systemRights],
      certainty: .likely,
      // One person can mend both by a registration of their own; else two must act.
      repair: ["registerOnReportee"],
      actors: [.reporteeManager],
      others: [
        ["giveOwnerRight", "setSystemPassword"],
        ["clientRegistersAccountant", "setSystemPassword"],
      ]
    ),
    Journey(
      name: "10 not one of the four",
      message: "Not A Valid DataFormatId Or DataFormatVersion;",
      failing: [],
      causes: [.vendor],
      certainty: .confirmed,
      repair: ["askVendor"],
      actors: [.vendor],
      never: ["giveSenderRight"] + passwordActions
    ),
  ]
}
