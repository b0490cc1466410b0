/// The name of a flow; it stands in stored cases, so it never changes.
package struct FlowID: StringID {
  package let rawValue: String

  package init(rawValue: String) { self.rawValue = rawValue }
}
