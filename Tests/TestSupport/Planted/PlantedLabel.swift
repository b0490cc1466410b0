/// Names of secrets as nobody should write them: misspelt, in other languages, with letters that only look alike.
enum PlantedLabel {
  static func password(_ random: inout Seeded) -> String {
    let name = random.pick(["passord", "password", "passordet"])
    switch random.int(0...5) {
    case 0, 1: return misspelt(name, &random)
    case 2: return alike(name, &random, letters)
    case 3: return alike(random.pick(["passord", "password"]), &random, digits)
    case 4: return name.map(String.init).joined(separator: " ")
    default: return random.pick(foreign)
    }
  }

  static func code(_ random: inout Seeded) -> String {
    misspelt(
      random.pick(["engangskode", "sikkerhetskode", "aktiveringskode", "engangskoden"]),
      &random
    )
  }

  /// A name with a letter too little, twice, changed, or exchanged with the next; never the first.
  private static func misspelt(_ name: String, _ random: inout Seeded) -> String {
    while true {
      var letters = Array(name)
      let place = random.int(1...(letters.count - 2))
      switch random.int(0...3) {
      case 0: letters.remove(at: place)
      case 1: letters.insert(letters[place], at: place)
      case 2: letters.swapAt(place, place + 1)
      default: letters[place] = random.pick(Array("abdefgiklmnoprstuv"))
      }
      let wrong = String(letters)
      if wrong != name, wrong.count > 5 { return wrong }
    }
  }

  /// A name with one letter or two in it that look alike, where there are such.
  private static func alike(
    _ name: String,
    _ random: inout Seeded,
    _ others: [Character: Character]
  ) -> String {
    var letters = Array(name)
    for _ in 0..<random.int(1...2) {
      let places = letters.indices.dropFirst().dropLast().filter { others[letters[$0]] != nil }
      guard !places.isEmpty else { break }
      let place = random.pick(places)
      letters[place] = others[letters[place]] ?? letters[place]
    }
    return String(letters)
  }

  /// Letters of another script.
  private static let letters: [Character: Character] = [
    "a": "а", "e": "е", "o": "о", "p": "р", "s": "ѕ", "c": "с", "i": "і",
  ]
  private static let digits: [Character: Character] = [
    "o": "0", "a": "4", "s": "5", "e": "3", "i": "1",
  ]

  private static let foreign = [
    "Passwort", "Kennwort", "hasło", "Hasło", "mot de passe", "contraseña", "Contraseña", "пароль",
    "Пароль", "adgangskode", "lösenord", "salasana", "slaptažodis", "parole", "parool",
    "wachtwoord",
    "şifreniz", "şifre", "senha", "lykilorð", "密码", "パスワード", "parolă", "heslo", "jelszó",
  ]
}
