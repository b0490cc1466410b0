/// Text that means harm, or does it unmeant: what a message pasted from anywhere may hold.
package struct HostileText: Sendable, CustomStringConvertible {
  package let name: String
  package let bytes: [UInt8]

  package var description: String { name }

  /// As a program reads it; what is no UTF-8 is replaced.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  init(_ name: String, _ bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  init(_ name: String, _ text: String) { self.init(name, Array(text.utf8)) }

  /// Every one there is, the same in every run but for what is random.
  package static let all: [HostileText] =
    controls + formats + commands + marks + wide + brokenBytes + lines + formulas
    + random(Reliability.count(60, full: 3_000))

  /// Those that can be an argument or stand in a row of a store: they hold no zero byte.
  package static let withoutZero = all.filter { !$0.bytes.contains(0) }

  /// Several as one, each on a line of its own.
  package static func joined(_ texts: [HostileText]) -> HostileText {
    HostileText(
      texts.map(\.name).joined(separator: ", "),
      Array(texts.map(\.bytes).joined(separator: [0x0A]))
    )
  }

  // MARK: - Kinds

  /// Each control character, of both kinds.
  private static let controls = (Array(0...0x1F) + Array(0x7F...0x9F)).compactMap {
    named("control", $0)
  }

  /// Each character of the category Cf, whichever Unicode the tests were built with, and what is as
  /// unseen though it is of another category.
  private static let formats: [HostileText] =
    (0...0x10FFFF).compactMap { (value: UInt32) in
      guard let scalar = Unicode.Scalar(value), scalar.properties.generalCategory == .format
      else { return nil }
      return named("format", value)
    }
    + [
      0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180F, 0x2028, 0x2029, 0x3164, 0xFE00,
      0xFE0E, 0xFE0F, 0xFFA0, 0xFFF8, 0xE0100, 0xE01EF, 0xE000, 0xF8FF, 0xF0000, 0x10FFFD, 0xFDD0,
      0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF, 0x0378, 0xE0FFF, 0x2FFFF,
    ].compactMap { named("unseen", $0) }
    + [
      HostileText("bidi override", "konto \u{202E}0001 KO\u{202C} betal"),
      HostileText("bidi isolates", "\u{2066}\u{2067}\u{2068}uten slutt"),
      HostileText(
        "bidi in order",
        "\u{202A}a\u{202B}b\u{202D}c\u{200F}d\u{061C}e\u{2069}\u{2069}f"
      ),
      HostileText(
        "tags",
        "synlig"
          + String(String.UnicodeScalarView((0xE0020...0xE007F).compactMap(Unicode.Scalar.init)))
      ),
      HostileText("zero width", "pass\u{200B}ord\u{FEFF}\u{2060}\u{200C}\u{AD}slutt"),
    ]

  /// Sequences that command a terminal, each introduced by ESC and by the one control character.
  private static let commands: [HostileText] = [
    ("title", "]0;eid\u{7}"), ("title, long end", "]2;eid\u{1B}\\"), ("icon", "]1;eid\u{7}"),
    ("link", "]8;;https://example.com\u{1B}\\her\u{1B}]8;;\u{1B}\\"),
    ("clipboard written", "]52;c;ZWlk\u{7}"), ("clipboard read", "]52;c;?\u{7}"),
    ("colours asked", "]10;?\u{7}"), ("colours set", "]11;#000000\u{7}"),
    ("palette", "]4;1;?\u{7}"),
    ("colours back", "]104\u{7}"), ("notice", "]9;eid\u{7}"), ("folder", "]7;file:///etc\u{7}"),
    ("picture in an OSC", "]1337;File=inline=1:ZWlk\u{7}"), ("no end", "]52;c;ZWlk"),
    ("setting asked", "P$qm\u{1B}\\"), ("picture", "Pq#0;2;0;0;0~\u{1B}\\"),
    ("terminfo asked", "P+q544e\u{1B}\\"), ("keys bound", "P1;1|17/6c73\u{1B}\\"),
    ("APC", "_Gf=100;ZWlk\u{1B}\\"), ("PM", "^eid\u{1B}\\"), ("SOS", "Xeid\u{1B}\\"),
    ("clear", "[2J"), ("home", "[1;1H"), ("far off", "[777;777H"), ("scrollback gone", "[3J"),
    ("colour", "[5;31;46m"), ("place asked", "[6n"), ("kind asked", "[c"), ("kind asked 2", "[>c"),
    ("kind asked 3", "[=c"), ("size asked", "[18t"), ("title asked", "[21t"), ("window", "[8;1;1t"),
    ("print", "[5i"), ("print a line", "[?5i"), ("other screen", "[?1049h"),
    ("main screen", "[?1049l"), ("mouse", "[?1003h"), ("focus", "[?1004h"),
    ("paste off", "[?2004l"),
    ("keys of kitty", "[>31u"), ("keys of xterm", "[>4;2m"), ("held back", "[?2026h"),
    ("repeat", "[99999b"), ("scroll area", "[2;3r"), ("insert", "[4h"), ("soft reset", "[!p"),
    ("paste begins", "[200~"), ("mode asked", "[?2004$p"), ("cursor shape", "[5 q"),
    ("cursor hidden", "[?25l"), ("left margin", "[5;9s"), ("no wrap", "[?7l"), ("alert", "[?5h"),
    ("sound", "[10;2000]"), ("blink palette", "]P7000000"), ("unfinished", "["),
    ("unfinished, with numbers", "[38;5;"), ("reset", "c"), ("test picture", "#8"),
    ("line drawing", "(0"), ("8-bit on", " G"), ("other coding", "%@"), ("up", "M"), ("keep", "7"),
    ("back to what was kept", "8"), ("keypad", "="), ("lock", "n"), ("double", "#6"),
  ].flatMap { name, rest in
    let eightBit = rest.first.flatMap { introducers[$0] }.map {
      HostileText("\(name), by C1", "før \($0)\(rest.dropFirst()) etter")
    }
    return [HostileText(name, "før \u{1B}\(rest) etter")] + [eightBit].compactMap(\.self)
  }

  private static let introducers: [Character: String] = [
    "[": "\u{9B}", "]": "\u{9D}", "P": "\u{90}", "_": "\u{9F}", "^": "\u{9E}", "X": "\u{98}",
  ]

  private static let marks: [HostileText] =
    [0x300, 0x336, 0x20DD, 0x489, 0xE31, 0xE38, 0x903, 0x93F, 0xF71, 0x1AB0, 0xFE20, 0x1D165]
    .flatMap { (value: UInt32) -> [HostileText] in
      guard let scalar = Unicode.Scalar(value) else { return [] }
      let pile = String(String.UnicodeScalarView(repeatElement(scalar, count: 1_000)))
      return [
        HostileText("a thousand marks \(hex(value))", "a\(pile)b"),
        HostileText("marks on nothing \(hex(value))", pile),
        HostileText(
          "five marks \(hex(value)) on each letter",
          "abc".map { "\($0)\(String(pile.unicodeScalars.prefix(5)))" }.joined()
        ),
      ]
    }
    + [
      HostileText("marks of many kinds", "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!͖̬̰̙̗̿̋ͥͥ̂ͣ̐́́͜͞"),
      HostileText("Tibetan stacked", "བྷྲྀཾ" + String(repeating: "\u{F90}", count: 40)),
      HostileText("Hangul jamo piled", "\u{1112}" + String(repeating: "\u{1161}", count: 100)),
      HostileText("joined without end", String(repeating: "👩\u{200D}", count: 200)),
    ]

  private static let wide: [HostileText] = [
    ("Han", String(repeating: "漢字", count: 60)), ("Hangul", "한국어 문자"), ("kana", "ｶﾅ カナ ー"),
    ("full width", "ＡＢＣ １２３ ！？"), ("family", "👨‍👩‍👧‍👦 fin"), ("flags", "🇳🇴🇸🇪🇩🇰🇫🇮🇳 slutt"),
    ("odd flags", String(repeating: "🇳", count: 41)), ("keycaps", "1️⃣2️⃣#️⃣"), ("skin", "👍🏿👍🏻 🏽 x"),
    ("heart as text and picture", "❤ ❤️ ❤︎ ☎️ ⚠️"), ("ambiguous", "§¨°±´¶·¸×÷αβγжщ①②─│■□▲○●★☆♀♂"),
    ("Thai", "ที่นี่ ปู่"), ("Devanagari", "क्षत्रिय नमस्ते हिन्दी"), ("Arabic", "مرحبا بالعالم ﷽"),
    ("Hebrew", "שָׁלוֹם עולם"), ("Tamil", "தமிழ் ஸ்ரீ"), ("Khmer", "ភាសាខ្មែរ"), ("Burmese", "မြန်မာ"),
    ("long sign", "﷽﷽﷽ ⸻ 𒐫 ꧅"), ("emoji of now", "🫠🫨🪿🛜🫩🪾"), ("mathematics", "𝔸𝕭𝖈𝟘"),
    ("Egyptian", "𓀀𓁐 𓂺"), ("blanks", "a\u{A0}\u{2003}\u{3000}\u{1680}\u{202F}b"),
    ("box", "╔═╗║│─┼█▓░"),
    ("one long word", String(repeating: "x", count: 3_000)), ("half a pair", "𠮷 𪚥 𱍐 \u{1F1F3}"),
    ("Braille", "⠿⣿ ⠁"), ("hexagrams", "䷀䷿ ☰"), ("cards", "🂡🃏🀄"), ("Yi", "ꀀꒌ"), ("Nüshu", "𛅰𛈀"),
    ("superscripts", "x²⁸ ﬁ ǆ ㎏ ㍿"), ("Sami", "čđŋšŧž ČĐŊŠŦŽ áâ"), ("Norwegian", "æøå ÆØÅ éèêóòâô"),
  ].map { HostileText($0, $1) }

  private static let brokenBytes: [HostileText] = [
    ("lone continuation", [0x80]), ("lone C1 byte", [0x9B, 0x33, 0x31, 0x6D]),
    ("C1 byte for OSC", [0x9D, 0x30, 0x3B, 0x61, 0x07]), ("cut of two", [0xC3]),
    ("cut of three", [0xE2, 0x82]), ("cut of four", [0xF0, 0x9F, 0x98]),
    ("overlong", [0xC0, 0x80]),
    ("overlong ESC", [0xC0, 0x9B, 0x5B, 0x32, 0x4A]), ("overlong of three", [0xE0, 0x80, 0x9B]),
    ("overlong of four", [0xF0, 0x80, 0x80, 0x9B]), ("surrogate", [0xED, 0xA0, 0x80]),
    ("pair of surrogates", [0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80]),
    ("beyond", [0xF4, 0x90, 0x80, 0x80]),
    ("five bytes", [0xF8, 0x88, 0x80, 0x80, 0x80]), ("FE FF", [0xFE, 0xFF]),
    ("FF FE", [0xFF, 0xFE]),
    ("Latin-1", [0xE6, 0xF8, 0xE5]), ("ESC in a letter", [0xC3, 0x1B, 0x5B, 0x32, 0x4A]),
  ].map { HostileText($0, Array("før ".utf8) + $1 + Array(" etter".utf8)) }

  private static let lines: [HostileText] = [
    ("CR over", "trygt\rFARLIG"), ("CR LF", "en\r\nto\r\n\r\ntre"), ("LF CR", "en\n\rto"),
    ("NEL", "en\u{85}to"), ("VT FF", "en\u{B}to\u{C}tre"), ("LS PS", "en\u{2028}to\u{2029}tre"),
    ("tabs", "\ta\tb\t\tc"), ("backspaces", "hemmelig\u{8}\u{8}\u{8}\u{8}x"),
    ("many lines", String(repeating: "linje\n", count: 120)),
    ("blank lines", "a\n\n\n\n\n\n\n\n\nb"),
  ].map { HostileText($0, $1) }

  private static let formulas: [HostileText] = [
    "=cmd|' /C calc'!A0", "+1+1", "-1-1", "@SUM(1)", "\t=1+1", "\r=1+1", "=HYPERLINK(\"x\",\"y\")",
    "\"=1\",\"2\"", "a,b;c\"d'e", "%s%n%x", "{reportee} {0} {}", "$(reboot) `reboot` ; rm -rf x",
    "../../../../etc/passwd", "--help", "-", "\\e[31m \\x1b[2J \\u001b",
    "<script>alert(1)</script>",
    "&#27;[2J &lt;b&gt;", "' OR 1=1 --", "%00%1b[2J", "NULL", "\u{7F}\u{7F}\u{7F}",
  ].enumerated().map { HostileText("formula \($0.offset)", $0.element) }

  private static func random(_ count: Int) -> [HostileText] {
    var random = Seeded(Reliability.seed)
    return (0..<count).map { HostileText("random \($0)", random.hostileText(upTo: 40)) }
  }

  private static func named(_ kind: String, _ value: UInt32) -> HostileText? {
    Unicode.Scalar(value).map {
      HostileText("\(kind) \(hex(value))", "før\($0)midt\($0)\($0)etter")
    }
  }

  private static func hex(_ value: UInt32) -> String {
    "U+" + String(value, radix: 16, uppercase: true)
  }
}
