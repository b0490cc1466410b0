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
    return prose + unchecked
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
    }
    if let id = walk.facts[.message], let message = wording.content.message(id),
      diagnosis.liesOutside
    {
      prose.append(.paragraph(wording(message.meaningKey)))
      if wording.has(message.remedyKey) { prose.append(.paragraph(wording(message.remedyKey))) }
      prose += wording.handOver(message, in: walk)
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
