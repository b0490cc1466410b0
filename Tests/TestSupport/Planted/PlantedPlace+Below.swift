/// Places on the lines below the name of a secret, in pairs, lists and rows, and behind short words.
extension PlantedPlace {
  static let below: [Self] =
    places(
      .plain,
      .only([.password, .word, .shortPieces]),
      [
        "{L} {S}", "{L} er {S}", "{L}: {S}", "{L}={S}", "Feil {L} ({S}) oppgitt", "{L}\n{S}",
        "- name: {L}\n  value: {S}", "- name: {L}\n  value: \"{S}\"", "Name: {L}\nValue: {S}",
        "name={L}\nvalue={S}", "- value: {S}\n  name: {L}", "{L}:\n- sommerdag\n- {S}",
        "{L}:\n  test: sommerdag\n  prod: {S}", "gammelt {L}: sommerdag\nnytt: {S}",
        "Gammelt: {S}\nNytt {L}: sommerdag", "{L}:\n# kommentar\n{S}", "{L}\ner\n{S}",
        "{L}\nfor systemet\n{S}", "{L} (sendt på SMS)\n\n\n{S}",
        "INSERT INTO u (navn,{L}) VALUES ('ola','{S}')",
        "INSERT INTO u (navn,{L})\nVALUES\n('ola','sommerdag'),\n('kari','{S}')",
      ]
    )
    + places(
      .plain,
      .only([.code]),
      [
        "Skriv inn koden {S} fra SMS", "BankID-kode {S}", "kodebrikke viste {S}",
        "koden jeg fikk på sms var {S}",
      ]
    )
    + places(
      .plain,
      .only([.word]),
      [
        "7z x -p{S} a.7z", "altinn.no:443:ola:{S}", "jdbc:oracle:thin:ola/{S}@//h:1521/x",
        "Login failed for user 'ola' with '{S}'", "keytool -storepass {S} -list",
        "p.a.s.s.o.r.d {S}", "šifra: {S}", "mật khẩu: {S}", "nøkkelord: {S}",
      ]
    )
}
