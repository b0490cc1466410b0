package import Model
import SafeText

/// What people and things are called.
extension Wording {
  /// The reportee: by name where it is known.
  package func reportee(_ walk: Walk) -> String {
    if let name = walk.answer("reportee.name")?.value, !name.isEmpty { return name }
    let kind = walk.reporteeKind.rawValue
    let own = "party.\(walk.flow.id).\(kind)"
    return self(variant(of: has(own) ? own : "party.\(kind)", in: walk))
  }

  /// The reportee as the sender writes of it to somebody else.
  ///
  /// - Parameter name: Its name, where it is known.
  func reportee(_ walk: Walk, named name: String?) -> String {
    if let name, !name.isEmpty {
      let number = try? OrganisationNumber(checking: name)
      return number.map { self("letter.fact.numberOnly", ["number": $0.formatted]) } ?? name
    }
    return self("party.\(walk.reporteeKind.rawValue).tell")
  }

  /// Whom something is about, in a line of its own; nothing where that is not known.
  func about(_ walk: Walk) -> [Prose] {
    party(of: walk).map { [.paragraph(self("letter.about", ["party": $0])), .gap] } ?? []
  }

  /// Whom something is about, by number or name.
  ///
  /// Of a client that it is one; what a message names need not be one.
  func party(of walk: Walk) -> String? {
    guard let answer = walk.answer(.reporteeName), !answer.value.isEmpty else { return nil }
    let party = grouped(answer.value)
    return walk.isForClient && answer.source != .message
      ? self("letter.client", ["party": party]) : party
  }

  /// The person who does an action; the name depends on whether the reportee is a private person.
  package func actor(_ actor: Actor, _ walk: Walk) -> String {
    let isPerson = walk.facts.holds(.reporteeKind, ReporteeKind.person.rawValue)
    return text(isPerson && has(actor.personKey) ? actor.personKey : actor.textKey, about: walk)
  }

  /// An edition of Altinn.
  package func name(_ edition: PortalEdition) -> String { self(edition.nameKey) }

  /// The same as the header names it, which is never out of sight: with that it has closed.
  package func nameInHeader(_ edition: PortalEdition) -> String {
    self(edition.headerKey)
  }

  /// The service, as people call it.
  package func service(_ walk: Walk) -> String {
    namedService(walk) ?? self("service.any.\(walk.flow.edition.rawValue)")
  }

  /// The service, where anybody has named one.
  func namedService(_ walk: Walk) -> String? {
    let edition = walk.flow.edition
    return walk.value(.service).flatMap { content.service($0, of: edition) }.map(name)
      ?? walk.line(Request.serviceName) ?? walk.line(Ask.serviceName)
  }

  /// The key of a text that names the service, or of the words that do without where nobody has named one.
  func unnamed(_ key: String, in walk: Walk) -> String {
    let without = "\(key).anyService"
    return namedService(walk) == nil && has(without) ? without : key
  }

  /// A service by form number and name.
  package func name(_ service: Service) -> String {
    [service.form, service.names[language]].compactMap { $0 }.joined(separator: " ")
  }

  /// A program by vendor and product.
  package func name(_ product: Product) -> String {
    product.product.hasPrefix(product.vendor)
      ? product.product : "\(product.vendor) \(product.product)"
  }

  /// The program of the catalogue that is answered in a field.
  package func product(_ field: FieldID, in walk: Walk) -> Product? {
    walk.value(field).flatMap { content.products[$0] }
  }

  /// An access package by its id; the id itself where the catalogue does not have it.
  func name(ofPackage id: String) -> String {
    content.fullmakter.packages[id]?.names[language] ?? id
  }

  /// A role by its code.
  func name(_ role: RoleCode) -> String { content.rights.name(of: role, in: language) }

  /// What the rules say of a password; some findings name the program whose vendor made the rule.
  package func remark(_ finding: SystemPassword.Finding, for product: Product?) -> String {
    self(finding.textKey, ["program": product.map(name) ?? ""])
  }
}

extension Walk {
  /// What the reportee is; an organisation while nobody has said so.
  var reporteeKind: ReporteeKind {
    if value(.workFor) == WorkFor.person.rawValue { return .person }
    return facts[.reporteeKind].flatMap(ReporteeKind.init(rawValue:)) ?? .organisation
  }
}
