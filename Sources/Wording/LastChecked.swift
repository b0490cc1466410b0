import Model
import SafeText

/// When what is told of Altinn was last held against its source, for whoever asks why.
///
/// Only of the Altinn in use: of one that has closed nobody can say that any more.
extension Wording {
  /// The day, in a line right below what it is about.
  func lastChecked(_ day: Day?) -> [Prose] {
    day.map { [.toned(self("fullmakt.checked", ["day": text($0)]), .muted)] } ?? []
  }

  /// The same of a menu path.
  func lastChecked(path name: String, of edition: PortalEdition) -> [Prose] {
    edition == .current ? lastChecked(content.checked(path: name, edition: edition)) : []
  }

  /// The menu paths that a page names, each with the day; of those that are a part of another only the whole one.
  ///
  /// They are found by how they read, so that none that a page comes to name is forgotten.
  func paths(namedIn page: [Prose], of edition: PortalEdition) -> [Prose] {
    guard edition == .current else { return [] }
    let said = page.lines(width: 10_000).map(\.text).joined(separator: "\n")
    // A letter may be in another language than the page.
    let tongues = Language.allCases.map { Wording(content, $0) }
    let names = content.places(of: edition).filter { name in
      tongues.contains { said.contains($0.path(name, of: edition)) }
    }
    let named = names.map { (name: $0, words: path($0, of: edition)) }
    let whole = named.filter { one in
      !named.contains { $0.words != one.words && $0.words.contains(one.words) }
    }
    return whole.flatMap { place -> [Prose] in
      [.gap, .paragraph(place.words)] + lastChecked(path: place.name, of: edition)
    }
  }

  /// Until when old roles open a service, where a source says so.
  ///
  /// - Parameter isDated: Whether the day stands with it on which that was last checked.
  func ends(_ access: ServiceAccess, isDated: Bool) -> [Prose] {
    guard let until = access.oldRoles?.until else { return [] }
    let day = isDated ? content.fullmakter.expiries[until].flatMap { Day($0.checked) } : nil
    return [.paragraph(self("expiry.\(until)"))] + lastChecked(day)
  }
}
