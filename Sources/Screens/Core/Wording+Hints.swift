import Wording
import Drawing

/// The key hints that several screens give.
extension Wording {
  var moving: Hint { Hint(key: self("keys.arrows"), text: self("hint.move")) }
  var scrolling: Hint { Hint(key: self("keys.arrows"), text: self("hint.scroll")) }
  var paging: Hint { Hint(key: self("keys.pages"), text: self("hint.scroll")) }
  var tabbing: Hint { Hint(key: "Tab", text: self("hint.move"), press: .tab) }
  var choosing: Hint { Hint(key: "Enter", text: self("hint.choose"), press: .enter) }
  var searching: Hint { Hint(key: self("keys.letters"), text: self("hint.search")) }
  var closing: Hint { Hint(key: "Esc", text: self("hint.close"), press: .escape) }
  /// Escape where words of a search are typed.
  var clearing: Hint { Hint(key: "Esc", text: self("hint.clear"), press: .escape) }

  /// The keys of commands, as the footer names them; always those that lead away or end a call, and the one that no
  /// text is kept by.
  func hints(_ commands: [Command]) -> [Hint] {
    commands.compactMap { command in
      Binding.all.first { $0.command == command }.map {
        Hint(
          key: $0.label,
          text: self("key.\(command.rawValue).short"),
          press: $0.key,
          isKept: [.quit, .forgetText, .end].contains(command)
        )
      }
    }
  }

  /// The keys that hold on every screen.
  var common: [Hint] { hints([.help, .language, .quit]) }
}
