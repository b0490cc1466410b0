import Drawing
import SafeText
import Wording

/// The keys of a screen of the support desk, as the help tells of them: those of the page first; or all that the help
/// of a screen says.
struct HelpKeys: Sendable {
  let prose: [Prose]
  /// Whether nothing else is told.
  let isWhole: Bool
  /// The key of the text that tells what is kept of what is typed and pasted there.
  let privacyKey: String

  /// - Parameter isOpen: Whether the desk is there, so that its keys hold on every screen.
  /// - Returns: `nil` for a screen that is none of the desk and has no help of its own, where there is no desk.
  init?(_ screen: any Screen, atDesk isOpen: Bool, _ wording: Wording) {
    let scopes = screen.scopes
    let isOfDesk = scopes.contains(where: \.isDesk)
    privacyKey = isOfDesk ? "desk.help.privacy" : "help.privacyAbout"
    if let help = screen.help(wording) {
      (prose, isWhole) = (help, true)
      return
    }
    isWhole = false
    guard isOpen || isOfDesk else { return nil }
    let held: [Scope] =
      [.anywhere, .desk] + scopes + (screen.portal == nil ? [] : [.portal])
    let own = screen.ownKeys(wording)
    let bindings = Binding.all.filter { binding in
      held.contains(binding.scope)
        && Binding.command(for: binding.key, in: held) == binding.command
        // What it does on this page is told already.
        && !own.contains { $0.key == binding.label }
    }
    prose =
      own.map { .bullet("\($0.key)  \($0.text)") }
      + (bindings.filter(\.scope.isDesk) + bindings.filter { !$0.scope.isDesk }).map {
        .bullet("\($0.label)  \(wording("key.\($0.command.rawValue)"))")
      }
  }
}
