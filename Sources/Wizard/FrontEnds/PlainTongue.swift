import Model
import Screens
import Wording

/// The language the plain front end speaks, which can be changed at any prompt.
final class PlainTongue {
  private(set) var wording: Wording
  /// Whether the word for another language means the one that is read aloud, as its key does in a call.
  var isCallers = false

  init(_ wording: Wording) { self.wording = wording }

  /// Speaks the next language from now on.
  ///
  /// - Returns: Which one that is.
  func next() -> Language {
    let all = Language.allCases
    let place = all.firstIndex(of: wording.language) ?? 0
    let language = all[(place + 1) % all.count]
    wording = Wording(wording.content, language, on: wording.today)
    return language
  }
}

/// What is asked for by a word at any prompt, and by a key on the full screen.
enum PlainCommand: String, CaseIterable {
  /// What follows from the answers so far.
  case answer
  /// The points as they stand.
  case points
  /// Another language.
  case language

  /// The command whose key does the same; `nil` for what the front end does itself.
  var key: Command? {
    switch self {
    case .answer: .conclude
    case .points: .overview
    case .language: nil
    }
  }

  /// Reads a line that is nothing but such a word, in any language.
  init?(_ line: String, _ content: Content) {
    let line = line.lowercased()
    let found = Self.allCases.first { command in
      Language.allCases.contains { content.texts($0)("plain.word.\(command.rawValue)") == line }
    }
    guard let found else { return nil }
    self = found
  }
}
