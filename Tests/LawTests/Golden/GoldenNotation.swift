import Model

/// The short names of the golden file: one letter for each reason, fact and action.
///
/// The header of the file says which; what a letter means never changes, so that the file holds
/// however the portal's rows are ordered later.
struct GoldenNotation {
  private let letters: [String: Character]

  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
  )

  /// - Parameter header: The lines `reasons …`, `facts …`, `actions …`.
  init(header: [Substring]) {
    letters = Dictionary(
      header.flatMap { line -> [(String, Character)] in
        let words = line.split(separator: " ")
        guard let kind = words.first else { return [] }
        return zip(words.dropFirst(), Self.alphabet).map { ("\(kind) \($0)", $1) }
      },
      uniquingKeysWith: { first, _ in first }
    )
  }

  private func sign(_ kind: String, _ name: String) -> String {
    letters["\(kind) \(name)"].map { "\($0)" } ?? "<\(name)>"
  }

  /// What follows from a state, as the second part of a line: each point with its reasons, its
  /// alternatives after `/` and what is missing after `-`; the conclusion, `!` where the message is
  /// contradicted; the repairs; the next question.
  func line(_ diagnosis: Diagnosis, _ repairs: [Repair], _ next: Planner.Choice?) -> String {
    let points = diagnosis.verdicts.map { verdict in
      verdict.state.rawValue.prefix(1)
        + verdict.reasons.map { sign("reasons", $0.name) }.joined()
        + list("/", verdict.alternatives.map { sign("reasons", $0.name) })
        + list("-", verdict.missing.map { sign("facts", $0.rawValue) })
    }
    let conclusion = diagnosis.conclusion
    let causes =
      conclusion.causes.map(\.rawValue).joined(separator: ",")
      + ":\(conclusion.certainty.rawValue)" + (diagnosis.contradictsMessage ? "!" : "")
    let ways = repairs.map { $0.actions.map { sign("actions", $0.id) }.joined() }
    let question = next.map { "\($0.fact.rawValue):\($0.reason.rawValue)" } ?? "."
    return (points + [causes, ways.isEmpty ? "." : ways.joined(separator: ","), question])
      .joined(separator: " ")
  }

  private func list(_ mark: String, _ names: [String]) -> String {
    names.isEmpty ? "" : mark + names.joined()
  }
}
