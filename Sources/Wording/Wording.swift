package import Model

/// Puts what the model knows into words of one language; shared by every front end.
package struct Wording: Sendable {
  package let content: Content
  package let language: Language
  package let texts: Texts

  package init(_ content: Content, _ language: Language) {
    self.content = content
    self.language = language
    texts = content.texts(language)
  }

  /// A text by its key, with placeholders filled in.
  package func callAsFunction(_ key: String, _ values: [String: String] = [:]) -> String {
    texts(key, values)
  }

  /// A text that names the reportee and the service of a walk.
  package func text(_ key: String, about walk: Walk) -> String {
    self(key, ["reportee": reportee(walk), "service": service(walk)])
  }

  /// Whether a text with this key is written.
  package func has(_ key: String) -> Bool { texts.has(key) }

  /// A menu path on one line, such as "Profil › Avanserte innstillinger".
  ///
  /// - Parameter id: The id of the menu path in the catalogue.
  package func path(_ id: String) -> String {
    content.path(id, in: language).joined(separator: " › ")
  }
}

extension String {
  /// The text with a capital letter at its beginning.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
