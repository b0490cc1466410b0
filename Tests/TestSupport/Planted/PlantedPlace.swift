/// Where a secret stands: a text with `{L}` for its label and `{S}` for itself.
struct PlantedPlace {
  /// What a text of this kind does to signs that mean something in it.
  enum Form { case plain, json, xml, url }

  let template: String
  let form: Form
  /// The secrets that such a place is for.
  let holds: Holds

  enum Holds {
    /// Anything, of several words too: the place has an end of its own.
    case all
    /// One word or number: what follows it in the line is no part of it.
    case word
    /// Anything with a digit in it, which needs no place.
    case digits
    /// People only.
    case person
    /// No people: what stands here is a secret or a number.
    case secret
    /// Secrets of these kinds.
    case only([PlantedSecret.Kind])
  }

  static func pick(for secret: PlantedSecret, _ label: String, using random: inout Seeded) -> Self {
    let hasBlank = label.contains(" ")
    while true {
      let place = random.pick(all)
      if place.form != .plain, hasBlank, place.template.contains("{L}") { continue }
      if place.form == .url, secret.kind == .identityNumber || secret.kind == .person { continue }
      switch (place.holds, secret.kind) {
      case (.only(let kinds), let kind) where kinds.contains(kind): return place
      case (.only, _): continue
      case (_, let kind) where kind.hasOwnPlaces: continue
      case (.all, _): return place
      case (.person, .person): return place
      case (.person, _), (_, .person): continue
      case (.secret, .identityNumber): continue
      case (.secret, _): return place
      case (.word, .phrase), (.word, .signs): continue
      case (.word, _): return place
      case (.digits, .word), (.digits, .phrase), (.digits, .signs): continue
      case (.digits, _) where !secret.characters.contains(where: \.isNumber): continue
      case (.digits, _): return place
      }
    }
  }

  static func places(_ form: Form, _ holds: Holds, _ templates: [String]) -> [Self] {
    templates.map { Self(template: $0, form: form, holds: holds) }
  }

