import Model

/// What the menu of a desktop shows of the program, in every language, in the form of freedesktop.org.
struct DesktopEntry {
  private let content: Content

  init(_ content: Content) { self.content = content }

  /// The entry, ready for `share/applications`.
  var text: String {
    var lines = [
      "[Desktop Entry]", "Type=Application", "Name=Veiviser", "Exec=veiviser",
      "Icon=utilities-terminal", "Terminal=true", "Categories=Office;Finance;ConsoleOnly;",
    ]
    for (key, name) in [
      ("GenericName", "generic"), ("Comment", "comment"), ("Keywords", "keywords"),
    ] {
      // Without a language it is what the program speaks where the environment names none it knows.
      lines.append("\(key)=\(words(name, .bokmal))")
      for language in Language.allCases {
        lines.append("\(key)[\(language.rawValue)]=\(words(name, language))")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func words(_ name: String, _ language: Language) -> String {
    content.texts(language)("desktop.\(name)")
  }
}
