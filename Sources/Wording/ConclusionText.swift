package import Model
package import SafeText

/// What is wrong, what to do about it, who does it and where.
package struct ConclusionText: Sendable {
  let walk: Walk
  let wording: Wording
  private let diagnosis: Diagnosis

  package init(_ walk: Walk, _ wording: Wording) {
    self.walk = walk
    self.wording = wording
    diagnosis = walk.diagnosis
  }

  /// The whole text of the conclusion.
  package var prose: [Prose] {
    let repairs = walk.repairs
    var prose = wording.notice(above: walk) + causes
    if let best = repairs.first {
      prose += [.gap, .heading(wording("conclusion.do"))]
      for (index, action) in best.actions.enumerated() {
        let words = ActionText(action, walk, wording)
        prose += [.numbered(index + 1, words.title)] + words.prose
      }
    }
    prose += others(repairs.dropFirst().prefix(4))
    return prose + (diagnosis.conclusion.causes.isEmpty ? findOut : unchecked)
  }

  private var causes: [Prose] {
    var prose: [Prose] = []
    for verdict in diagnosis.verdicts where verdict.state == .failing {
      let values = [
        "number": "\(verdict.number)",
        "point": wording(verdict.point.titleKey),
      ]
      prose.append(.toned(wording("conclusion.fails", values), .bad))
      prose += PointsText(walk, wording).reasons(verdict).map(Prose.paragraph)
      prose += wording.packages(mending: verdict, in: walk)
    }
    for cause in diagnosis.conclusion.causes where cause.point == nil {
      prose.append(.heading(wording(cause.titleKey)))
      prose.append(.paragraph(wording(cause.aboutKey)))
      if cause == .unknown { prose += checks }
    }
    if let id = walk.facts[.message], let message = wording.content.message(id),
      diagnosis.liesOutside
    {
      prose.append(.paragraph(wording(message.meaningKey)))
      if wording.has(message.remedyKey) { prose.append(.paragraph(wording(message.remedyKey))) }
      prose += wording.handOver(message)
    }
    if diagnosis.contradictsMessage { prose.append(.paragraph(wording("conclusion.contradicts"))) }
    return prose
      + [.paragraph(wording(diagnosis.conclusion.certainty.textKey))]
  }

  /// The other ways out, in a line or two each.
  private func others(_ repairs: ArraySlice<Repair>) -> [Prose] {
    guard !repairs.isEmpty else { return [] }
    return [.gap, .heading(wording("conclusion.others"))]
      + repairs.map { repair in
        .bullet(
          repair.actions.map { ActionText($0, walk, wording).line }.joined(separator: " ")
        )
      }
  }

  /// What people have found to be wrong when all four points are in order.
  private var checks: [Prose] {
    wording("cause.unknown.checks").split(separator: "\n").map { .bullet(String($0)) }
  }

  /// Where nothing is established: what to find out, who can see it and where, and no orders.
  private var findOut: [Prose] {
    var seen: Set<FieldID> = []
    let open = diagnosis.verdicts.flatMap { $0.missing.prefix(2) }.filter {
      seen.insert($0).inserted
    }
    guard !open.isEmpty else { return unchecked }
    return [.gap, .heading(wording("conclusion.findOut"))]
      + open.enumerated().flatMap { index, fact -> [Prose] in
        let stem = wording.stem(of: fact, in: walk)
        let who = wording.text("\(stem).who", about: walk)
        let path = walk.flow.steps.flatMap(\.fields).first { $0.id == fact }?.place
        return [
          .numbered(index + 1, wording.text("\(stem).title", about: walk)),
          .paragraph(wording("conclusion.seenBy", ["who": who])),
        ]
          + (path.map {
            let words = wording.path($0, of: walk.flow.edition)
            return [.paragraph(wording("conclusion.where", ["path": words]))]
          } ?? [])
      }
  }

  /// The points that nobody could settle, and who can.
  var unchecked: [Prose] {
    guard !diagnosis.liesOutside else { return [] }
    let open = diagnosis.verdicts.filter { [.unknown, .blocked].contains($0.state) }
    guard !open.isEmpty else { return [] }
    return [.gap, .heading(wording("conclusion.unchecked"))]
      + open.map { verdict in
        let asked = verdict.missing.first { diagnosis.facts.declined.contains($0) }
        let who = asked.map { wording.text("\(wording.stem(of: $0, in: walk)).who", about: walk) }
        let point = "\(verdict.number) " + wording(verdict.point.titleKey)
        return .bullet([point, who].compactMap { $0 }.joined(separator: ". "))
      }
  }
}
