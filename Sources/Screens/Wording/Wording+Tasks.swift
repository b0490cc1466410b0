import SafeText
package import Model

extension Wording {
  /// What was done in a task, what remains of it, and what to check afterwards.
  func taskReceipt(_ walk: Walk, number: String) -> [Prose] {
    let isRequest = walk.flow.ending == .request
    let remaining = isRequest && !RequestAnswers(walk).isOpen ? [] : self.remaining(walk)
    return [.toned(texts("receipt.number", ["number": number]), .good), .gap]
      + (walk.flow.ending == .rights ? rightsSummary(walk) : [])
      + paragraphs("receipt.\(walk.flow.id)", walk)
      + (isRequest ? requestRemains(walk) : [])
      + (remaining.isEmpty
        ? [] : [.gap, .heading(texts("receipt.next"))] + remaining.map(Prose.bullet))
      + [.gap] + paragraphs("receipt.\(walk.flow.id).after", walk)
  }

  /// The steps of a task that nobody has ticked off yet, in their own words.
  package func remaining(_ walk: Walk) -> [String] {
    walk.flow.steps.filter(walk.concerns).flatMap(\.fields).flatMap { field -> [String] in
      guard case .boxes(.steps(let steps)) = field.input else { return [] }
      let ticked = walk.answer(field.id)?.value.split(separator: ",").map(String.init) ?? []
      return boxes(.steps(steps), of: field.id).filter { !ticked.contains($0.id) }.map(\.label)
    }
  }

  /// What the vendor of the program answered in a field says: what it calls the ID, where it is
  /// typed, and what to look out for (domain.md 1.5); whom to ask where nothing is known (P4).
  func program(_ field: FieldID, in walk: Walk) -> [Prose] {
    guard let product = product(field, in: walk) else {
      return [.gap, .paragraph(texts("program.unknown"))]
    }
    let name = self.name(product)
    let called = product.idName.map { texts("program.idName", ["program": name, "id": $0]) }
    let typed = product.place.map { texts($0) } ?? texts("program.unknown")
    return [.gap, .heading(name)]
      + [called, typed].compactMap { $0.map(Prose.paragraph) }
      + product.warnings.map { .bullet(texts($0)) }
  }

  /// What is to be said of a password, with the program named whose vendor says so.
  package func remark(_ finding: SystemPassword.Finding, for product: Product?) -> String {
    texts(finding.textKey, ["program": product.map(name) ?? ""])
  }

  /// The program of the catalogue that is answered in a field.
  package func product(_ field: FieldID, in walk: Walk) -> Product? {
    walk.value(field).flatMap { content.products[$0] }
  }

  /// That another datasystem has the same ID, as the key of a text with its values.
  package func known(_ id: String, _ found: CaseSummary) -> (key: String, values: [String: String])
  {
    ("register.known", ["id": id, "record": label(found)])
  }
}
