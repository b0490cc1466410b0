import Drawing
import Model
package import Wording

/// What is read aloud, and in which language.
extension CallScreen {
  /// The words that are read aloud, which need not be in the agent's language.
  func spoken(_ wording: Wording) -> Wording {
    caller.language.map { Wording(wording.content, $0, on: wording.today) } ?? wording
  }

  /// What the language that is read aloud is called, where it is not the agent's own; else nothing.
  func aloudName(_ wording: Wording) -> String {
    caller.language.map { wording("desk.language.\($0.rawValue)") } ?? ""
  }

  /// What stands before what is said: a word for it, and the language where it is not the agent's own.
  func sayLabel(_ wording: Wording) -> String {
    [wording("desk.say"), aloudName(wording)].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The language one reads aloud in, for this case.
  mutating func readInNextLanguage(_ wording: Wording) -> Response {
    let all = Language.allCases
    let current = caller.language ?? wording.language
    let next = all[((all.firstIndex(of: current) ?? 0) + 1) % all.count]
    caller.language = next == wording.language ? nil : next
    reword(wording)
    return .does([.desk(.describe(caller, openCase))])
  }

  /// Says the conclusion as it is to be read aloud now; it has the rows it takes.
  mutating func sayConclusion(_ wording: Wording) {
    let aloud = spoken(wording)
    conclusion = aloud.spokenConclusion(walk) ?? aloud.quoted(aloud("desk.nothingYet"))
    fit(room)
  }

  package mutating func reword(_ wording: Wording) {
    editor?.reword(walk: walk, wording: wording)
    guard stage == .answer else { return }
    answerText.replace(with: answerProse(wording))
    sayConclusion(wording)
  }
}
