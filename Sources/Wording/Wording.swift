package import Model

/// Puts what the model knows into words of one language; shared by every front end.
package struct Wording: Sendable {
  package let content: Content
  package let language: Language
  /// The day that rules which end are held against; `nil` where nobody has handed one in, and what is said
  /// then holds on either side of such a day.
  package let today: Day?
  package let texts: Texts

  package init(_ content: Content, _ language: Language, on today: Day? = nil) {
    self.content = content
    self.language = language
    self.today = today
    texts = content.texts(language)
  }

  /// A text by its key, with placeholders filled in.
  package func callAsFunction(_ key: String, _ values: [String: String] = [:]) -> String {
    texts(key, values)
  }

  /// A text that names the reportee and the service of a walk.
  package func text(_ key: String, about walk: Walk) -> String {
    self(variant(of: key, in: walk), ["reportee": reportee(walk), "service": service(walk)])
  }

  /// The key of the text for the very message of a walk, for those it sends for, or for how that goes, where one
  /// is written.
  func variant(of key: String, in walk: Walk) -> String {
    ([FieldID.message, .workFor].compactMap { walk.facts[$0] } + walk.manners)
      .map { "\(key).\($0)" }.first(where: has) ?? key
  }

  /// Whether a text with this key is written.
  package func has(_ key: String) -> Bool { texts.has(key) }

  /// A menu path on one line, such as "Profil › Avanserte innstillinger".
  ///
  /// - Parameters:
  ///   - id: The id of the menu path in the catalogue.
  ///   - edition: The portal whose path it is.
  package func path(_ id: String, of edition: PortalEdition) -> String {
    content.path(id, in: language, edition: edition).joined(separator: " › ")
  }
}

extension Walk {
  /// What a text may be written otherwise for: that the register is told and nothing is given in Altinn, and that
  /// somebody logs in to send, so that there is neither a system access nor a request of the program.
  var manners: [String] {
    let isNotice = value(Ask.what) == Ask.What.registration.rawValue
    let logsIn = needsLogin || value(.senderActs) == SenderActs.logsIn.rawValue
    return (isNotice ? ["registration"] : []) + (logsIn ? ["login"] : [])
  }
}

extension String {
  /// The text with a capital letter at its beginning.
  package var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
