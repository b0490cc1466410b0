import Wording
import Model
import Screens

/// The shape of `diagnose --json`.
struct DiagnosisReport: Encodable {
  struct VerdictReport: Encodable {
    let state: PointState
    let reasons: [String]
    let missing: [FieldID]
  }

  struct ConclusionReport: Encodable {
    let causes: [Cause]
    let certainty: Certainty
  }

  struct RepairReport: Encodable {
    struct ActionReport: Encodable {
      let id: String
      let by: Actor
      let `where`: [String]
    }

    let actions: [ActionReport]
  }

  private let portal: PortalEdition
  private let verdicts: [String: VerdictReport]
  private let conclusion: ConclusionReport
  private let repairs: [RepairReport]
  private let next: FieldID?

  private enum CodingKeys: String, CodingKey {
    case portal, verdicts, conclusion, repairs, next
  }

  init(_ walk: Walk, _ wording: Wording) {
    let diagnosis = walk.diagnosis
    portal = walk.flow.edition
    verdicts = Dictionary(
      uniqueKeysWithValues: diagnosis.verdicts.map { verdict in
        let reasons = verdict.reasons.isEmpty ? verdict.alternatives : verdict.reasons
        return (
          verdict.point.rawValue,
          VerdictReport(
            state: verdict.state,
            reasons: reasons.map(\.name),
            missing: verdict.missing
          )
        )
      }
    )
    conclusion = ConclusionReport(
      causes: diagnosis.conclusion.causes,
      certainty: diagnosis.conclusion.certainty
    )
    repairs = walk.repairs.map { repair in
      RepairReport(
        actions: repair.actions.map { action in
          .init(
            id: action.id,
            by: diagnosis.actor(of: action),
            where: wording.content.path(
              diagnosis.menuPath(of: action),
              in: wording.language,
              edition: walk.flow.edition
            )
          )
        }
      )
    }
    next = walk.nextQuestion
  }

  func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(portal, forKey: .portal)
    try values.encode(verdicts, forKey: .verdicts)
    try values.encode(conclusion, forKey: .conclusion)
    try values.encode(repairs, forKey: .repairs)
    // Nothing left to ask is said as null, not by leaving the key out.
    try values.encode(next, forKey: .next)
  }
}
