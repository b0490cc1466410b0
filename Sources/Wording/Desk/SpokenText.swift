package import Model
import SafeText

/// A question as an agent puts it to a caller on the phone.
package struct SpokenText: Sendable {
  package let field: Field
  /// In the language that is read aloud, which need not be the agent's own.
  let wording: Wording
  /// Whether the caller sends for a client.
  private let isForClient: Bool
  /// What it takes by name, where the question is whether somebody holds it.
  private let needed: [String]

  package init(
    _ field: Field,
    _ wording: Wording,
    isForClient: Bool = false,
    in walk: Walk? = nil
  ) {
    self.field = field
    self.wording = wording
    self.isForClient = isForClient
    let packages = walk.map { wording.packages(askedFor: field.id, in: $0) } ?? []
    needed = packages.compactMap { line -> String? in
      if case .paragraph(let text) = line { text } else { nil }
    }
  }

  /// The sentence to read aloud, between quotation marks.
  package var say: String {
    let own = field.id.sayForClientKey
    return wording.quoted(wording(isForClient && wording.has(own) ? own : field.id.sayKey))
  }

  /// What to listen for: each answer with what callers say who mean it.
  package var heard: [(value: String, phrases: [String])] {
    field.heardValues.map { ($0, lines(field.id.listenKey($0))) }
  }

  /// How the caller finds out, a step at a time, after what they look for by name.
  package var unsure: [String] { needed + lines(field.id.unsureKey) }

  /// Who else can know.
  package var whoKnows: String { wording(field.id.whoKnowsKey) }

  private func lines(_ key: String) -> [String] {
    wording(key).split(separator: "\n").map(String.init)
  }
}

extension Wording {
  /// What is said, between the quotation marks of the language.
  package func quoted(_ text: String) -> String { self("desk.quoted", ["text": text]) }

  /// What an answer comes to, in a word or two.
  package func tag(_ value: String, of field: FieldID) -> String {
    let isCommon = [Fact.yes, Fact.no, Fact.unknown].contains(value)
    return self(isCommon ? "hint.letter.\(value)" : field.tagKey(value))
  }

  /// What a question is about, in a word or two.
  package func brief(_ field: FieldID) -> String { self(field.briefKey) }

  /// The conclusion to read aloud: that its Altinn has closed, what is wrong, and what is done first, by name where
  /// the caller does not do it; `nil` while nothing is known.
  ///
  /// The same is said whatever there is room for.
  package func spokenConclusion(_ walk: Walk) -> String? {
    let words = toCaller
    guard let wrong = words.whatIsWrong(walk) else { return nil }
    return said([words.closingAloud(walk), wrong, words.whatToDo(walk)].compactMap(\.self))
  }

  /// Sentences as they are said, with the numbers of organisations as they are read aloud.
  private func said(_ sentences: [String]) -> String {
    quoted(
      sentences.map { $0.hasSuffix(".") || $0.hasSuffix(":") ? $0 : $0 + "." }
        .joined(separator: " ").replacing(/[0-9]+/) { grouped(String($0.output)) }
    )
  }

  /// What is wrong, in a sentence: what is done first answers it where it can, and it is told apart, else where it is;
  /// `nil` while nothing is known.
  private func whatIsWrong(_ walk: Walk) -> String? {
    let diagnosis = walk.diagnosis
    let failing = diagnosis.verdicts.filter { $0.state == .failing }
    let answered = walk.advice.actions.first?.answers.compactMap { diagnosis.portal.point(of: $0) }
    let fitting = failing.first { answered?.contains($0.point) ?? false }
    guard let verdict = fitting ?? failing.first else {
      return diagnosis.conclusion.causes.first.map { cause in
        let edition = walk.flow.edition
        let said = has(cause.aloudKey) ? self(cause.aloudKey) : title(of: cause, in: edition)
        return hedged(said, in: diagnosis)
      }
    }
    // Which of several it is nobody knows, so none is said.
    let wrong: String? =
      verdict.reasons.isEmpty
      ? self("desk.aloud.oneOf", ["what": self(Cause(verdict.point).titleKey).inner])
      : PointsText(walk, self).reasons(verdict).first
    return wrong.map { hedged($0, in: diagnosis) }
  }

  /// What is done first; where whichever is needed is done, all of it, since one alone would be told as the answer.
  private func whatToDo(_ walk: Walk) -> String? {
    let advice = walk.advice
    guard let first = advice.actions.first else { return nil }
    let either = advice.actions.prefix(while: advice.isChoice)
    guard either.count > 1 else { return aloud(first, in: walk) }
    return oneByOne(Array(either), isEither: advice.isChoice) { aloud($0, in: walk) }
      .joined(separator: " ")
  }

  /// What is done, as it is said to the caller: what they do themselves, or whom they ask to do it.
  package func aloud(_ action: Action, in walk: Walk) -> String {
    let actor = walk.diagnosis.actor(of: action)
    guard actor != .sender, has(action.aloudKey) else {
      return text(action.titleKey, about: walk) + "."
    }
    return self(variant(of: action.aloudKey, in: walk), ["who": asked(actor, walk)])
      .capitalisedFirst
  }

  /// Somebody who is to be asked, in the few words that are said of them.
  package func asked(_ actor: Actor, _ walk: Walk) -> String {
    let isPerson = walk.facts.holds(.reporteeKind, ReporteeKind.person.rawValue)
    let key = isPerson && has(actor.askedPersonKey) ? actor.askedPersonKey : actor.askedKey
    return self(variant(of: key, in: walk))
  }

  /// The code of a case, to be written down by the caller: each letter by itself.
  package func aloud(_ code: CaseCode) -> String {
    let letters = code.letters.map(String.init).joined(separator: " ")
    return quoted(self("desk.aloud.code", ["code": "\(code.id.rawValue) \(letters)"]))
  }

  /// An organisation number as it is read aloud, in groups of three; any other text as it is.
  package func grouped(_ party: String) -> String {
    guard party.count == 9, party.allSatisfy(\.isNumber) else { return party }
    return stride(from: 0, to: 9, by: 3).map { start in
      String(party.dropFirst(start).prefix(3))
    }.joined(separator: " ")
  }
}
