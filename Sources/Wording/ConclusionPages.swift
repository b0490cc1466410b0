package import Model
package import SafeText

/// The pages behind the first one of a conclusion.
extension ConclusionText {
  /// Those that have something to say.
  package var parts: [ConclusionPart] {
    ConclusionPart.allCases.filter { part in
      switch part {
      case .steps: true
      case .others: ways.count > 1
      case .script: !script.isEmpty
      }
    }
  }

  /// What stands on a page, with its heading.
  package func page(_ part: ConclusionPart) -> [Prose] {
    switch part {
    case .steps:
      notice + (steps.isEmpty ? [] : steps + [.gap]) + reasons + open
    case .others: others
    case .script: script
    }
  }

  /// Everything, for a record and for whoever reads no pages.
  package var whole: [Prose] {
    notice + reasons + (steps.isEmpty ? [] : [.gap] + steps) + open
      + parts.filter { $0 == .others }.flatMap { [.gap] + page($0) }
  }

  // MARK: - Step by step

  /// That its Altinn has closed, above all else; the long words for it go on to choices of the page.
  private var notice: [Prose] {
    guard isSent else { return wording.notice(above: walk) }
    return wording.closingInShort(walk).map { [.toned($0, .bad), .gap] } ?? []
  }

  /// What is wrong, with all reasons.
  private var reasons: [Prose] {
    var prose = trouble + impossible
    for verdict in diagnosis.verdicts where verdict.state == .failing {
      if !isSent { prose.append(.toned(fails(verdict), .bad)) }
      // Sent, it stands under no heading that says how sure it is.
      let isBare = isSent && !verdict.reasons.isEmpty
      prose += PointsText(walk, wording).reasons(verdict).map { reason in
        Prose.paragraph(isBare ? wording.hedged(reason, in: diagnosis) : reason)
      }
      prose += wording.packages(mending: verdict, in: walk)
    }
    for cause in outside {
      prose += [.heading(hedgedTitle(of: cause)), about(cause)]
      if cause == .unknown { prose += checks }
    }
    if let message, diagnosis.liesOutside {
      prose += saidSo + [.paragraph(wording(message.meaningKey))]
      if wording.has(message.remedyKey) { prose.append(.paragraph(wording(message.remedyKey))) }
      prose += wording.handOver(message, in: walk)
    }
    prose += waiting + contradiction
    let firm = showsRegister ? wording.firmNote(walk.reporteeReview) : nil
    prose += [firm].compactMap { $0.map(Prose.paragraph) } + [.paragraph(certainty)]
    // A number that was typed here says nothing to whoever did not type it.
    return prose + warnings + (isSent ? [] : doubted)
  }

  /// That a point fails; of one that is only likely to that it is.
  func fails(_ verdict: Verdict) -> String {
    let isLikely = diagnosis.conclusion.certainty == .likely
    return wording(
      isLikely ? "conclusion.fails.likely" : "conclusion.fails",
      values(of: verdict)
    )
  }

  /// A cause outside the points, as sure as it is.
  func hedgedTitle(of cause: Cause) -> String {
    wording.hedged(title(of: cause), in: diagnosis)
  }

  /// The rules of the tables that it rests on, with when each was last checked.
  var rules: [Prose] {
    let mending = diagnosis.verdicts.filter { $0.state == .failing }
      .flatMap { wording.packages(mending: $0, in: walk, isDated: true) }
    guard mending.isEmpty, !warnings.isEmpty else { return mending }
    let access = walk.value(.service).flatMap {
      wording.content.service($0, of: walk.flow.edition)?.access
    }
    return access.map { wording.ends($0, isDated: true) } ?? []
  }

  var message: Message? { walk.facts[.message].flatMap(wording.content.message) }

  private var steps: [Prose] {
    told(deciders)
      + listed(as: "conclusion.do") { action in
        let words = text(action)
        return (words.title, words.prose(isSure: !advice.either.contains(action.id)))
      }
  }

  /// What is left to find out.
  private var open: [Prose] {
    questions.isEmpty ? unchecked : [.gap] + told(questions) + idle
  }

  /// Things to find out, with who can see each and where.
  private func told(_ questions: [Question]) -> [Prose] {
    guard !questions.isEmpty else { return [] }
    return [.heading(wording("conclusion.findOut"))]
      + questions.enumerated().flatMap { index, question -> [Prose] in
        [.numbered(index + 1, question.title), .paragraph(question.who)]
          + (question.place.map { [.paragraph($0)] } ?? [])
      }
  }

  // MARK: - Other ways out

  /// What each way out takes of what answers something that is known to be wrong, the best first, each once.
  private var ways: [[Action]] {
    var seen: Set<[String]> = []
    return repairs.map { $0.actions.filter(diagnosis.calls) }
      .filter { !$0.isEmpty && seen.insert($0.map(\.id)).inserted }
  }

  /// The other ways: what all of them share is said once, and so is what each action takes.
  private var others: [Prose] {
    let ways = Array(ways.prefix(5))
    guard ways.count > 1 else { return [] }
    let shared = ways[0].filter { action in
      ways.allSatisfy { $0.contains { $0.id == action.id } }
    }
    var told = Set(shared.map(\.id))
    var prose: [Prose] = [.heading(wording("conclusion.others"))]
    if !shared.isEmpty {
      prose.append(.paragraph(wording("conclusion.shared")))
      for action in shared {
        let words = text(action)
        prose += [.bullet(words.title)] + words.whoAndWhere.map { .paragraph("   " + $0) }
      }
      prose += [.gap, .paragraph(wording("conclusion.oneOf"))]
    }
    var number = 0
    // What is done besides what all share is one of several, the best way's among them.
    for way in ways.dropFirst(shared.isEmpty ? 1 : 0) {
      let own = way.filter { action in !shared.contains { $0.id == action.id } }
      guard !own.isEmpty else { continue }
      number += 1
      for (place, action) in own.enumerated() {
        let words = text(action)
        prose.append(
          place == 0 ? .numbered(number, words.title) : .paragraph("   + " + words.title)
        )
        if told.insert(action.id).inserted {
          prose += words.whoAndWhere.map { .paragraph("   " + $0) }
        }
      }
    }
    return prose
  }

  // MARK: - What to say

  /// What is said to those who must act, and what the vendor or the agency is to be sent.
  private var script: [Prose] {
    var isHanded = false
    let said = ordered.compactMap { action -> [Prose]? in
      let words = text(action)
      guard let tell = words.tell else { return nil }
      let list = isHanded ? [] : handed(for: action)
      isHanded = isHanded || !list.isEmpty
      return [
        .heading(wording("conclusion.to", ["who": words.listener])),
        .paragraph(wording("request.message", ["text": tell])),
      ] + list
    }
    // Where nobody has to act, it is not told to anybody else than whom its title names.
    guard !said.isEmpty else { return message.map { wording.handOver($0, in: walk) } ?? [] }
    return Array(said.joined(separator: [Prose.gap]))
  }

  /// What is handed on of the message to whoever does an action; nothing where that is neither the vendor nor the
  /// agency that it is for, since nobody else can read or check it.
  ///
  /// - Parameter isToThem: Whether it is they who read it.
  func handed(for action: Action, isToThem: Bool = false) -> [Prose] {
    guard let message, text(action).hearer == message.toldTo else { return [] }
    return wording.handOver(message, in: walk, isToThem: isToThem)
  }
}
