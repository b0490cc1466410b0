import Testing

/// The floors of the model: a folder names only types of its own and of folders above it in a table.
///
/// The table is in ARCHITECTURE.md. The compiler cannot see folders, so this reads the sources. It sees
/// names of types; a member that an extension of a higher floor adds is reached without one.
@Suite struct FloorTests {
  @Test func `a folder of the model names no type of a higher floor`() throws {
    let floors = try Self.floors()
    for (floor, files) in floors.enumerated() {
      for file in files {
        let upward = Self.upward(from: file, on: floor, of: floors)
        #expect(upward.isEmpty, "\(file.path) names \(upward.sorted()) of a higher floor")
      }
    }
  }

  @Test func `the table of floors lists every folder of the model`() throws {
    let folders = Set(
      Repository.files(below: Self.model, ending: ".swift").compactMap {
        $0.split(separator: "/").first.map(String.init)
      }
    )
    #expect(try Set(Self.names()) == folders)
  }

  @Test func `a name of a higher floor is seen`() {
    let upper = SourceNames("package struct Upper {}")
    let lower = SourceNames("struct Lower { let upper: Upper }")
    let floors = [[lower], [upper]]
    #expect(Self.upward(from: lower, on: 0, of: floors) == ["Upper"])
    #expect(Self.upward(from: upper, on: 1, of: floors).isEmpty)
  }

  @Test func `names in comments and texts do not count, those in code do`() {
    let source = SourceNames(
      "let a: Lower = .b // Upper\n/// Upper\nlet c = \"Upper \\(Inside(1))\"\nx.Member()\n"
    )
    #expect(source.named == ["Lower", "Inside"])
    let types = SourceNames("package struct Outer {\n  enum Inner {}\n}\nextension Other {}\n")
    #expect(types.declared == ["Outer"])
    #expect(types.nested == ["Inner"])
  }

  private static let model = "Sources/Model"

  /// The types a file names that only a higher floor declares.
  private static func upward(
    from file: SourceNames,
    on floor: Int,
    of floors: [[SourceNames]]
  ) -> Set<String> {
    let higher = Set(floors[(floor + 1)...].joined().flatMap(\.declared))
    let own = floors[...floor].joined().reduce(into: Set()) { $0.formUnion($1.declared) }
    return file.named.intersection(higher).subtracting(own).subtracting(file.nested)
  }

  /// The folders in the order of the table, the lowest first.
  private static func names() throws -> [String] {
    try Repository.text(of: "ARCHITECTURE.md").split(separator: "\n")
      .drop { !$0.hasPrefix("| floor |") }.dropFirst(2).prefix { $0.hasPrefix("|") }
      .compactMap { $0.split(separator: "`").dropFirst().first.map(String.init) }
  }

  private static func floors() throws -> [[SourceNames]] {
    let names = try names()
    #expect(names.count > 5, "the table of floors was not found")
    return try names.map { name in
      try Repository.files(below: "\(model)/\(name)", ending: ".swift").map { file in
        let path = "\(model)/\(name)/\(file)"
        return SourceNames(try Repository.text(of: path), path: path)
      }
    }
  }
}

/// The types that a Swift file declares, and those it names.
private struct SourceNames {
  let path: String
  /// Types declared outside of any other.
  private(set) var declared: Set<String> = []
  /// Types declared within others.
  private(set) var nested: Set<String> = []
  /// Capitalised names outside of comments and texts that are no members of something.
  private(set) var named: Set<String> = []

  init(_ source: String, path: String = "") {
    self.path = path
    for line in source.split(separator: "\n") {
      let code = Self.code(of: line)
      for match in code.matches(of: #/\b(?:struct|enum|class|protocol|actor|typealias) (\w+)/#) {
        if code.hasPrefix(" ") {
          nested.insert(String(match.1))
        } else {
          declared.insert(String(match.1))
        }
      }
      for match in code.matches(of: #/(?:^|[^.\w])([A-Z]\w*)/#) { named.insert(String(match.1)) }
    }
  }

  /// A line without comments and texts; what a text interpolates is code.
  private static func code(of line: Substring) -> String {
    line.replacing(#/"(?:[^"\\]|\\.)*"/#) { text in
      text.output.matches(of: #/\\\(([^"]*)\)/#).map { " \($0.1) " }.joined()
    }
    .replacing(#/\/\/.*/#, with: "")
  }
}
