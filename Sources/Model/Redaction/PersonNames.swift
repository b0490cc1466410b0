/// The words behind which the name of a person stands.
enum PersonNames {
  /// Fields that hold whom a person is.
  static let fields: Set<String> = Set(
    """
    navn navnet namn namnet name fornavn fornamn forenamn etternavn etternamn mellomnavn mellomnamn
    fulltnavn fulltnamn firstname lastname surname givenname familyname middlename fullname displayname
    personnavn personname ansattnavn employeename kontaktnavn contactname brukernavn brukarnamn username
    login loginname kontaktperson kontaktpersonen kontaktpersonar kontaktpersoner kontakt contact
    contactperson ansatt ansatte tilsett tilsette arbeidstaker arbeidstakar employee saksbehandler
    sakshandsamar innsender innsendar avsender avsendar sender mottaker mottakar recipient receiver
    underskriver underskrivar underskrift signert signertav innehaver innehavar holder accountholder
    cardholder kontoholder kontoinnehaver eier eigar owner person bruker brukar brukeren user dagligleder
    dagligleiar styreleder styreleiar regnskapsforer rekneskapsforar accountant revisor auditor
    lonnsansvarlig lonnsmedarbeider attn att adresse adressa address gateadresse postadresse street
    hilsen hilsing helsing mvh meldt meldtav registrertav opprettetav utfortav endretav createdby
    reportedby updatedby author forfatter foresporrer rapportor varslet pasient patient kunde customer
    poststed poststad city preferredusername saksbeh
    """.split(whereSeparator: \.isWhitespace).map(String.init)
  )

  /// Those that are verbs or common words as well: they count only where a line or a part of it begins.
  static let verbs: Set<String> = [
    "sender", "bruker", "brukar", "kontakt", "eier", "eigar", "person", "user", "contact", "owner",
    "customer",
    "kunde", "login", "holder", "meldt", "city", "author", "address", "adresse", "name",
    "signert", "mottaker", "receiver", "recipient", "pasient", "patient", "street", "revisor",
    "auditor", "varslet",
  ]

  /// Lets through every word of the lists below which a name may stand.
  static let sieve = Sieve(words: [titles, closings, heads, ["wrote", "v"]].joined())

  /// Words in front of a name in running text: the capitalised words behind them are one.
  static let titles: Set<String> = [
    "navn", "navnet", "namn", "namnet", "ansatt", "tilsett", "kontaktperson", "kontaktpersonen",
    "employee", "saksbehandler", "arbeidstaker", "arbeidstakar", "sakshandsamar", "heter", "heiter",
    "skrev", "skreiv", "kollega", "fru", "herr", "mr", "mrs", "ms", "dr", "hei", "heisann", "hi",
    "hello", "kjaere", "dear", "hallo", "innsender", "avsender", "innehaver", "bruker", "brukeren",
    "named",
  ]

  /// Those a letter may be meant for that are no persons.
  static let audiences: Set<String> = [
    "altinn", "skatteetaten", "nav", "support", "kundeservice", "dere", "alle", "team", "all",
    "there",
    "dykk", "brukerservice", "everyone", "to", "har", "eg", "jeg", "vi", "i", "we",
  ]

  /// What ends a letter, with the name below.
  static let closings: Set<String> = [
    "hilsen", "hilsing", "helsing", "helsning", "mvh", "vh", "regards", "sincerely", "mvhilsen",
    "wishes", "greetings", "bh",
  ]

  /// What may stand before a closing on its line.
  static let beforeClosing: Set<String> = [
    "med", "vennlig", "venleg", "vennleg", "beste", "best", "kind", "warm", "warmest", "yours",
    "many",
    "hjertelig", "hilsen", "hilser", "venlig", "god", "mange", "with",
  ]

  /// The heads of a letter that name people, at the beginning of a line.
  static let heads: Set<String> = [
    "fra", "fra", "from", "til", "to", "cc", "bcc", "kopi", "sendtav", "replyto", "svartil",
    "deltakere",
    "sendt", "av", "by",
  ]
}
