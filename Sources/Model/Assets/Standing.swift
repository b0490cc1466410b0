/// How well a claim of a catalogue is founded; written as the letter the sources are marked with.
package enum Standing: String, CaseIterable, Codable, CodingKeyRepresentable, Sendable {
  /// The owner of the portal or of the service says so, in a text or in its code.
  case official = "S"
  /// Somebody else who uses it says so.
  case thirdParty = "V"
  /// Our own reading, from names and from what is said of other things.
  case reading = "D"
  /// From memory.
  case memory = "M"

  /// Whether a verdict may rest on it; else it is only worth asking about.
  package var carriesVerdict: Bool { self == .official || self == .thirdParty }
}
