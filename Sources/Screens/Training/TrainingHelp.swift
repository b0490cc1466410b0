import Model
import SafeText
import Wording

/// What the help says in training: the keys that mean something there, how one moves, how a call is scored and what is
/// kept; nothing of cases.
struct TrainingHelp {
  let prose: [Prose]

  /// The help of whoever is trained, alone or at a seat.
  init(_ screen: any Screen, isSeat: Bool, _ wording: Wording) {
    var prose = Self.keys(of: screen, isLead: false, wording) + Self.scoring(wording)
    prose += [.gap, .heading(wording("help.privacy")), .paragraph(wording("train.help.kept"))]
    if isSeat { prose.append(.paragraph(wording("class.help.seat"))) }
    self.prose = prose
  }

  /// The help of whoever leads a class.
  init(ofLead screen: any Screen, _ wording: Wording) {
    prose =
      Self.keys(of: screen, isLead: true, wording) + [
        .gap, .heading(wording("class.help.seen")), .paragraph(wording("class.help.seenAbout")),
      ]
  }

  /// The keys that do something on the page, and how one moves and types.
  private static func keys(of screen: any Screen, isLead: Bool, _ wording: Wording) -> [Prose] {
    var prose: [Prose] = [.heading(wording("help.keysHere"))]
    prose += screen.keys(wording) { command in
      let own = ["train.help.key.\(command.rawValue)", "key.\(command.rawValue)"]
      let keys = (isLead ? ["class.help.key.\(command.rawValue)"] : []) + own
      return wording(keys.first(where: wording.has) ?? "key.\(command.rawValue)")
    }
    prose += [.gap, .heading(wording("help.moving")), .paragraph(wording("help.movingAbout"))]
    prose.append(.paragraph(wording("train.help.paging")))
    return screen.hasLine ? prose + HelpKeys.typing(wording) : prose
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
