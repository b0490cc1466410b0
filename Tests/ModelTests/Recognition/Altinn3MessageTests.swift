import Model
import TestSupport
import Testing

/// The messages of the second portal, held against a table of its own.
@Suite struct Altinn3MessageTests {
  private static let messages = Shipped.messages.filter { $0.edition == .altinn3 }

  private static func codes(_ prefix: String, _ numbers: [Int], width: Int = 5) -> [String] {
    numbers.map { number in
      let digits = String(number)
      return prefix + String(repeating: "0", count: width - digits.count) + digits
    }
  }

  /// What is read on a screen or in a program, the message it is and where its fault most likely is.
  private static let screens: [(String, String, Cause)] = [
    ("En eller flere tjenester eksisterer ikke, eller er ikke delegerbare.", "S01", .vendor),
    ("Ei eller fleire tenester finst ikkje, eller kan ikkje delegerast.", "S01", .vendor),
    ("One or more services do not exist, or cannot be delegated.", "S01", .vendor),
    ("Kunne ikke delegere tjenester til systemtilgang.", "S02", .temporary),
    ("Could not delegate services to the system access.", "S02", .temporary),
    ("Kunne ikke opprette systemtilgang.", "S03", .temporary),
    ("Kunne ikkje opprette systemtilgang.", "S03", .temporary),
    ("Could not create system access.", "S03", .temporary),
    ("En eksisterende systemtilgang finnes allerede for valgt system.", "S04", .noFault),
    ("Ein eksisterande systemtilgang finst allereie for valt system.", "S04", .noFault),
    ("An existing system access already exists for the selected system.", "S04", .noFault),
    ("Valgt system finnes ikke", "S11", .vendor),
    ("Chosen system does not exist", "S11", .vendor),
    ("Delegering av tjenester feilet med ukjent feil.", "S14", .temporary),
    ("Delegering av tenester feila med ukjend feil.", "S14", .temporary),
    ("Din rolle har ikke fullmakt til å delegere tjenester til systemtilgang.", "S16", .approver),
    ("Rolla di har ikkje fullmakt", "S16", .approver),
    ("Du har ikke fullmakt til å direkte delegere tjenesten.", "S18", .approver),
    ("Du har ikkje fullmakt til å direktedelegere tenesta.", "S18", .approver),
    ("Du har ikkje fullmakt til å direktedelegere tenesten.", "S18", .approver),
    ("you do not have the rights to directly delegate the service.", "S18", .approver),
    ("nyttar tilgangslister der verksemda ikkje har tilgang.", "S19", .serviceOwner),
    ("Tjenesten krever eksplisitt tilgangsnivå.", "S20", .securityLevel),
    ("Tenesta krev eksplisitt tilgangsnivå.", "S20", .securityLevel),
    ("Tjenesten krever et høyere sikkerhetsnivå.", "SHigherLevel", .idPortenLogin),
    (
      "Du har ikke tilstrekkelige fullmakter for å delegere disse tilgangspakkene.", "S53",
      .approver
    ),
    (
      "You do not have sufficient access rights to delegate the requested access packages.",
      "S53", .approver
    ),
    ("Du har ikkje tilstrekkelege fullmakter", "SNotEnough", .approver),
    (
      "Du har ikke tilstrekkelige fullmakter til å godkjenne denne systemtilgang-forespørselen",
      "S66", .approver
    ),
    ("You have insufficient permissions to approve this request", "S66", .approver),
    ("Du manglar fullmakt til nødvendige tilgangspakkar.", "S68", .approver),
    ("Mottakaren har ikkje rettigheit til tenesta", "S69", .serviceOwner),
    (
      "Ressursen kan ikkje delegerast til ein annan brukar eller eining.", "S70", .serviceOwner
    ),
    ("Ressursen er ein Maskinporten skjemaressurs.", "S71", .serviceOwner),
    (
      "Systemtilgang-forespørsel for valgt aktør finnes ikke. Er du sikker på at du har valgt riktig aktør?",
      "SRequestNotFound", .systemAccess
    ),
    (
      "Førespurnad for vald aktør finst ikkje. Er du sikker på at du har valt rett aktør?",
      "SRequestNotFound", .systemAccess
    ),
    (
      "System access request for chosen party does not exist.", "SRequestNotFound", .systemAccess
    ),
    (
      "Delegering feilet: du mangler nødvendige fullmakter for å godkjenne", "SLackList", .approver
    ),
    ("Delegering feila: du manglar nødvendige fullmakter", "SLackList", .approver),
    ("Delegation failed: you lack the necessary rights", "SLackList", .approver),
    ("Tjenester som ikke kunne delegeres: Lønn", "SLackList", .approver),
    ("Tilgangspakker som ikke kunne delegeres: A-ordningen", "SLackList", .approver),
    ("Du mangler nødvendig fullmakt", "SMissingPermission", .approver),
    ("Du manglar nødvendig fullmakt", "SMissingPermission", .approver),
    ("You lack required authorization", "SMissingPermission", .approver),
    ("Ja, send vidare", "SMissingPermission", .approver),
    ("Yes, forward request", "SMissingPermission", .approver),
    ("Denne forespørselen er allerede videresendt", "SRequestForwarded", .systemAccess),
    ("Denne førespurnaden er allereie videresendt", "SRequestForwarded", .systemAccess),
    ("This request is already forwarded", "SRequestForwarded", .systemAccess),
    ("Denne forespørselen er allerede godkjent", "SRequestApproved", .noFault),
    ("Denne førespurnaden er allereie godkjend", "SRequestApproved", .noFault),
    ("This request is already approved", "SRequestApproved", .noFault),
    ("Denne forespørselen er allerede avvist", "SRequestRejected", .systemAccess),
    ("Denne førespurnaden er allereie avvist", "SRequestRejected", .systemAccess),
    ("Denne forespørselen har utløpt", "SRequestExpired", .systemAccess),
    ("Denne førespurnaden har gått ut", "SRequestExpired", .systemAccess),
    ("This request has expired", "SRequestExpired", .systemAccess),
    (
      "Denne forespørselen om oppdatering av systemtilgang er allerede godkjent",
      "SChangeApproved", .noFault
    ),
    (
      "Denne førespurnaden om oppdatering av systemtilgang er allereie avvist", "SChangeRejected",
      .accessContents
    ),
    ("This update system access request has expired", "SChangeExpired", .accessContents),
    ("Kunne ikke godkjenne systemtilgang", "SNotApproved", .approver),
    ("Kunne ikke godkjenne oppdatert systemtilgang", "SNotApproved", .approver),
    ("Kunne ikkje godkjenne systemtilgang", "SNotApproved", .approver),
    ("Could not approve system access", "SNotApproved", .approver),
    ("id må være med som query-parameter i url", "SLinkCut", .input),
    ("id må vere med", "SLinkCut", .input),
    ("id must be included", "SLinkCut", .input),
    ("Du mangler nødvendige fullmakter.", "SNoKeyRole", .approver),
    (
      "Du manglar nødvendige fullmakter. Du treng rolla Tilgangsstyrar, Hovudadministrator eller Dagleg leiar.",
      "SNoKeyRole", .approver
    ),
    ("Du mangler fullmakter for å kunne opprette systemtilgang", "SNoKeyRole", .approver),
    (
      "Det finnes ingen klienter enda. Klienter må gi fullmakt til tilgangspakkene som kreves",
      "SNoClients", .accessContents
    ),
    ("Det finst ingen klientar enno.", "SNoClients", .accessContents),
    ("There are no clients yet.", "SNoClients", .accessContents),
    ("Kun 38 av 40 klienter ble lagt til.", "SSomeClients", .accessContents),
    ("Berre 38 av 40 klientar vart lagde til.", "SSomeClients", .accessContents),
    ("Only 38 out of 40 clients were added.", "SSomeClients", .accessContents),
    ("Kunne ikke legge til klient", "SClientNotAdded", .accessContents),
    ("Kunne ikkje legge til klient", "SClientNotAdded", .accessContents),
    ("Could not add client", "SClientNotAdded", .accessContents),
    (
      "Kun klientadministratorer kan administrere klienter.", "SNotClientAdministrator",
      .delegation
    ),
    (
      "Kun klientadministratorar kan administrere klientar.", "SNotClientAdministrator",
      .delegation
    ),
    (
      "Only client administrators can manage clients.", "SNotClientAdministrator", .delegation
    ),
  ]

