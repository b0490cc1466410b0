package import Model
import SafeText

/// What somebody has learnt in training, for paper.
package struct CertificateText: Sendable {
  private let record: TrainingRecord
  private let wording: Wording

  package init(_ record: TrainingRecord, _ wording: Wording) {
    self.record = record
    self.wording = wording
  }

  /// - Parameter name: Who has learnt it; a line to write on where it is empty.
  /// - Returns: `nil` where nothing is learnt.
  package func printed(for name: String) -> PrintedText? {
    guard !record.learnt.isEmpty else { return nil }
    let exercises = record.learnt.map { attempts in
      let id = attempts[0].scenario
      let times = attempts.map { attempt in
        let day = attempt.day.map(wording.text) ?? "–"
        return "\(day) (\(attempt.scenario))"
      }
      let values = [
        "name": wording.name(of: id) ?? id.name, "edition": wording.name(id.edition),
        "times": times.joined(separator: ", "),
      ]
      return Prose.bullet(wording("train.certificate.exercise", values))
    }
    let today = wording.today.map(wording.text) ?? ""
    return PrintedText(
      title: "\(wording("train.mark")) \(wording("train.certificate"))",
      language: wording.language,
      sections: [
        .init(
          prose: name.isEmpty ? [] : [.toned(name, .heading)],
          lines: name.isEmpty ? 1 : 0
        ),
        .init(
          prose: [.paragraph(wording("train.certificate.about")), .gap] + exercises + [
            .gap, .paragraph(wording("train.certificate.day", ["day": today])), .gap,
            .toned(wording("train.certificate.not"), .muted),
          ]
        ),
      ]
    )
  }
}
