/// The words that tell of a secret without being one, as in `passord: må byttes`.
///
/// What stands in the place of a secret stays only where every word of it is one of these.
enum StateWords {
  static func contains(_ word: String) -> Bool { words.contains(word) }

  static let words: Set<String> = Set(
    """
    er var blir ble blei vart ma skal kan bor har hadde ikke ikkje ingen ingenting aldri
    byttes byttet bytta bytte bytast endres endret endra endre endrast utlopt utlop utloper utgatt utgar
    gatt gar ut ugyldig gyldig galt gal feil riktig rett korrekt mangler manglar manglet manglende mangla
    tomt tom blank blankt sperret sperra last laast ukjent godkjent avvist avvise nullstilt nullstilles
    nullstillast glemt gloymt pakrevd kreves krevst oppgitt ikkeoppgitt satt sett skjult fjernet fjerna
    slettet sletta brukt for kort lang svakt gammelt nytt samme som eller og det den
    expired invalid valid wrong incorrect correct missing empty required optional not is was must be
    changed reset has been failed ok yes no none null nil true false undefined blank locked blocked
    disabled enabled unknown hidden redacted removed masked given provided supplied specified found
    set unset needs to accepted rejected denied too short long weak mismatch used already ja nei error
    brukernavn brukarnamn username user bruker brukar passord passordet password pin kode koden code token
    """.split(whereSeparator: \.isWhitespace).map(String.init)
  )

  /// What a secret is that was refused, and what it was refused for: `passord er ugyldig for datasystemet`.
  static let refusals: Set<String> = [
    "ugyldig", "feil", "galt", "gal", "ukjent", "utlopt", "sperret", "sperra",
    "invalid", "wrong", "incorrect", "unknown", "expired", "locked", "blocked",
  ]
  static let holders: Set<String> = [
    "datasystemet", "datasystem", "systemet", "system", "programmet", "program", "altinn",
  ]

  /// The words that may stand between the name of a secret and the sign or word that leads to it.
  static let between: Set<String> = Set(
    """
    til for fra fra pa i av ved hos med om via under nr nummer no number sms brev epost post e app
    mitt min mine ditt din dine vart var vare deres dykkar my your our their the a an en et ein eit
    systemet system datasystemet datasystem programmet program altinn idporten id porten minid bankid
    bruker brukar brukeren user users person konto kontoen account nytt nye ny new gammelt gamle old
    to from on at of in by here er ble feil gjeldende siste forste current last first innlogging login
    feil eller og and or porten din mobil mobilen telefon telefonen phone helt denne dette this that is er
    """.split(whereSeparator: \.isWhitespace).map(String.init)
  )

  /// Who says that a secret was changed goes on with the old one and the new one.
  static let changes: Set<String> = [
    "byttet", "bytta", "endret", "endra", "satt", "sett", "sette", "bytte", "endre", "changed",
    "change", "set", "reset",
    "nullstilt", "nullstilte", "nullstille", "skiftet", "skifta",
  ]
  /// What stands before either.
  static let turns: Set<String> = ["til", "fra", "lik", "som", "to", "from", "as", "fr?"]

  /// What leads from the name of a secret to the secret in a sentence.
  static let copulas: Set<String> = [
    "er", "is", "var", "was", "blir", "ble", "blei", "vart", "lyder", "lyd", "equals", "heter",
    "heiter",
    "are", "becomes",
  ]
}
