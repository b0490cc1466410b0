/// One concrete thing that makes a point fail; the words are in the texts under `fault.`.
package struct Fault: StringID {
  package let rawValue: String

  package init(rawValue: String) { self.rawValue = rawValue }
}

/// Why a point does not fail; the words are in the texts under `ground.`.
package struct Ground: StringID {
  package let rawValue: String

  package init(rawValue: String) { self.rawValue = rawValue }
}

/// Why a point is judged as it is.
package enum Reason: Hashable, Sendable {
  case fault(Fault)
  case ground(Ground)

  /// The key used in JSON and, after `fault.` or `ground.`, in the texts.
  package var name: String {
    switch self {
    case .fault(let fault): fault.rawValue
    case .ground(let ground): ground.rawValue
    }
  }

  /// The fault, where it is one.
  package var fault: Fault? {
    if case .fault(let fault) = self { fault } else { nil }
  }
}
