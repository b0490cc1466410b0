import TestSupport
import Testing

/// The floors of the model: a folder may name the folders below it, never one above.
///
/// The compiler holds what a target may know, but it does not see folders.
@Suite struct FloorTests {
  /// The lowest first.
  static let floors = [
    "Identifiers", "Redaction", "Assets", "Facts", "Cases", "Portals", "Recognition", "Rights",
    "Register", "Diagnosis", "Flow", "Flows", "Desk", "Training", "Memory", "Library",
  ]

  private static func files(of floor: String) -> [String] {
    let folder = "Sources/Model/\(floor)"
    return Repository.files(below: folder, ending: ".swift").map { "\(folder)/\($0)" }
  }

  /// Swift without its texts and comments.
  private static func code(of text: String) -> String {
    text.replacing(/"(\\.|[^"\\\n])*"/, with: "\"\"").replacing(/\/\/[^\n]*/, with: "")
  }

  /// The types declared in some code; those in the margin alone, or the nested ones too.
  private static func types(in code: String, nested: Bool) -> Set<String> {
    let declarations = code.matches(
      of: /(?m)^( *)(?:[@\w()]+ +)*(?:struct|enum|class|protocol|typealias|actor) +(\w+)/
    )
    return Set(declarations.filter { nested || $0.1.isEmpty }.map { String($0.2) })
  }

  /// The words in some code that may be names of types.
  private static func names(in code: String) -> Set<String> {
    Set(code.matches(of: /\b[A-Z]\w*\b/).map { String($0.0) })
  }

  @Test func `the table of ARCHITECTURE.md has these floors in this order`() throws {
    let rows = try Repository.text(of: "ARCHITECTURE.md").split(separator: "\n")
      .drop { !$0.hasPrefix("| floor |") }.dropFirst(2).prefix { $0.hasPrefix("|") }
    let named = rows.compactMap { $0.split(separator: "`").dropFirst().first.map(String.init) }
    #expect(named == Self.floors)
  }

  @Test func `every folder of the model has a floor`() {
    let folders = Repository.files(below: "Sources/Model", ending: ".swift")
      .map { String($0.prefix { $0 != "/" }) }
    #expect(Set(folders) == Set(Self.floors))
  }

  @Test func `no folder of the model names a type of a folder above it`() throws {
    var above: Set<String> = []
    for floor in Self.floors.reversed() {
      let sources = try Self.files(of: floor).map { file in
        (file, Self.code(of: try Repository.text(of: file)))
      }
      let own = sources.map { Self.types(in: $0.1, nested: true) }.reduce(into: Set()) {
        $0.formUnion($1)
      }
      for (file, code) in sources {
        let upward = Self.names(in: code).intersection(above).subtracting(own)
        #expect(upward.isEmpty, "\(file) names \(upward.sorted())")
      }
      above.formUnion(
        sources.flatMap { Self.types(in: $0.1, nested: false) }
      )
    }
  }

  @Test func `a type is seen where it is used and where it is declared, but not in words about it`()
  {
    let text = """
      /// What a Step says.
      package struct Walk: Sendable {
        private enum End {}
        let flow: Flow? = make("Field") // Route
      }
      """
    let code = Self.code(of: text)
    #expect(Self.names(in: code) == ["Walk", "Sendable", "End", "Flow"])
    #expect(Self.types(in: code, nested: false) == ["Walk"])
    #expect(Self.types(in: code, nested: true) == ["Walk", "End"])
  }
}
