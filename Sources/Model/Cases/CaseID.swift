/// The number of a case, as people read it aloud on the telephone; the first is 1001.
package struct CaseID: RawRepresentable, Hashable, Comparable, Codable, Sendable {
  package let rawValue: Int64

  package init(rawValue: Int64) { self.rawValue = rawValue }

  package static func < (left: CaseID, right: CaseID) -> Bool { left.rawValue < right.rawValue }
}
