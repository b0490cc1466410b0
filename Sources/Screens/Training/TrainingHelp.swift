import Model
import SafeText
import Wording

/// What the help says in training: the keys that mean something there, how one moves, how a call is scored and what is
/// kept; nothing of cases.
struct TrainingHelp {
  let prose: [Prose]

  /// The help of whoever is trained, alone or at a seat.
  init(_ screen: any TrainedScreen, _ wording: Wording) {
    let isSeat = screen.setting.seat != nil
    let own = TrainingScreen.Act.allCases.compactMap { act -> Prose? in
      guard let letter = act.letter, act != .hand || isSeat else { return nil }
      return .bullet("\(letter)  \(wording("train.act.\(act.rawValue)"))")
    }
    var prose: [Prose] = [.heading(wording("train.help.call"))] + own
    prose += Self.shared(screen, wording)
    prose += Self.scoring(wording)
    prose += [.gap, .heading(wording("help.privacy")), .paragraph(wording("train.help.kept"))]
    if isSeat { prose.append(.paragraph(wording("class.help.seat"))) }
    self.prose = prose
  }

  /// The help of whoever leads a class.
  init(ofLead board: ClassScreen, _ wording: Wording) {
    func own(_ key: String, _ does: String) -> Prose {
      .bullet("\(key)  \(wording("class.lead.\(does)"))")
    }
    let all = board.acts.compactMap { act in act.key.map { own("\($0)", act.rawValue) } }
    let ofSeat: [Prose] =
      board.isOver ? [] : [own("Enter", "follow"), own("h", "hint"), own("r", "lower")]
    var prose: [Prose] = [.heading(wording("class.help.keys"))] + ofSeat + all
    prose += Self.shared(board, wording) + [.gap, .heading(wording("class.help.seen"))]
    prose.append(.paragraph(wording("class.help.seenAbout")))
    self.prose = prose
  }

  /// The keys that hold on every page, and how one moves.
  private static func shared(_ screen: any Screen, _ wording: Wording) -> [Prose] {
    let scopes: [Scope] = [.anywhere] + screen.scopes
    var prose: [Prose] = [.gap, .heading(wording("help.keys"))]
    for binding in Binding.all where scopes.contains(binding.scope) {
      // From the board there is nowhere to go home to.
      if binding.command == .home, screen is ClassScreen { continue }
      let key = "train.help.key.\(binding.command.rawValue)"
      let text = wording(wording.has(key) ? key : "key.\(binding.command.rawValue)")
      prose.append(.bullet("\(binding.label)  \(text)"))
    }
    prose += [.gap, .heading(wording("help.moving")), .paragraph(wording("help.movingAbout"))]
    return prose + [.paragraph(wording("train.help.paging"))]
  }

  /// How a call is scored, in a few lines.
  private static func scoring(_ wording: Wording) -> [Prose] {
    let parts = TrainingScore.Part.allCases
    let all = parts.reduce(0) { $0 + $1.most }
    let values = ["all": "\(all)", "passing": "\(TrainingScore.passing)"]
    var prose: [Prose] = [.gap, .heading(wording("train.help.score"))]
    prose.append(.paragraph(wording("train.help.scoreAbout", values)))
    for part in parts {
      let text = wording("train.help.part.\(part.rawValue)", ["most": "\(part.most)"])
      prose.append(.bullet(text))
    }
    return prose + [.paragraph(wording("train.help.breach"))]
  }
}
