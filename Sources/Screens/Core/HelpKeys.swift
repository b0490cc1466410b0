import Drawing
import SafeText
import Wording

/// What the help says of the keys of a screen as it stands, or all that it says there.
struct HelpKeys: Sendable {
  let prose: [Prose]
  /// Whether nothing else is told.
  let isWhole: Bool
  /// Whether it is a screen of the support desk.
  let isOfDesk: Bool
  /// Whether something can be typed there, so that the keys for that are told as well.
  let hasLine: Bool

  /// - Parameter isAtDesk: Whether the desk is there, so that its keys hold on every screen.
  init(_ screen: any Screen, atDesk isAtDesk: Bool, _ wording: Wording) {
    let whole = screen.help(wording)
    isWhole = whole != nil
    isOfDesk = screen.scopes.contains(where: \.isDesk)
    hasLine = screen.hasLine
    prose = whole ?? screen.keys(atDesk: isAtDesk, wording) { wording("key.\($0.rawValue)") }
  }

  /// The key of the text that tells what is kept of what is typed and pasted there.
  var privacyKey: String { isOfDesk ? "desk.help.privacy" : "help.privacyAbout" }

  /// The keys of what is typed in.
  static func typing(_ wording: Wording) -> [Prose] {
    [.gap, .heading(wording("help.typing"))]
      + EditBinding.all.map {
        Prose.bullet("\($0.label)  \(wording("edit.\($0.command.rawValue)"))")
      }
  }
}

extension Screen {
  /// The scopes of the keys that hold on it.
  ///
  /// - Parameter isAtDesk: Whether the support desk is there.
  func held(atDesk isAtDesk: Bool) -> [Scope] {
    [.anywhere] + (isAtDesk ? [.desk] : []) + scopes + (portal == nil ? [] : [.portal])
  }

  /// A line for each key that does something on it as it stands: those of the page first, then those of the desk.
  ///
  /// - Parameters:
  ///   - isAtDesk: Whether the support desk is there.
  ///   - text: What a command does, in words.
  func keys(
    atDesk isAtDesk: Bool = false,
    _ wording: Wording,
    _ text: (Command) -> String
  ) -> [Prose] {
    let (scopes, own) = (held(atDesk: isAtDesk), ownKeys(wording))
    let bindings = Binding.all.filter { binding in
      scopes.contains(binding.scope)
        && Binding.command(for: binding.key, in: scopes) == binding.command
        // What it does on this page is told already.
        && !own.contains { $0.key == binding.label }
        && answers(binding.command, wording)
    }
    let told = bindings.filter(\.scope.isDesk) + bindings.filter { !$0.scope.isDesk }
    return own.map { Prose.bullet("\($0.key)  \($0.text)") }
      + told.map { Prose.bullet("\($0.label)  \(text($0.command))") }
  }

  /// Whether a command does something on it as it stands, which is tried on a copy.
  private func answers(_ command: Command, _ wording: Wording) -> Bool {
    var tried = self
    let response: Response =
      switch command {
      case .help, .language, .quit, .interrupt, .redraw, .suspend, .call: .stays
      case .why: why(wording) == nil ? .ignored : .stays
      case .copy: readable(wording) == nil ? .ignored : .stays
      case .back: tried.back(wording)
      case .home, .queue: tried.leave(wording)
      case .overview, .conclude, .forgetText, .portal, .note, .hold, .park, .handOver, .end,
        .similar, .refresh, .statistics:
        tried.run(command, wording: wording)
      }
    return response != .ignored
  }
}