  private static let giving: [(String, String, Cause)] = [
    (
      "Du mangler denne tilgangspakken selv og kan derfor ikke godkjenne forespørselen.",
      "GLackPackage", .delegation
    ),
    ("Du manglar denne tilgangspakken sjølv", "GLackPackage", .delegation),
    ("You lack this access package yourself", "GLackPackage", .delegation),
    (
      "Du får ikke gitt denne fullmakten til andre fordi du mangler tilgang til den selv.",
      "GCannotGive", .delegation
    ),
    (
      "Du kan ikkje gi denne fullmakta til andre fordi du manglar tilgang til den sjølv.",
      "GCannotGive", .delegation
    ),
    (
      "You cannot give this power of attorney because you do not have access yourself.",
      "GCannotGive", .delegation
    ),
    (
      "Du mangler fullmakt til hele eller deler av denne tjenesten og kan derfor ikke godkjenne",
      "GPartOfService", .delegation
    ),
    ("Du manglar fullmakt til heile eller deler", "GPartOfService", .delegation),
    ("You lack power for all or part of this service", "GPartOfService", .delegation),
    ("Denne fullmakten kan ikke gis/fjernes her.", "GNotHere", .senderRights),
    ("Denne fullmakta kan ikkje bli gitt eller fjerna her.", "GNotHere", .senderRights),
    ("This power of attorney cannot be granted here.", "GNotHere", .senderRights),
    (
      "Skatteetaten har bestemt at denne tjenesten kan ikke gis videre til andre.", "GOwnerSays",
      .serviceOwner
    ),
    ("Tenesta ikkje kan bli gitt vidare til andre", "GOwnerSays", .serviceOwner),
    ("This service cannot be given to others.", "GOwnerSays", .serviceOwner),
    ("Du kan ikke be om fullmakt til denne tjenesten.", "GCannotAsk", .senderRights),
    ("Du kan ikkje be om fullmakt", "GCannotAsk", .senderRights),
    ("You cannot request this", "GCannotAsk", .senderRights),
    ("Vi klarte ikke å bytte aktør", "GActor", .idPortenLogin),
    ("Vi klarte ikkje å byte aktør", "GActor", .idPortenLogin),
    ("We couldn't change actor", "GActor", .idPortenLogin),
    ("Denne tjenesten er utgått og kan bare leses", "GServiceGone", .serviceOwner),
    ("Denne tenesta er utgått", "GServiceGone", .serviceOwner),
    ("This service is expired", "GServiceGone", .serviceOwner),
  ]

