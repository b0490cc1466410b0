/// Places where no sign leads from the name of a secret to the secret, and those of the secrets that have their own.
extension PlantedPlace {
  static let near: [Self] = beside + below

  private static let beside: [Self] =
    places(
      .plain,
      .only([.password, .word, .phrase, .shortPieces]),
      [
        "{L} {S} virker ikke", "med {L} {S} på systemet", "{L} skal være {S}", "{L} bør være {S}",
        "{L} skrives {S}", "{L} tror jeg er {S}", "{L} som vi bruker i Visma er {S}",
        "{L} vi fikk: {S}", "{S} ({L})", "{S} - {L}", "{S} = {L}", "{S}: {L}",
        "{S}, det er {L}", "{L} ({S})", "{L}, {S}", "{L}/{S}", "{L}? {S}", "{L} • {S}",
        "{L} er feil, det skal være {S}", "jeg skriver {S} i feltet for {L}",
        "my {L} should be {S} I think", "the {L} I used was {S}", "**{L}** {S}",
        "{L} [påkrevd]: {S}", "Vi byttet {L}\n{S} virker ikke heller", "[\"{L}\",\"{S}\"]",
        "(\"{L}\", \"{S}\")", "{\"k\":\"{L}\",\"v\":\"{S}\"}",
        "{\"field\":\"{L}\",\"oldValue\":\"{S}\"}", "Login(\"{L}\",\"{S}\")",
        "<Value>{S}</Value><Name>{L}</Name>", "<Value>{S}</Value>\n<Name>{L}</Name>",
        "<!-- {L} {S} -->", "{L}&gt;{S}", "// {L} {S}", "# {L} {S}", "set {L} {S}",
      ]
    )
    + places(
      .plain,
      .only([.word]),
      [
        "curl -uola:{S} https://x.no", "mysql -p{S}", "sshpass -p {S} ssh",
        "https://x.no/reset/{S}",
        "X-Auth: {S}", "Authentication: {S}", "Connect(\"ola\", \"{S}\")",
        "passordet {S} virker ikke",
        "Brukernavn:\nPassord:\nola\n{S}", "password: |\n  {S}\n  {S}",
      ]
    )
    + places(
      .plain,
      .only([.guid]),
      [
        "{L} {S}", "{L}: {S}", "{L} {S} virker ikke", "{L} for Altinn {S} utløper",
        "curl -H \"{L} {S}\"", "{L}\n{S}", "{L} for klienten er {S}", "{\"{L}\":\"{S}\"}",
      ]
    )
    + places(
      .plain,
      .only([.capitals]),
      [
        "{L} {S} virker ikke", "{L} vårt, {S}, virker ikke", "midlertidig {L} {S} ble sendt",
        "{L}: {S}", "{L} i brevet var {S} men",
      ]
    )
    + places(
      .plain,
      .only([.codeInPieces]),
      ["{L} {S}", "{L} er {S}", "{L}: {S}", "{L} er {S}.", "fikk {L} {S} på SMS"]
    )
    + places(
      .plain,
      .only([.numberInPieces, .numberInWords]),
      ["{S}", "{L} er {S}", "{L}: {S}", "Fnr er {S}", "{L} {S} ga feil", "kunden sier {S}"]
    )
    + places(
      .plain,
      .only([.falseReference]),
      ["{L}: {S}", "{L} {S}", "{L}={S}", "\"{L}\":\"{S}\"", "({L} {S})", "{L}: {S}, kl. 08:15"]
    )
}
