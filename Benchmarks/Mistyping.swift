import TestSupport

/// Writes a text as a person does who types it from memory, from a picture or into a mail.
struct Mistyping {
  enum Kind: CaseIterable {
    case oneSlip, twoSlips, british, otherOrder, half, wordLeftOut, wordMore, picture, mail,
      lostLetters
  }

  var random: Seeded

  mutating func write(_ text: String, _ kind: Kind) -> String {
    switch kind {
    case .oneSlip: return slip(text)
    case .twoSlips: return slip(slip(text))
    case .british:
      return slip(
        text.replacing("authoriz", with: "authoris").replacing("ization", with: "isation")
      )
    case .otherOrder:
      let words = Self.words(text)
      guard words.count > 3 else { return text }
      let cut = random.int(1...words.count - 2)
      return (words[cut...] + words[..<cut]).joined(separator: " ")
    case .half:
      let words = Self.words(text)
      guard words.count > 5 else { return text }
      let count = max(4, words.count * random.int(50...70) / 100)
      return (random.int(0...9) < 7 ? words.prefix(count) : words.suffix(count))
        .joined(separator: " ")
    case .wordLeftOut:
      var words = Self.words(text)
      guard words.count > 3 else { return text }
      words.remove(at: random.int(0...words.count - 1))
      return words.joined(separator: " ")
    case .wordMore:
      var words = Self.words(text)
      words.insert(
        random.pick(["the", "visst", "her", "please", "nå", "da"]),
        at: random.int(0...words.count)
      )
      return words.joined(separator: " ")
    case .picture:
      return random.pick([
        text.replacing("rn", with: "m"), text.replacing("m", with: "rn", maxReplacements: 1),
        text.replacing("o", with: "0", maxReplacements: 2),
        text.replacing("l", with: "1", maxReplacements: 1),
        text.replacing("0", with: "O", maxReplacements: 1),
      ])
    case .mail:
      let (before, after) = random.pick([
        ("Hei, vi får denne når vi sender a-meldingen: ", ". Hva gjør vi? Mvh Kari"),
        ("Hello, our payroll program says ", " and we do not know what to do. Regards Ola"),
        ("Hei!\nKan dere hjelpe? Det kom opp\n> ", "\ni går ettermiddag.\nHilsen lønn"),
      ])
      return before + slip(text) + after
    case .lostLetters:
      return slip(
        text.replacing("å", with: "a").replacing("ø", with: "o").replacing("æ", with: "ae")
      )
    }
  }

  private static func words(_ text: String) -> [String] {
    text.split(separator: " ").map(String.init)
  }

  /// One letter left out, doubled, exchanged with the next, or one beside it pressed as well or instead.
  ///
  /// Digits are left alone: what stands in a code cannot be guessed.
  private mutating func slip(_ text: String) -> String {
    var letters = Array(text)
    let places = letters.indices.filter { letters[$0].isLetter }
    guard !places.isEmpty else { return text }
    let place = random.pick(Array(places))
    switch random.int(0...4) {
    case 0: letters.remove(at: place)
    case 1: letters.insert(letters[place], at: place)
    case 2:
      if letters.indices.contains(place + 1), letters[place + 1].isLetter {
        letters.swapAt(place, place + 1)
      }
    case 3: letters[place] = beside(letters[place])
    default: letters.insert(beside(letters[place]), at: place)
    }
    return String(letters)
  }

  private mutating func beside(_ letter: Character) -> Character {
    let low = Character(letter.lowercased())
    for row in ["qwertyuiopå", "asdfghjkløæ", "zxcvbnm"].map(Array.init) {
      guard let place = row.firstIndex(of: low) else { continue }
      return row[max(0, min(row.count - 1, place + random.pick([-1, 1])))]
    }
    return letter
  }
}