  private static let all: [Self] =
    near
    + places(
      .plain,
      .all,
      [
        "{L}: {S}", "{L} : {S}", "{L}:{S}", "{L} = {S}", "{L}={S}", "{L} := {S}", "{L} → {S}",
        "{L} – {S}",
        "{L}: «{S}»", "{L}: “{S}”", "{L} = '{S}'", "{L} (datasystem): {S}", "{L} til Altinn: {S}",
        "{L} for systemet: {S}",
        "* {L}: {S}", "1. {L}: {S}", "**{L}:** {S}", "> {L}: {S}", ">> {L}: {S}",
        "ID: 123456 {L}: {S}", "Brukernavn: ola, {L}: {S}",
        "{L}\n{S}", "{L}:\n{S}", "{L}:\n\n    {S}", "> {L}:\n> {S}", "{L}: >-\n  {S}",
        "| {L} | {S} |", "|{L}|{S}|",
        "| id | {L} |\n|---|---|\n| 5 | {S} |", "id;{L}\n5;{S}", "{L};id\n{S};5",
        "id\t{L}\tstatus\n5\t{S}\tok", " id | {L}\n----+-----\n 5  | {S}", "{L}\n-----\n{S}",
        "{L}\t{S}", "{L}    {S}", "{L} ........ {S}", "set {L}={S}", "export {L}={S}", "  {L}: {S}",
        "{L}=>{S}",
        "<b>{L}</b>: {S}", "{L}:&nbsp;{S}", "\u{1B}[1m{L}\u{1B}[0m: {S}",
      ]
    )
    + places(
      .plain,
      .secret,
      [
        "--{L} {S}", "{L} er {S}", "{L} mitt er {S}", "Min {L} er {S}.", "my {L} is {S}",
        "{L} for systemet er {S}",
        "{S} er {L} mitt", "{S} is the {L}", "{L}: \"{S}\"", "$env:{L} = \"{S}\"",
      ]
    )
    + places(
      .plain,
      .word,
      [
        "jeg brukte {S} som {L}", "jeg brukte {S} som {L}.", "{L} {S}", "{L} {S}\n",
        "login({L}=\"{S}\")", "{L}('{S}')",
      ]
    )
    + places(
      .plain,
      .digits,
      [
        "{S}", "bruk {S} nå", "{S} er {L}", "Her er den: {S}", "{L} {S} virker ikke",
        "{L} nr 5: {S}", "({S})", "\"{S}\"", "<{S}>",
        "{S} - se vedlegg", "fil_{S}.xml", "/api/{S}/status", "x={S};y=1", "<a>{S}</a>", "{L}{S}",
        "[{S}]",
        "prøvde {S}, {S} og {S}", "{L} fra ID-porten er {S}",
      ]
    )
    + places(
      .json,
      .all,
      [
        "{\"{L}\":\"{S}\"}", "{ \"{L}\" : \"{S}\", \"status\": 400 }",
        "{\"id\":5,\"{L}\":\"{S}\",\"code\":5}", "\"{L}\": \"{S}\",",
        "{\"a\":{\"{L}\":\"{S}\"}}", "{\n  \"{L}\":\n    \"{S}\"\n}",
      ]
    )
    + places(
      .json,
      .secret,
      [
        "{\"name\":\"{L}\",\"value\":\"{S}\"}", "{\"key\": \"{L}\", \"value\": \"{S}\"}",
        "{\"value\":\"{S}\",\"name\":\"{L}\"}",
        "{\"{L}\":[\"{S}\"]}", "{\"{L}\":{\"value\":\"{S}\"}}",
        "[{\"name\":\"{L}\",\"type\":\"text\",\"value\":\"{S}\"}]",
      ]
    )
    + places(
      .xml,
      .all,
      [
        "<{L}>{S}</{L}>", "<ns1:{L}>{S}</ns1:{L}>", "<{L} xsi:type=\"xsd:string\">{S}</{L}>",
        "<{L}>\n  {S}\n</{L}>",
        "<a {L}=\"{S}\" b=\"1\"/>", "<tr><td>{L}</td><td>{S}</td></tr>", "<dt>{L}</dt><dd>{S}</dd>",
        "<p>{L}: {S}</p>",
        "<label>{L}</label> <span>{S}</span>", "<li>{L}: {S}</li>",
      ]
    )
    + places(
      .xml,
      .secret,
      [
        "<add key=\"{L}\" value=\"{S}\"/>", "<add key=\"{L}\" type=\"string\" value=\"{S}\" />",
        "<setting name=\"{L}\"><value>{S}</value></setting>",
        "<input name=\"{L}\" type=\"text\" value=\"{S}\">", "<{L} value=\"{S}\"/>",
        "<Parameter Name=\"{L}\">{S}</Parameter>",
        "<{L}><![CDATA[{S}]]></{L}>",
        "<tr><th>Id</th><th>{L}</th></tr><tr><td>5</td><td>{S}</td></tr>",
      ]
    )
    + places(
      .url,
      .secret,
      [
        "https://x.altinn.no/a?{L}={S}&b=1", "https://x.altinn.no/a?b=1&{L}={S}",
        "grant_type=x&{L}={S}", "https://ola:{S}@x.altinn.no/a",
        "curl -u ola:{S} https://x.altinn.no", "{L}={S}&b=1",
      ]
    )
    + places(
      .plain,
      .person,
      [
        "Hilsen {S}", "Mvh {S}", "Mvh\n{S}", "Med vennlig hilsen\n{S}\nLønn",
        "Med venleg helsing\n\n{S}", "Best regards,\n{S}",
        "Kind regards\n{S}", "-- \n{S}", "Fra: {S}", "From: {S} <x@firma.no>", "Til: {S}",
        "Kopi: {S}", "Hei {S},",
        "Kjære {S}!", "jeg heter {S}", "kontaktperson {S}", "Kontaktperson er {S}", "{L} {S}",
        "skrev {S}:", "ansatt {S} mangler",
      ]
    )
}
