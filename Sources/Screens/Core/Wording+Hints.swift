import Wording
import Drawing

/// The key hints that several screens give.
extension Wording {
  var moving: Hint { Hint(key: self("keys.arrows"), text: self("hint.move")) }
  var scrolling: Hint { Hint(key: self("keys.arrows"), text: self("hint.scroll")) }
  var paging: Hint { Hint(key: self("keys.pages"), text: self("hint.scroll")) }
  var tabbing: Hint { Hint(key: "Tab", text: self("hint.move"), press: .tab, need: .goesOn) }
  var choosing: Hint {
    Hint(key: "Enter", text: self("hint.choose"), press: .enter, need: .goesOn)
  }
  var searching: Hint { Hint(key: self("keys.letters"), text: self("hint.search")) }
  var closing: Hint { Hint(key: "Esc", text: self("hint.close"), press: .escape) }
  /// Escape where words of a search are typed.
  var clearing: Hint { Hint(key: "Esc", text: self("hint.clear"), press: .escape) }

  /// The key that ticks a box, which nothing else on the page tells of.
  var ticking: Hint { Hint(key: self("keys.space"), text: self("hint.tick"), need: .kept) }

  /// Which lines of a text are seen, and the keys that show the others.
  ///
  /// It stands below the text, where there is room for the keys in every window.
  func place(_ place: [String: String], _ keys: Hint) -> String {
    "\(self("text.place", place)) · \(keys.key) \(keys.text)"
  }

  /// The keys of commands, as the footer names them.
  ///
  /// - Parameter isKnown: Whether whoever reads has done the same all day, and needs no key of the help more than others.
  func hints(_ commands: [Command], isKnown: Bool = false) -> [Hint] {
    commands.compactMap { command in
      Binding.all.first { $0.command == command }.map {
        Hint(
          key: $0.label,
          text: self("key.\(command.rawValue).short"),
          press: $0.key,
          need: need(for: command, among: commands, isKnown: isKnown)
        )
      }
    }
  }

  /// One key of the help is enough, and why something is asked is the one where it is.
  private func need(for command: Command, among all: [Command], isKnown: Bool) -> Hint.Need {
    switch command {
    case .quit, .end: .leaves
    case .forgetText: .kept
    case .why where !isKnown: .helps
    case .help where !isKnown && !all.contains(.why): .helps
    default: .other
    }
  }

  /// The keys that hold on every screen.
  var common: [Hint] { hints([.help, .language, .quit]) }
}
