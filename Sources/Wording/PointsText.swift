package import Model
package import SafeText

/// The points of the portal with their states and reasons.
package struct PointsText: Sendable {
  let walk: Walk
  let wording: Wording

  package init(_ walk: Walk, _ wording: Wording) {
    self.walk = walk
    self.wording = wording
  }

  /// Each point with its reasons.
  package var prose: [Prose] {
    let diagnosis = walk.diagnosis
    return diagnosis.verdicts.flatMap { prose(of: $0, in: diagnosis) }
  }

  /// A point with its reasons, as sure as it is in a diagnosis.
  func prose(of verdict: Verdict, in diagnosis: Diagnosis?) -> [Prose] {
    let values = [
      "number": "\(verdict.number)",
      "point": wording.title(of: verdict.point, in: walk),
      "state": wording.state(of: verdict, in: diagnosis),
    ]
    return [.toned(wording("overview.point", values), verdict.state.tone)]
      + reasons(verdict).map { .paragraph("   " + $0) }
  }

  /// How many points are settled, such as "2 av 4 punkter sjekket".
  package var progress: String {
    let settled = walk.diagnosis.verdicts.filter { ![.unknown, .blocked].contains($0.state) }
    let all = walk.diagnosis.verdicts.count
    return wording("header.progress", ["done": "\(settled.count)", "all": "\(all)"])
  }

  /// Why a point has its state, one sentence a reason.
  package func reasons(_ verdict: Verdict) -> [String] {
    switch verdict.state {
    case .unknown: return []
    case _ where verdict.reasons.isEmpty:
      let head = verdict.alternatives.count > 1 ? "verdict.oneOf" : "verdict.likeliest"
      return [wording(head)] + likeliestFirst(verdict.alternatives).map { "- " + text($0) }
    default: return verdict.reasons.map(text)
    }
  }

  /// The first of them, which of several that may be wrong is the likeliest; and whether there are more.
  func firstReason(_ verdict: Verdict) -> (words: [String], isAll: Bool) {
    let isOneOf = verdict.reasons.isEmpty
    let reasons = isOneOf ? likeliestFirst(verdict.alternatives) : verdict.reasons
    let head = isOneOf ? [wording("verdict.likeliest")] : []
    return (head + reasons.prefix(1).map(text), reasons.count < 2)
  }

  /// What may be wrong, in the order of how often it is; the rows decide between what is as likely.
  private func likeliestFirst(_ reasons: [Reason]) -> [Reason] {
    let ranked = reasons.enumerated().map { place, reason -> (Double, Int, Reason) in
      guard case .fault(let fault) = reason else { return (0, place, reason) }
      return (walk.diagnosis.portal.rule(of: fault)?.prior ?? 0, place, reason)
    }
    return ranked.sorted { ($1.0, $0.1) < ($0.0, $1.1) }.map(\.2)
  }

  private func text(_ reason: Reason) -> String {
    wording.text(reason.textKey, about: walk)
  }
}

extension PointState {
  /// What the state means besides its word, which always stands beside it.
  package var tone: Prose.Tone {
    switch self {
    case .ok: .good
    case .failing: .bad
    case .notApplicable, .blocked: .muted
    case .unknown: .plain
    }
  }
}