  /// Codes that mean the same, with the message and the likeliest place.
  private static let groups: [([String], String, Cause)] = [
    (codes("AUTH-", [1]) + codes("AMUI-", [1]), "S01", .vendor),
    (codes("AUTH-", [2]) + codes("AMUI-", [2]), "S02", .temporary),
    (codes("AUTH-", [4, 6]) + codes("AMUI-", [4]), "S04", .noFault),
    (codes("AUTH-", [51]), "S51", .temporary), (codes("AMUI-", [55, 57]), "S55", .temporary),
    (codes("AMUI-", [16]), "S16", .approver), (codes("AUTH-", [18]), "S18", .approver),
    (codes("AUTH-", [53]), "S53", .approver), (codes("AUTH-", [66]), "S66", .approver),
    (codes("AUTH-", [68]), "S68", .approver), (codes("AUTH-", [19]), "S19", .serviceOwner),
    (codes("AUTH-", [69]), "S69", .serviceOwner), (codes("AUTH-", [70]), "S70", .serviceOwner),
    (codes("AUTH-", [71]), "S71", .serviceOwner), (codes("AUTH-", [20]), "S20", .securityLevel),
    (codes("AUTH-", [0, 49]), "AUTHNumber", .input),
    (codes("AUTH-", [7]), "AUTHPending", .systemAccess),
    (codes("AUTH-", [8, 9]), "AUTHRefused", .systemAccess),
    (codes("AUTH-", [10, 30]), "SRequestNotFound", .systemAccess),
    (codes("AUTH-", [13, 61]), "AUTHHandled", .systemAccess),
    (codes("AUTH-", [15]), "AUTHNoAccess", .systemAccess),
    (codes("AUTH-", [24, 41, 42]), "AUTHOtherParty", .idPortenLogin),
    (codes("AUTH-", [17, 21, 23, 25, 26, 34, 36, 58, 59]), "AUTHSetup", .vendor),
    (codes("AUTH-", [27, 63, 64, 65]), "AUTHPackages", .vendor),
    (codes("AUTH-", [28, 79]), "AUTHClientUnknown", .accessContents),
    (codes("AUTH-", [80]), "AUTHClientLacks", .accessContents),
    (codes("AUTH-", [43, 44, 45]), "SNotClientAdministrator", .delegation),
    (codes("AUTH-", [35]), "AUTHRemoveClients", .noFault),
    (codes("AUTH-", [5, 12, 40, 67]), "AUTHStep", .temporary),
    (codes("AUTH.VLD-", Array(0...13) + Array(15...18)), "AUTHRegister", .vendor),
    (["AUTH.VLD-00014"], "AUTHNoAccess", .systemAccess),
    (codes("AM-", [20, 22]), "AMNoConnection", .delegation),
    (codes("AM.VLD-", [41]), "AMNoConnectionFound", .delegation),
    (codes("AM-", [23, 24, 43]), "AMNumber", .input), (codes("AM-", [26]), "D5", .temporary),
    (codes("AM-", [35, 37, 41]), "AMPackage", .delegation),
    (codes("AM.VLD-", [28, 33, 48]), "AMPackageRefused", .delegation),
    (codes("AM.VLD-", [36, 44, 45]), "AMNotYours", .delegation),
    (["MP-303", "invalid_altinn_customer_configuration"], "MP303", .systemAccess),
    (["MP-100", "MP-110", "MP-120", "MP-121"], "MP100", .vendor),
    (["JWT is expired", "Grant is used before"], "MPTokenWords", .vendor),
    (["invalid_grant"], "MPGrant", .vendor), (["invalid_scope"], "MPScope", .vendor),
    (["Token request contains invalid scopes for client: x"], "MPToken", .vendor),
    (["GLD_004", "AMLD_004"], "GLD004", .vendor),
    (["GLD_005", "AMLD_005", "403 GLD_005"], "GLD005", .accessContents),
    (["GLD_1015", "Ikke autorisert for denne dialogen"], "GLD1015", .accessContents),
    (["GLD_1008", "GLD_1063", "AMLD_1063"], "GLD1063", .vendor),
    (
      ["Tokenet mangler informasjon om systembruker i authorization_details"], "GLD1063", .vendor
    ),
    (["GLD_1062", "Oppgavegiver er underenhet 310043214"], "GLD1062", .input),
    (["GLD_1055", "GLD_1201"], "GLD1055", .input),
    (codes("GLD_", [8, 10, 11], width: 3), "GLDContent", .content),
    (["GLD_1001", "GLD_1069", "AMLD_1102"], "GLDContent", .content),
    (["GLD_019"], "GLD019", .alreadySent), (["GLD_021"], "GLD021", .vendor),
    (codes("GLD_", [1, 17, 23], width: 3) + ["GLD_1053"], "GLDTemporary", .temporary),
    (["FOR_001", "FOR_002", "FOR_003"], "FOR001", .content),
    (["(HTTP 403)", "403 Forbidden"], "H403", .accessContents),
    (["IKKE_TILGANG_TIL_RESSURS", "Ikke tilgang til ressurs"], "NavNoAccess", .accessContents),
    (["MANGLER_BRUKERIDENTIFIKASJON"], "NavToken", .vendor),
    (["UAUTORISERT", "Uautorisert tilgang"], "NavWords", .vendor),
    (["FEIL_INNSENDING_STATUS"], "NavContent", .content),
    (["DUPLIKAT_INNSENDING", "Duplikat innsending"], "NavDuplicate", .alreadySent),
    (["INNSENDING_PAA_GAMMEL_FORESPOERSEL"], "NavContent", .content),
    (["Dialogporten ga tom liste"], "DialogportenEmpty", .accessContents),
    (["Dialogporten svarte 400"], "Dialogporten400", .vendor),
    (["DAS-001"], "DAS001", .vendor), (["DAS-007"], "DAS007", .vendor),
    (["DAS-008"], "DAS008", .accessContents),
  ]

