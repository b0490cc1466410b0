/// What is left to find out where nothing is established.
extension Diagnosis {
  /// The facts that settle most, as they can be asked for now: of the points that a message names, the likeliest
  /// first, or else of all; where all points are in order, what could still be asked.
  package var toFindOut: [FieldID] {
    let open: [FieldID] =
      if conclusion.causes.isEmpty {
        named.contains { !missing(in: $0).isEmpty } ? settlingNamed : settlingMost
      } else {
        conclusion.causes == [.unknown] ? notAsked : []
      }
    var seen: Set<FieldID> = []
    return open.filter { seen.insert($0).inserted }
  }

  /// Whether no point fails and nothing else is wrong, while something could still be asked: that the cause is
  /// not to be found is said only once it has been.
  package var isUnfinished: Bool { conclusion.causes == [.unknown] && !toFindOut.isEmpty }

  /// What nobody could tell and would tell most of how an open point stands: what shows its likeliest faults, or else
  /// those of other points, without which it has none.
  package func telling(_ verdict: Verdict) -> FieldID? {
    let own = portal.points.first { $0.point == verdict.point }?.faults ?? []
    let weighed = verdict.missing.filter(facts.declined.contains).map { fact in
      (fact: fact, own: Self.share(fact, own), all: Self.share(fact, portal.faults))
    }
    return weighed.max { ($0.own, $0.all) < ($1.own, $1.all) }?.fact
  }

  /// How likely it is beforehand that a fact shows one of some faults.
  private static func share(_ fact: FieldID, _ faults: [FaultRule]) -> Double {
    faults.filter { $0.shownBy == fact }.map(\.prior).reduce(0, +)
  }

  private func missing(in point: Point) -> [FieldID] { self[point]?.missing ?? [] }

  private var settlingMost: [FieldID] {
    verdicts.flatMap { $0.missing.prefix(2) }.flatMap(askable)
  }

  private var settlingNamed: [FieldID] {
    named.flatMap { point -> [FieldID] in
      let missing = missing(in: point)
      // What shows that the point fails comes before what only decides whether it can.
      let shown = Set(
        portal.faults.filter { portal.point(of: $0.fault) == point }.map(\.shownBy)
      )
      let facts = missing.filter(shown.contains) + missing.filter { !shown.contains($0) }
      let asked = facts.map(askable).filter { !$0.isEmpty }.prefix(2)
      // Right after it what tells how that is mended.
      let next = asked.first?.last.flatMap { first in
        portal.facts.first { row in
          row.choosesRepairOf.flatMap(portal.rule).map { $0.shownBy == first } ?? false
        }?.fact
      }
      return Array(asked.prefix(1).joined()) + (next.map(askable) ?? [])
        + Array(asked.dropFirst().joined())
    }
  }

  /// A fact as it can be asked for now, after what gives it a meaning; nothing where it has none.
  private func askable(_ fact: FieldID) -> [FieldID] {
    guard facts[fact] == nil, portal.isRelevant(fact, in: facts) != false else { return [] }
    let asked = opening(fact) ?? fact
    // Nobody can tell what they hold for something that nobody has named.
    guard let row = portal.rule(of: asked), !row.idleWithoutSubject.isEmpty,
      let subject = row.about, facts[subject] == nil
    else { return [asked] }
    // What they have told already is not asked again.
    return facts.idle.contains(asked) ? [subject] : [subject, asked]
  }

  /// What has a meaning and has not been asked; nothing of an Altinn that has closed, where nobody looks further.
  private var notAsked: [FieldID] {
    guard portal.edition == .current else { return [] }
    let subjects = Set(portal.facts.filter { facts[$0.fact] != nil }.compactMap(\.about))
    return portal.facts.filter { row in
      (row.inquiry != nil || subjects.contains(row.fact))
        && row.points.contains(where: isInQuestion) && !facts.isSettled(row.fact)
        && portal.isRelevant(row.fact, in: facts) != false
    }.map(\.fact)
  }
}
