/// Finds the string literals of Swift source; what is interpolated is written as `*`.
struct SwiftLiterals {
  private(set) var found: Set<String> = []
  private let source: [Character]
  private var place = 0

  init(_ text: String) {
    source = Array(text)
    while place < source.count { step() }
  }

  private func starts(_ text: String) -> Bool {
    source[place...].starts(with: text)
  }

  private mutating func step() {
    if starts("//") {
      while place < source.count, source[place] != "\n" { place += 1 }
    } else if starts("/*") {
      while place < source.count, !starts("*/") { place += 1 }
    } else if starts("\"\"\"") {
      place += 3
      while place < source.count, !starts("\"\"\"") { place += 1 }
      place += 3
    } else if starts("\"") {
      literal()
    } else {
      place += 1
    }
  }

  private mutating func literal() {
    var text = ""
    place += 1
    while place < source.count, source[place] != "\"" {
      if starts("\\(") {
        interpolation()
        text.append("*")
      } else if source[place] == "\\" {
        text.append(contentsOf: source[place...].prefix(2))
        place += 2
      } else {
        text.append(source[place])
        place += 1
      }
    }
    place += 1
    found.insert(text)
  }

  private mutating func interpolation() {
    place += 2
    var depth = 1
    while place < source.count, depth > 0 {
      switch source[place] {
      case "(": depth += 1
      case ")": depth -= 1
      default: break
      }
      if depth > 0, source[place] == "\"" { step() } else { place += 1 }
    }
  }
}
