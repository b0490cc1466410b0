import Glibc

/// Measured values of one thing, in one unit.
struct Samples {
  private var sorted: [Double] = []

  init(_ values: [Double] = []) { sorted = values.sorted() }

  mutating func add(_ value: Double) {
    let place = sorted.firstIndex { $0 > value } ?? sorted.count
    sorted.insert(value, at: place)
  }

  var isEmpty: Bool { sorted.isEmpty }
  var count: Int { sorted.count }
  var median: Double { quantile(0.5) }
  var p99: Double { quantile(0.99) }
  var worst: Double { sorted.last ?? .nan }

  /// The least value that at least this share of the values do not exceed.
  private func quantile(_ share: Double) -> Double {
    guard !sorted.isEmpty else { return .nan }
    let place = (Double(sorted.count) * share).rounded(.up) - 1
    return sorted[min(sorted.count - 1, max(0, Int(place)))]
  }
}

extension Duration {
  var milliseconds: Double {
    let (seconds, attoseconds) = components
    return Double(seconds) * 1e3 + Double(attoseconds) / 1e15
  }
}

/// The processor time that a piece of work takes, in milliseconds: what else the machine does meanwhile
/// does not count.
func milliseconds(_ work: () throws -> Void) rethrows -> Double {
  let before = processorTime()
  try work()
  return processorTime() - before
}

private func processorTime() -> Double {
  var now = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now)
  return Double(now.tv_sec) * 1e3 + Double(now.tv_nsec) / 1e6
}