  private static let table =
    screens + giving + groups.flatMap { group in group.0.map { ($0, group.1, group.2) } }

  @Test(arguments: table)
  func `a message is known and leads to its point`(text: String, id: String, cause: Cause) {
    for pasted in [text, "12:03 WARN \(text)\n", text.uppercased()] where !isShort(text, pasted) {
      let recognition = Shipped.recogniser.recognise(pasted)
      #expect(recognition.matches.first?.id == id, "\(pasted): \(recognition.matches)")
      #expect(recognition.ranking.first == cause, "\(pasted)")
    }
  }

  /// Whether a word counts only when it is all that was pasted.
  private func isShort(_ text: String, _ pasted: String) -> Bool {
    text == "UAUTORISERT" && pasted != text
  }

  @Test func `all of the table of codes is in the catalogue and nothing of it twice`() {
    let named = Self.messages.flatMap(\.texts)
    #expect(Set(named).count == named.count)
    for number in 0...67 { #expect(named.contains(Self.codes("AUTH-", [number])[0])) }
  }

  @Test(arguments: messages)
  func `a message leads to a fault or a cause that the portal knows`(message: Message) {
    for cause in message.causes {
      let isPoint = cause.point.map { point in Portal.altinn3.points.contains { $0.point == point }
      }
      #expect(isPoint ?? true, "\(cause)")
    }
    for fault in message.evidence { #expect(Portal.altinn3.rule(of: fault) != nil, "\(fault)") }
    #expect(message.causes != [.unknown])
  }

  @Test(arguments: messages.filter { $0.causes.contains(.vendor) })
  func `whoever must turn to the vendor is told what to hand over`(message: Message) {
    #expect(message.handOver != nil)
  }

  @Test func `what is missing beats what the program asks for`() {
    let found = Shipped.recogniser.recognise("MP-303 invalid_altinn_customer_configuration")
    #expect(found.ranking == [.systemAccess, .vendor])
    #expect(found.evidence.isEmpty)
  }

  @Test(arguments: ["MP-303", "GLD_005", "DAS-008", "GLD_1015", "AUTH-00028"])
  func `a code that can mean several things proves nothing`(code: String) {
    #expect(Shipped.recogniser.recognise(code).evidence.isEmpty)
  }

  @Test(arguments: [
    ("AUTH-00080", [Fault.clientLacksPackage]), ("AUTH-00009", [.requestRejected]),
    ("AUTH-00007", [.requestWaiting, .requestForwarded]),
  ])
  func `a code that stands for one thing proves it`(code: String, faults: [Fault]) {
    #expect(Shipped.recogniser.recognise(code).evidence == faults)
  }
}
