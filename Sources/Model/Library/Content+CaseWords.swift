/// What cases are found by, with the names that the catalogues and texts have for what they hold.
extension Content {
  package var caseWords: CaseWords {
    let dictionary = Lazy { MarkDictionary(self) }
    return CaseWords(
      parts: parts,
      meanings: { dictionary.value.marks(beginning: $0) },
      limit: { name in
        for language in Language.allCases {
          let texts = texts(language)
          if name == texts("search.since") { return .since }
          if name == texts("search.result") { return .result }
        }
        return nil
      }
    )
  }

  /// The texts of a case that are its own, and the marks of all else.
  private func parts(_ draft: CaseDraft) -> CaseWords.Parts {
    var parts = CaseWords.Parts(
      texts: [draft.title],
      marks: [":flow:\(draft.flow)", ":status:\(draft.status.rawValue)"]
    )
    let flow = Flow.named(draft.flow)
    for stored in draft.answers where stored.answer.value != Fact.unknown {
      let value = stored.answer.value
      switch flow?.field(stored.field)?.input {
      case .search(let table): parts.marks.insert(":\(table):\(value)")
      case .line: parts.texts.append(value)
      case .message: parts.marks.insert(":message:\(value)")
      case .choice, .candidates, .secret, .boxes: break
      // The text of a message and the like, and what a newer program asks for.
      case nil
      where ![.messageCandidates, .messageOthers, .messageCut, .origin].contains(stored.field):
        parts.texts.append(value)
      case nil: break
      }
    }
    if let flow, flow.findsFaults {
      parts.marks.formUnion(CaseMarks(of: walk(flow, resuming: draft)).all)
    }
    if let shape = draft.unknownShape { parts.marks.insert(":shape:\(shape.text)") }
    return parts
  }
}

/// The words that marks can be found by, in all languages.
private struct MarkDictionary: Sendable {
  /// In the order of the words.
  private let words: [(word: String, mark: String)]

  init(_ content: Content) {
    var found: [String: Set<String>] = [:]
    func add(_ text: String?, _ mark: String) {
      for word in CaseWords.typed(text ?? "") where word.count > 1 || text == word {
        found[word, default: []].insert(mark)
      }
    }
    // What differs from case to case is no word of the message.
    let placeholder = /\{[a-zA-Z]*\}/
    for message in content.messages {
      let mark = ":message:\(message.id)"
      add(message.id, mark)
      for text in message.texts { add(text.replacing(placeholder, with: " "), mark) }
      for code in message.codes { add(code, mark) }
    }
    for table in [content.rights.services, content.fullmakter.services] {
      for service in table.entries {
        let kind: Field.SearchTable = service.edition == .altinn2 ? .services : .accessServices
        let mark = ":\(kind):\(service.id)"
        ([service.id, service.form].compactMap(\.self) + service.keywords).forEach { add($0, mark) }
        service.codes.forEach { add($0.code, mark) }
        Language.allCases.forEach { add(service.names[$0], mark) }
      }
    }
    for product in content.products.entries {
      add("\(product.vendor) \(product.product)", ":\(Field.SearchTable.products):\(product.id)")
    }
    for package in content.fullmakter.packages.entries {
      Language.allCases.forEach {
        add(package.names[$0], ":\(Field.SearchTable.packages):\(package.id)")
      }
    }
    for texts in Language.allCases.map(content.texts) {
      for flow in Flow.all { add(texts.known("flow.\(flow.id).record"), ":flow:\(flow.id)") }
      for status in CaseStatus.allCases {
        add(texts.known(status.textKey), ":status:\(status.rawValue)")
      }
      for portal in PortalEdition.allCases.map(\.portal) {
        for row in portal.points {
          add(texts.known(row.point.titleKey), ":point:\(row.point)")
          for rule in row.faults {
            add(texts.known(rule.fault.gistKey), ":fault:\(rule.fault)")
            add(texts.known(rule.fault.gistKey), ":doubt:\(rule.fault)")
          }
        }
      }
      for message in content.messages {
        add(
          texts.known(message.symptomKey),
          ":message:\(message.id)"
        )
      }
    }
    words = found.flatMap { word, marks in marks.map { (word, $0) } }
      .sorted { ($0.word, $0.mark) < ($1.word, $1.mark) }
  }

  /// The marks of the words that begin so.
  func marks(beginning prefix: String) -> Set<String> {
    guard !prefix.isEmpty else { return [] }
    var (low, high) = (0, words.count)
    while low < high {
      let middle = (low + high) / 2
      if words[middle].word < prefix { low = middle + 1 } else { high = middle }
    }
    return Set(words[low...].prefix { $0.word.hasPrefix(prefix) }.map(\.mark))
  }
}

extension Texts {
  /// The text of a key, if there is one.
  fileprivate func known(_ key: String) -> String? { has(key) ? self(key) : nil }
}
