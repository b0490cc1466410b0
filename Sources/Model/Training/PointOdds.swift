/// How likely it is of each point that the fault lies there, by what is known: the numbers of the points.
package struct PointOdds: Equatable, Sendable {
  /// Those that are known to fail.
  package let failing: [Int]
  /// Of those that may fail, the likeliest: several, where they are as likely.
  package let likeliest: [Int]
  /// Those that are in order, or have no part in it.
  package let out: [Int]

  /// What is at least so much of the likeliest is as likely: the figures are guesses.
  private static let nearly = 0.75

  init(_ diagnosis: Diagnosis) {
    func numbers(_ states: [PointState]) -> [Int] {
      diagnosis.verdicts.filter { states.contains($0.state) }.map(\.number)
    }
    let beliefs = Beliefs(diagnosis.portal, diagnosis.testimony)
    let open = diagnosis.verdicts.filter { $0.state == .unknown }.map { verdict in
      (number: verdict.number, share: beliefs.share(of: verdict.point, in: diagnosis))
    }
    let most = open.map(\.share).max() ?? 0
    failing = numbers([.failing])
    likeliest = open.filter { $0.share > 0 && $0.share >= most * Self.nearly }.map(\.number)
    out = numbers([.ok, .notApplicable])
  }
}
