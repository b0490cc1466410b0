import Model
import Testing

/// One of the worked cases of the second portal: what a caller knows, and what must come out of it.
///
/// What the caller does not know they answer by *vet ikke*, so a test holds whatever order the questions come in.
struct WorkedCase: Sendable, CustomTestStringConvertible {
  let number: Int
  let message: String
  let facts: [FieldID: String]
  /// The points that fail, and the causes outside them.
  let fails: [Point]
  let causes: [Cause]
  /// The actions of the best repair.
  let actions: [String]
  /// Those of another way out, which stands below it.
  let others: [String]
  /// Access packages that must be named.
  let packages: [String]
  /// Actions that would be wrong, and must not be spoken of.
  let never: [String]

  var testDescription: String { "case \(number)" }

  init(
    _ number: Int,
    _ message: String = "",
    _ facts: [FieldID: String] = [:],
    fails: [Point] = [],
    causes: [Cause] = [],
    _ actions: [String],
    others: [String] = [],
    packages: [String] = [],
    never: [String] = []
  ) {
    self.number = number
    self.message = message
    self.facts = facts
    self.fails = fails
    self.causes = causes
    self.actions = actions
    self.others = others
    self.packages = packages
    self.never = never
  }

  /// The same as a script for the keys and the lines of a person.
  var script: TaskScript {
    TaskScript(
      testDescription,
      .findFault3,
      facts.merging([.message: message]) { given, _ in given }
    )
  }
}

extension WorkedCase {
  private static let sent: [FieldID: String] = [
    .senderActs: "nothing", .programWay: "access", .accessListed: "listed",
  ]

  private static func own(_ facts: [FieldID: String]) -> [FieldID: String] {
    facts.merging([.workFor: "own"]) { given, _ in given }
  }

  private static func client(_ facts: [FieldID: String]) -> [FieldID: String] {
    facts.merging([.workFor: "client"]) { given, _ in given }
  }

  private static func listed(_ facts: [FieldID: String]) -> [FieldID: String] {
    facts.merging(sent) { given, _ in given }
  }

  /// The seventeen, in the order of the sheet of facts.
  static let all = [
    WorkedCase(
      1,
      "MP-303",
      own([
        .senderActs: "nothing", .accessListed: "missing", .requestState: "none",
        .programVisible: "no",
      ]),
      fails: [.systemAccess],
      ["connectFromProgram"],
      never: ["askVendorAboutAccess", "replaceHandMade"]
    ),
    WorkedCase(
      2,
      "MP-303",
      own(listed([.accessHoldsNeeded: "yes", .accessOrigin: "byHand"])),
      causes: [.vendor],
      ["replaceHandMade"],
      never: ["connectFromProgram"]
    ),
    WorkedCase(
      3,
      "Systemtilgang-forespørsel for valgt aktør finnes ikke. Er du sikker på at du har valgt riktig aktør?",
      own([.senderActs: "nothing"]),
      fails: [.systemAccess],
      ["openLinkAgain"],
      others: ["askForNewLink"],
      never: ["giveSenderFullmakt"]
    ),
    WorkedCase(
      4,
      "Du mangler nødvendig fullmakt\nJa, send videre",
      client([.approverConnected: "yes"]),
      fails: [.approver],
      ["forwardRequest"]
    ),
    WorkedCase(
      5,
      "Delegering feilet: du mangler nødvendige fullmakter\nTilgangspakker som ikke kunne delegeres: A-ordningen",
      own([:]),
      fails: [.approver],
      ["mainAdministratorApproves"],
      others: ["giveApproverPackage"]
    ),
    WorkedCase(
      6,
      "GLD_005",
      own(listed([.service: "a02", .accessHoldsNeeded: "no", .changeWaiting: "no"])),
      fails: [.accessContents],
      ["askForChange"],
      packages: ["a-ordning"]
    ),
    WorkedCase(
      7,
      "403 Forbidden",
      client(
        listed([
          .accessHoldsNeeded: "yes", .clientAdded: "no", .clientOffered: "no",
          .clientRelation: "none",
        ])
      ),
      fails: [.accessContents],
      ["clientRegistersFirm", "addClient"],
      others: ["clientGivesPackage"]
    ),
    WorkedCase(
      8,
      "Kun 38 av 40 klienter ble lagt til.",
      client(
        listed([
          .accessHoldsNeeded: "yes", .clientAdded: "no", .clientOffered: "yes",
          .clientGivesAll: "no",
        ])
      ),
      fails: [.accessContents],
      ["clientGivesPackage", "addClient"],
      others: ["splitAccess"]
    ),
    WorkedCase(
      9,
      "",
      client(listed([.accessHoldsNeeded: "no"])),
      fails: [.accessContents],
      ["newClientAccess"],
      never: ["askForChange", "approveChange"]
    ),
    WorkedCase(
      10,
      "",
      client([.programWay: "logIn", .service: "rf0002", .senderRight: "none"]),
      fails: [.senderRights],
      ["giveClientToEmployee"],
      never: ["connectFromProgram"]
    ),
    WorkedCase(
      11,
      "",
      own([.programWay: "logIn", .service: "amelding-upload", .senderRight: "none"]),
      fails: [.senderRights],
      ["giveSenderFullmakt"],
      packages: ["a-ordning"]
    ),
    WorkedCase(
      12,
      "IKKE_TILGANG_TIL_RESSURS: Ikke tilgang til ressurs",
      own(
        listed([
          .service: "nav-inntektsmelding", .accessHoldsNeeded: "no", .changeWaiting: "no",
          .approverCanManage: "yes", .approverHoldsAll: "yes", .approverParty: "right",
        ])
      ),
      fails: [.accessContents],
      ["askForChange"],
      packages: ["lonn-personopplysninger-saerlig-kategori"]
    ),
    WorkedCase(13, "GLD_1062", causes: [.input], ["correctNumberSent"]),
    WorkedCase(
      14,
      "",
      own(
        listed([
          .service: "rr0002", .senderActs: "signs", .accessHoldsNeeded: "yes",
          .senderSignRight: "no",
        ])
      ),
      fails: [.senderRights],
      ["letRegisterSignerSign"]
    ),
    WorkedCase(
      15,
      "",
      [.workFor: "person", .programWay: "access"],
      fails: [.systemAccess],
      ["logInInstead"],
      others: ["useEnterpriseNumber"]
    ),
    WorkedCase(
      16,
      "403 Forbidden",
      // Of the upload of the a-melding the day tells, and nobody is asked (`OldRoleDayTests`).
      own([
        .senderActs: "logsIn", .service: "nav-naermeste-leder", .senderRight: "oldRole",
        .senderRoleCounts: "no",
      ]),
      fails: [.senderRights],
      ["giveSenderFullmakt"],
      packages: ["oppgi-naermeste-leder"]
    ),
    WorkedCase(
      17,
      "The EndUserSystem System with ID: 4711 is locked out",
      own([.programWay: "password", .accessListed: "missing", .requestState: "none"]),
      fails: [.systemAccess],
      ["leaveOldConnection"],
      never: ["stopAutomaticSendingAndWait", "registerNewID"]
    ),
  ]
}
