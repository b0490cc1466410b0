/// A manual page in the making: text in, the markup of `man` out.
///
/// Only the plainest macros of man(7) are used, which every formatter of manual pages knows.
struct Roff {
  private(set) var text: String

  /// Begins a page.
  ///
  /// - Parameters:
  ///   - name: The name of the program, in small letters.
  ///   - date: The day of the release, as `YYYY-MM-DD`.
  ///   - source: The program and its version, for the foot of the page.
  init(name: String, date: String, source: String) {
    // The first line tells the formatter that the text is not ASCII.
    text = "'\\\" -*- coding: utf-8 -*-\n"
    text += ".TH \(name.uppercased()) 1 \(date) \"\(source)\"\n"
    // A hyphen at the end of a line would become part of what people copy. Even margins tear
    // holes in short lines.
    text += ".nh\n.ad l\n"
  }

  mutating func heading(_ heading: String) {
    text += ".SH \"\(heading.uppercased())\"\n"
  }

  mutating func paragraph(_ words: String) { text += "\(separator)\(Self.escaped(words))\n" }

  /// A name with what it means, such as an option.
  mutating func item(_ name: String, _ meaning: String) {
    text += ".TP\n\\fB\(Self.literal(name))\\fR\n\(Self.escaped(meaning))\n"
  }

  /// A line to be typed.
  mutating func command(_ command: String) {
    text += "\(separator).EX\n\\fB\(Self.literal(command))\\fR\n.EE\n"
  }

  /// The line that whatis(1) and apropos(1) read.
  mutating func name(_ name: String, _ purpose: String) {
    text += "\(name) \\- \(Self.escaped(purpose))\n"
  }

  /// What begins a paragraph; a heading has begun one already.
  private var separator: String {
    text.split(separator: "\n").last?.hasPrefix(".SH") == true ? "" : ".PP\n"
  }

  /// Words as the formatter shows them unchanged; a line break begins a new paragraph.
  ///
  /// The formatter fills lines itself; these are kept short for those who read the markup.
  private static func escaped(_ words: String) -> String {
    words.split(separator: "\n").map { paragraph in
      var lines = [""]
      for word in paragraph.split(separator: " ") {
        let last = lines[lines.count - 1]
        if last.isEmpty || last.utf8.count + 1 + word.utf8.count > 78 {
          lines.append(String(word))
        } else {
          lines[lines.count - 1] += " \(word)"
        }
      }
      return lines.dropFirst().map(shown).joined(separator: "\n")
    }
    .joined(separator: "\n.PP\n")
  }

  /// One line as it stands: no backslash is a command, and neither is a full stop that begins it.
  private static func shown(_ line: String) -> String {
    let line = line.replacing("\\", with: "\\e")
    return line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" + line : line
  }

  /// What is typed as it stands: its hyphens are no typographic ones.
  private static func literal(_ words: String) -> String {
    shown(words).replacing("-", with: "\\-")
  }
}
