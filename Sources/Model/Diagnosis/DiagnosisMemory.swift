import Synchronization

/// What followed from facts that were asked about before.
///
/// A call in training is held against the best way from each of its steps, and the same is known again and again.
final class DiagnosisMemory: Sendable {
  private let kept: Mutex<[Facts: Diagnosis]> = Mutex([:])

  /// So many take a few megabytes.
  private static let most = 200

  /// - Parameter make: Works it out; it is not called for facts that are remembered.
  func diagnosis(of facts: Facts, _ make: () -> Diagnosis) -> Diagnosis {
    if let known = kept.withLock({ $0[facts] }) { return known }
    let made = make()
    kept.withLock { kept in
      if kept.count >= Self.most { kept.removeAll(keepingCapacity: true) }
      kept[facts] = made
    }
    return made
  }
}
