import Drawing
import SafeText
import Wording

/// The keys of a screen of the support desk, as the help tells of them: those of the page first.
struct HelpKeys: Sendable {
  let prose: [Prose]

  /// - Parameter isOpen: Whether the desk is there, so that its keys hold on every screen.
  /// - Returns: `nil` for a screen that is none of the desk, where there is none.
  init?(_ screen: any Screen, atDesk isOpen: Bool, _ wording: Wording) {
    let scopes = screen.scopes
    guard isOpen || scopes.contains(where: \.isDesk) else { return nil }
    let held: [Scope] =
      [.anywhere, .desk] + scopes + (screen.portal == nil ? [] : [.portal])
    let bindings = Binding.all.filter { binding in
      held.contains(binding.scope)
        && Binding.command(for: binding.key, in: held) == binding.command
    }
    prose =
      screen.ownKeys(wording).map { .bullet("\($0.key)  \($0.text)") }
      + (bindings.filter(\.scope.isDesk) + bindings.filter { !$0.scope.isDesk }).map {
        .bullet("\($0.label)  \(wording("key.\($0.command.rawValue)"))")
      }
  }
}
