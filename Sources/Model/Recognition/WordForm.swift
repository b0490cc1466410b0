/// A word reduced to what it is compared by: one form for its spellings, endings and slips of the eye.
///
/// Both what is searched for and what is searched are reduced alike, so a reduction need not be a word. It
/// makes British and American spelling, nynorsk and bokmål endings, lost rings and strokes (`a` and `aa` for
/// `å`), doubled letters and letters read for one another in a picture (`rn` and `m`, `0` and `o`) the same.
enum WordForm {
  /// The form of a word without its endings; of digits only they themselves.
  ///
  /// - Parameter word: Lower-case letters and digits as UTF-8.
  static func stem(_ word: some Collection<UInt8>) -> [UInt8] {
    withoutEndings(folded(word))
  }

  /// Whether all of a word is digits, with letters that look like them beside more digits than letters.
  static func isNumber(_ folded: [UInt8]) -> Bool { folded.allSatisfy(MessageField.isDigit) }

  /// One letter for what is written or read in several ways.
  static func folded(_ word: some Collection<UInt8>) -> [UInt8] {
    let digits = word.count(where: MessageField.isDigit)
    let letters = word.count - digits
    var form: [UInt8] = []
    form.reserveCapacity(word.count)
    var isAfterC3 = false
    var before: UInt8 = 0
    var isDoubled = false
    for byte in word {
      var letter = byte
      if digits > 0, letters > 0 { letter = mended(byte, isNumber: digits >= letters) }
      if byte == 0xC3 {
        isAfterC3 = true
        continue
      }
      if isAfterC3 {
        isAfterC3 = false
        switch byte {
        case 0xA0...0xA6: letter = UInt8(ascii: "a")
        case 0xA8...0xAB: letter = UInt8(ascii: "e")
        case 0xB2...0xB6, 0xB8: letter = UInt8(ascii: "o")
        case 0xB9...0xBC: letter = UInt8(ascii: "u")
        default: continue
        }
      }
      append(letter, to: &form, isDoubled: isDoubled)
      isDoubled = letter == before
      before = letter
    }
    return form
  }

  /// - Parameter isDoubled: Whether the letter before was written twice.
  private static func append(_ letter: UInt8, to form: inout [UInt8], isDoubled: Bool = false) {
    let letter = letter == UInt8(ascii: "z") ? UInt8(ascii: "s") : letter
    guard let last = form.last else {
      form.append(letter)
      return
    }
    switch (last, letter) {
    case (UInt8(ascii: "v"), UInt8(ascii: "v")): form[form.count - 1] = UInt8(ascii: "w")
    case (UInt8(ascii: "a"), UInt8(ascii: "e")), (UInt8(ascii: "o"), UInt8(ascii: "e")),
      (UInt8(ascii: "t"), UInt8(ascii: "h")):
      break
    case (UInt8(ascii: "r"), UInt8(ascii: "n")):
      // The first of two stays: `rm` is read as `rrn`.
      if !isDoubled { form.removeLast() }
      append(UInt8(ascii: "m"), to: &form)
    case _ where last == letter && !MessageField.isDigit(letter): break
    default: form.append(letter)
    }
  }

  /// A digit read as a letter in a word, or a letter read as a digit in a number.
  private static func mended(_ byte: UInt8, isNumber: Bool) -> UInt8 {
    switch (byte, isNumber) {
    case (UInt8(ascii: "0"), false): UInt8(ascii: "o")
    case (UInt8(ascii: "1"), false): UInt8(ascii: "l")
    case (UInt8(ascii: "5"), false): UInt8(ascii: "s")
    case (UInt8(ascii: "o"), true): UInt8(ascii: "0")
    case (UInt8(ascii: "l"), true), (UInt8(ascii: "i"), true): UInt8(ascii: "1")
    default: byte
    }
  }

  private static let endings: [[UInt8]] = [
    "ingene", "ingane", "inga", "ing", "ene", "ane", "en", "et", "er", "ar", "ed", "es", "e", "a",
    "s",
    "t",
  ].map { Array($0.utf8) }

  /// A word without the endings of bokmål, nynorsk and English; at least three letters are left, of a long
  /// word four.
  private static func withoutEndings(_ form: [UInt8]) -> [UInt8] {
    guard form.count > 3, !form.contains(where: MessageField.isDigit) else { return form }
    let least = form.count >= 7 ? 4 : 3
    var form = form
    for _ in 0..<2 {
      guard
        let ending = endings.first(where: {
          form.count - $0.count >= least && form.suffix($0.count).elementsEqual($0)
        })
      else { break }
      form.removeLast(ending.count)
    }
    return form
  }
}
