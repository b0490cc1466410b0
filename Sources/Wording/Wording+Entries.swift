package import Model

/// The entries of the catalogues that a person searches.
extension Wording {
  /// An entry of a catalogue as people call it; `nil` when the catalogue does not have it.
  package func entry(_ id: String, in table: Field.SearchTable) -> String? {
    switch table {
    case .services: content.service(id).map(name)
    case .accessServices: content.service(id, of: .altinn3).map(name)
    case .packages: content.fullmakter.packages[id]?.names[language]
    case .products: content.products[id].map(name)
    case .registerRoles: content.rights.registerRoles[RoleCode(rawValue: id)]?.names[language]
    case .roles: content.rights.roles[RoleCode(rawValue: id)]?.names[language]
    }
  }

  /// The entries of a catalogue that fit some words, best first.
  ///
  /// - Parameter walk: What the answer is for; the roles that cover its service come first.
  package func entries(
    matching words: String,
    in table: Field.SearchTable,
    about walk: Walk? = nil
  ) -> [(String, String)] {
    switch table {
    case .services: content.services.search(words, language).map { ($0.id, name($0)) }
    case .accessServices:
      content.accessServices.search(words, language).map { ($0.id, name($0)) }
    case .packages:
      packages(for: walk).filter { package in
        Self.fits(words, package.1, package.0)
          // Whoever has had an old role looks for its name.
          || !words.isEmpty
            && content.fullmakter.oldRoles.entries.contains {
              $0.packages.contains(package.0) && Self.fits(words, name($0.id), $0.id.rawValue)
            }
      }
    case .products:
      // What the vendor of an old program says of an ID means nothing in the portal in use.
      content.products.entries.filter { $0.edition == .current || walk?.flow.edition != .current }
        .map { ($0.id, name($0)) }
        .filter { words.isEmpty || $0.1.lowercased().contains(words.lowercased()) }
    case .registerRoles:
      // What no unit of this form has is found by whoever looks for it.
      registerRoles(of: words.isEmpty ? walk?.reporteeReview?.extract.unit : nil)
        .filter { Self.fits(words, $0.1, $0.0) }
    case .roles: roles(for: walk).filter { Self.fits(words, $0.1, $0.0) }
    }
  }

  /// What a question that is searched offers for some words: the entries, none of these, and *vet ikke*, which comes
  /// first for whoever types that they do not know.
  ///
  /// - Parameter most: How many entries are shown at most.
  package func answers(
    matching words: String,
    in table: Field.SearchTable,
    to field: FieldID,
    about walk: Walk,
    most: Int = .max
  ) -> [(id: String, label: String)] {
    let entries = entries(matching: words, in: table, about: walk).prefix(most)
      .map { (id: $0.0, label: $0.1) }
    let none = (id: Fact.otherService, label: option(Fact.otherService, of: field, in: walk))
    let unknown = (id: Fact.unknown, label: option(Fact.unknown, of: field, in: walk))
    let isUnsure = !words.isEmpty && unknown.label.lowercased().hasPrefix(words.lowercased())
    return isUnsure ? [unknown] + entries + [none] : entries + [none, unknown]
  }

  /// Whether each of some words begins a word of a name, or is the code itself.
  static func fits(_ words: String, _ name: String, _ code: String) -> Bool {
    let names = ServiceSearch.words(name) + ServiceSearch.words(code)
    return ServiceSearch.words(words).allSatisfy { word in names.contains { $0.hasPrefix(word) } }
  }

  /// What one can be registered as for a unit of this form; for any, where it is not known.
  private func registerRoles(of unit: RegisterUnit?) -> [(String, String)] {
    // A private person is registered for nobody but oneself.
    content.rights.registerRoles.entries
      .filter { $0.id != .privatePerson && unit.map(\.form).map($0.isFound) ?? true }
      .map { ($0.id.rawValue, $0.names[language]) }
  }

  /// The roles that can be given in the portal: those that cover the service first, the one that opens
  /// least first of them; those that open everything last.
  ///
  /// Client roles follow from the register and are handed on inside the firm (P7, P9).
  private func roles(for walk: Walk?) -> [(String, String)] {
    let right: ServiceRight =
      walk?.value(Request.act) == Request.Act.sign.rawValue ? .sign : .write
    let service = walk?.facts[.service] ?? ""
    let covering = content.rights.remedies(for: right, to: service, reportee: .person)
      .compactMap { remedy -> Role? in
        guard case .role(let code) = remedy else { return nil }
        return content.rights.roles[code]
      }
    let others = content.rights.roles.entries.filter { role in
      role.delegable && role.clientRole == nil && !covering.contains { $0.id == role.id }
    }
    let named = covering.map {
      ($0.id.rawValue, self("request.covers", ["role": $0.names[language]]))
    }
    return named
      + (others.filter { $0.breadth < Self.everything }
      + others.filter { $0.breadth >= Self.everything })
      .map { ($0.id.rawValue, $0.names[language]) }
  }

  /// The access packages: those the service takes first.
  ///
  /// Those that cannot be given stand there as well, so that whoever looks for one is told what to do.
  private func packages(for walk: Walk?) -> [(String, String)] {
    let access = walk?.value(.service).flatMap { content.service($0, of: .altinn3) }?.access
    let taken =
      access.map { access in Standing.allCases.flatMap { access.packages[$0] ?? [] } } ?? []
    let all = content.fullmakter.packages.entries
    return (all.filter { taken.contains($0.id) } + all.filter { !taken.contains($0.id) })
      .map { ($0.id, $0.names[language]) }
  }

  /// The breadth of a role that opens the whole party.
  private static let everything = 4
}
