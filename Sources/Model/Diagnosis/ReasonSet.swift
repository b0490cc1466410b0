/// A set of reasons, small enough to compute with for every world.
struct ReasonSet: OptionSet, Hashable, Sendable {
  let rawValue: UInt32

  init(rawValue: UInt32) { self.rawValue = rawValue }

  init(faults: some Sequence<Fault>) {
    self = faults.reduce(into: []) { $0.formUnion(.fault($1)) }
  }

  static func fault(_ fault: Fault) -> ReasonSet { ReasonSet(rawValue: 1 << fault.place) }

  static func ground(_ ground: Ground) -> ReasonSet {
    ReasonSet(rawValue: 1 << (UInt32(Fault.allCases.count) + ground.place))
  }

  private static let faults = ReasonSet(faults: Fault.allCases)
  private static let byPoint = Point.allCases.map { point in
    Reason.allCases.filter { $0.point == point }.reduce(into: ReasonSet()) { set, reason in
      switch reason {
      case .fault(let fault): set.formUnion(.fault(fault))
      case .ground(let ground): set.formUnion(.ground(ground))
      }
    }
  }

  /// Only the faults.
  var faults: ReasonSet { intersection(Self.faults) }

  /// Only what speaks of one point.
  func about(_ point: Point) -> ReasonSet { intersection(Self.byPoint[point.number - 1]) }

  /// How a point stands in the world these are the reasons of.
  func state(of point: Point) -> PointState {
    let mine = about(point)
    if !mine.isDisjoint(with: Self.faults) { return .failing }
    if mine.contains(.ground(.notRegisteredYet)) { return .blocked }
    if mine.contains(.ground(.ownedByReportee)) || mine.contains(.ground(.loginNotAsked)) {
      return .notApplicable
    }
    return .ok
  }

  /// The reasons in their fixed order.
  var reasons: [Reason] {
    Reason.allCases.enumerated().compactMap { rawValue >> UInt32($0) & 1 == 1 ? $1 : nil }
  }
}
