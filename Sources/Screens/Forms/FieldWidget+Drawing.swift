import SafeText
import Drawing
import Model

extension FieldWidget {
  /// The rows it needs to show all it has.
  func rows(width: Int) -> Int {
    switch body {
    case .choice(let list), .boxes(let list): list.height(width: width)
    case .search: 7
    case .roles: 9
    case .message: 6
    case .line: 3
    case .secret: 6
    }
  }

  /// Whether more room than it needs is of use to it.
  var isFlexible: Bool {
    switch body {
    case .search, .roles, .message: true
    case .choice, .boxes, .line, .secret: false
    }
  }

  mutating func fit(_ size: Size) {
    switch body {
    case .choice(var list):
      list.fit(size)
      body = .choice(list)
    case .boxes(var list):
      list.fit(size)
      body = .boxes(list)
    case .search(var search):
      search.fit(size)
      body = .search(search)
    case .roles(var list):
      list.fit(size)
      body = .roles(list)
    case .message(var area):
      area.fit(size)
      body = .message(area)
    case .line, .secret: break
    }
  }

  func draw(on canvas: inout Canvas, focused: Bool, wording: Wording) {
    let width = canvas.size.columns
    switch body {
    case .choice(let list), .boxes(let list): list.draw(on: &canvas, focused: focused)
    case .search(let search):
      search.draw(
        on: &canvas,
        focused: focused,
        hint: wording("search.hint"),
        nothing: wording("search.nothing")
      )
    case .roles(let list):
      list.draw(
        on: &canvas,
        focused: focused,
        count: count(list, wording),
        hint: wording("boxes.search"),
        nothing: wording("search.nothing")
      )
    case .message(let area): area.draw(on: &canvas, focused: focused)
    case .line(let line):
      if hasLabel {
        canvas.write(wording.label(of: field.id), row: 0, column: 0, style: .muted)
      }
      let row = hasLabel ? 1 : 0
      canvas.region(Rect(row: row, column: 0, width: width, height: 1)) {
        line.draw(on: &$0, focused: focused)
      }
      for (text, style) in remarks(wording).prefix(1) {
        for (line, words) in Wrap.lines(text, width: width).enumerated() {
          canvas.write(words, row: row + 1 + line, column: 0, style: style)
        }
      }
    case .secret(let secret):
      secret.draw(
        on: &canvas,
        focused: focused,
        labels: ["first", "second"].map { wording("secret.\($0)") },
        remarks: remarks(wording)
      )
    }
  }

  /// What is ticked, wherever in the list one is.
  private func count(_ list: TickList, _ wording: Wording) -> String {
    guard case .boxes(let boxes) = field.input, !list.ticked.isEmpty else {
      return wording("boxes.none")
    }
    let names = wording.boxes(boxes, of: field.id).filter { list.ticked.contains($0.id) }
      .map(\.label)
    return wording(
      "boxes.count",
      ["count": "\(names.count)", "names": names.joined(separator: ", ")]
    )
  }

  /// What is to be said of what is typed, while it is typed.
  private func remarks(_ wording: Wording) -> [(String, Style)] {
    switch (body, field.input) {
    case (.line(let line), .line(let rule, _)):
      if let finding = rule.finding(line.text) {
        return [(wording(finding.key, finding.values), finding.isRefused ? .error : .warning)]
      }
      if let shown = rule.shown(line.text) {
        return [(wording(shown.key, shown.values), .success)]
      }
      return wording.hint(nil, of: field.id).map { [($0, .muted)] } ?? []
    case (.secret(let secret), _):
      guard !secret.isEmpty else { return [(wording("secret.skip"), .muted)] }
      let findings = SystemPassword.findings(secret.text, for: product)
      return findings.map { (wording.remark($0, for: product), $0.isRefused ? .error : .warning) }
        + (secret.agrees ? [] : [(wording("secret.differs"), .error)])
    default: return []
    }
  }

  /// Why one cannot go on with the field as it stands, as the key of a text with its values.
  var problem: (key: String, values: [String: String])? {
    switch (body, field.input) {
    case (.choice(let list), _): return list.choice == nil ? ("problem.choose", [:]) : nil
    case (.search(let search), _): return search.meantID == nil ? ("problem.choose", [:]) : nil
    case (.line(let line), .line(let rule, _)):
      guard let finding = rule.finding(line.text), finding.isRefused else { return nil }
      return (finding.key, finding.values)
    case (.secret(let secret), _):
      guard !secret.isEmpty else { return nil }
      if let finding = SystemPassword.findings(secret.text).first(where: \.isRefused) {
        return (finding.textKey, [:])
      }
      return secret.agrees ? nil : ("secret.differs", [:])
    default: return nil
    }
  }

  /// The keys that work in the field.
  func hints(_ wording: Wording) -> [Hint] {
    let choosing = Hint(key: wording("keys.arrows"), text: wording("hint.choose"))
    switch body {
    case .choice(let list):
      let letters = list.options.compactMap { option -> Hint? in
        guard let key = option.key, key.isLetter else { return nil }
        return Hint(
          key: String(key).uppercased(),
          text: wording("hint.letter.\(option.id)"),
          press: .character(key)
        )
      }
      return letters.count == list.options.count ? letters : [choosing]
    case .boxes: return [Hint(key: wording("keys.space"), text: wording("hint.tick")), choosing]
    case .roles:
      return [
        Hint(key: wording("keys.letters"), text: wording("hint.search")),
        Hint(key: wording("keys.space"), text: wording("hint.tick")), choosing,
      ]
    case .search(let search):
      // The last one of the list, which would be far down.
      let unknown = Hint(key: "End", text: wording("hint.letter.unknown"), press: .end)
      return search.query.isEmpty
        ? [choosing, unknown]
        : [choosing, Hint(key: "Esc", text: wording("hint.clear"), press: .escape)]
    case .message: return [Hint(key: "Ctrl-J", text: wording("hint.newLine"), press: .control("j"))]
    case .line, .secret: return []
    }
  }
}
