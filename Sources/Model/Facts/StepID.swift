/// The name of a step, unique in its flow; it stands in stored cases and is shown on the step's screen.
package struct StepID: StringID {
  package let rawValue: String

  package init(rawValue: String) { self.rawValue = rawValue }
}
