package import Model

/// The files that Enhetsregisteret's open data come in.
package enum RegisterKind: String, CaseIterable, Codable, Sendable {
  case units, subunits, roles

  package var textKey: String { "register.kind.\(rawValue)" }
}

/// A file that a register is made of.
package struct RegisterInput: Sendable {
  package let path: String
  /// What the file is called where it is complained of.
  package let name: String
  /// Which of the files it has to be; `nil` where what stands in it tells.
  package let expected: RegisterKind?

  package init(path: String, named name: String, expected: RegisterKind? = nil) {
    self.path = path
    self.name = name
    self.expected = expected
  }
}

/// How far the making of a register has come.
package struct RegisterProgress: Sendable {
  /// Bytes of the files, as they lie on the disk.
  package let done: Int64
  package let size: Int64
}

/// What a register was made of.
package struct RegisterStatus: Equatable, Sendable {
  package struct Source: Equatable, Sendable {
    package let kind: RegisterKind
    package let day: Day
    /// How many units the file has, or how many roles.
    package let count: Int
    /// How many of its rows were left out, for a number in them that no organisation can have.
    package let skipped: Int
  }

  package let path: String
  package let sources: [Source]
  /// Whether the names of persons are kept.
  package let hasNames: Bool
  /// The firm whose clients are asked about, where it was told.
  package let firm: OrganisationNumber?

  /// The day of the oldest file, which is the day that what the register says holds for.
  package var day: Day? { sources.map(\.day).min() }
}
