/// The names of fields whose numbers are needed to find a fault, and how long those are.
enum EvidenceNames {
  /// The most digits that a number behind a name may have, or `nil` for a name of nothing known.
  static func digits(behind name: String) -> Int? {
    exact[name]
  }

  /// Every name whose number is needed.
  static var names: some Sequence<String> { exact.keys }

  /// Whether a name is that of what went wrong or of what a server answers.
  static func isOfFault(_ name: String) -> Bool { faults.contains(name) }

  private static let faults = Set(
    exact.keys.filter { name in faultBeginnings.contains { name.hasPrefix($0) } }
  ).union(["avvikskode", "altinnerrorid", "subcode", "exception", "hresult", "port"])

  private static let faultBeginnings = [
    "feil", "error", "fault", "status", "http", "exit", "result", "return", "reason", "line",
    "linje", "svarte", "response",
  ]

  /// Words for what went wrong, whose number stays where nobody's secret is named.
  static let numbered: Set<String> = [
    "feil", "feilen", "error", "fault", "exception", "avvik", "avviket", "status", "statuskode",
    "statuscode", "feilmelding", "feilmeldingen", "errormessage", "meldingsnummer", "meldingsnr",
    "meldingskode", "meldingskoden", "messagenumber", "messageno", "messagecode", "advarsel",
    "atvaring", "warning",
  ]

  /// Words whose number stays only with *nr* before it: what was sent to somebody is a message too.
  static let counted: Set<String> = ["melding", "meldingen", "meldinga", "message"]

  /// What says that a program ended with a code.
  static let failings: Set<String> = [
    "feilet", "feila", "feiler", "feilar", "failed", "fails", "stanset", "stansa", "stoppet",
    "avsluttet", "avslutta", "avbrutt", "avbroten", "exited", "ended", "svarte", "svarer",
    "svarar", "returnerte", "returned", "terminated", "avvist", "rejected",
  ]

  private static let exact: [String: Int] = {
    var exact: [String: Int] = [:]
    func add(_ names: String, _ digits: Int) {
      for name in names.split(separator: " ") { exact[String(name)] = digits }
    }
    add(
      "errorid errorcode errornumber errorno errornr feilkoden feilkoda feilnummeret feilkode feilkodar feilkoder feilnummer feilnr "
        + "feilid faultcode resultcode returncode reasoncode subcode exitcode altinnerrorid avvikskode",
      6
    )
    add("feil feilen error fault exception hresult", 3)
    add(
      "systemid systemusername enterprisesystemid datasystemid fagsystemid altinnid agencysystem "
        + "datasystem datasystemet datasystemnummer idnummeret idnummer idnr iden id systemnummer systemidnummer "
        + "endusersystem endusersystemid system",
      9
    )
    add("partyid userid altinnuserid altinnpartyid instanceownerpartyid partid", 9)
    add(
      "servicecode tjenestekode tenestekode serviceedition serviceeditioncode editioncode "
        + "externalservicecode externalserviceeditioncode tjenesteutgave utgavekode utgave edition",
      6
    )
    add(
      "status statuscode httpstatus http httpstatuscode statuskode svarte returned responsecode",
      3
    )
    add("line linje linenumber lineno linjenr row rad column kolonne position posisjon", 6)
    add("port", 5)
    add("exp iat nbf timestamp epoch expiresin expires", 13)
    add("ar aret year inntektsar inntektsaret periode period termin", 4)
    add("rfc iso ietf", 5)
    return exact
  }()

  /// Whether a name is that of an id which may stand beside the name of a secret.
  static func permitsID(_ name: String) -> Bool {
    references.contains(name) || ids.contains(name)
      || idEndings.contains { name.hasSuffix($0) }
  }

  static let ids: Set<String> = [
    "request", "trace", "span", "correlation", "message", "melding", "meldings", "party", "partyid",
    "partyuuid", "uuid", "guid", "userid", "userguid", "systemid", "system", "clientid",
    "klientid", "kid", "systemuserid", "systembrukerid", "systembruker", "systembrukar", "dialog",
    "instans", "instance", "foresporsel", "tenant", "tenantid", "resourceid", "agentid",
    "referanse", "reference", "event", "sak", "case",
  ]

  private static let idEndings = [
    "traceid", "requestid", "correlationid", "partyuuid", "errorguid", "instanceid", "dialogid",
    "messageid",
  ]

  /// Names that end the value of a field before them on the same line.
  static let fields: Set<String> = Set(
    """
    errorid errorcode errormessage errorguid userid userguid user username bruker brukernavn brukarnamn id
    systemid server database host port scope clientid granttype state status statuscode code kode feil
    feilkode feilmelding melding message error orgnr organisasjonsnummer reportee avgiver avgivar system
    traceid correlationid requestid timestamp tid time dato date url uri path level domain
    initialcatalog datasource encrypt trustedconnection method version versjon pin pinkode engangskode
    passord password token type name navn
    """.split(whereSeparator: \.isWhitespace).map(String.init)
  )

  /// Names of what tells one call from all others.
  static let references: Set<String> = Set(
    """
    errorguid traceid traceparent spanid correlationid xcorrelationid requestid xrequestid callid
    navcallid korrelasjonsid instanceid instance operationid activityid messageid meldingsid
    referanse reference referanseid innsendingid forsendelsesid arkivreferanse archivereference
    receiptid kvitteringsid parentid conversationid transactionid transaksjonsid externalref shipmentreference
    externalshipmentreference sporingsid dialogid eventid
    """.split(whereSeparator: \.isWhitespace).map(String.init)
  )
}
