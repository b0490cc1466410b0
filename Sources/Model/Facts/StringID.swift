/// A name that is a string in texts, tables and stored cases, and a type of its own in code.
package protocol StringID: RawRepresentable<String>, Codable, CodingKeyRepresentable, Hashable,
  Comparable, Sendable, ExpressibleByStringInterpolation, CustomStringConvertible
{
  init(rawValue: String)
}

extension StringID {
  package init(stringLiteral value: String) { self.init(rawValue: value) }

  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  package var description: String { rawValue }

  package var codingKey: any CodingKey { NameKey(stringValue: rawValue) }

  package init?(codingKey: some CodingKey) { self.init(rawValue: codingKey.stringValue) }
}

/// A name as the key of an object in JSON.
private struct NameKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }

  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}
