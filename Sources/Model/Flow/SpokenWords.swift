// What is said on the phone, where the person who answers sees no screen: a question as it is read
// aloud, what callers answer it with, how they find out, and who else can know.

extension FieldID {
  /// What it is about in a word or two, for a list: "the password of the ID".
  package var briefKey: String { "brief.\(rawValue)" }
  /// The question as it is read aloud.
  package var sayKey: String { "say.\(rawValue)" }
  /// What a caller does to find out, a step a line.
  package var unsureKey: String { "unsure.\(rawValue)" }
  /// Who can know where the caller cannot.
  package var whoKnowsKey: String { "whoKnows.\(rawValue)" }
  /// What callers say who mean a value, a phrase a line; ``Fact/unknown`` is a value here.
  package func listenKey(_ value: String) -> String { "listen.\(rawValue).\(value)" }
  /// What an answer comes to in a word or two, for whoever listens: "waits", "rejected".
  package func tagKey(_ value: String) -> String { "tag.\(rawValue).\(value)" }
  /// The question as it is read aloud to somebody who sends for a client, and so has two numbers.
  package var sayForClientKey: String { "say.\(rawValue).client" }
}

extension Field {
  /// The keys of its spoken form.
  package var spokenWords: [String] {
    [id.briefKey, id.sayKey, id.unsureKey, id.whoKnowsKey] + heardValues.map(id.listenKey)
      + taggedValues.map(id.tagKey) + (id == .reporteeName ? [id.sayForClientKey] : [])
  }

  /// The values one listens for; none where the answer is an entry of a catalogue or free text.
  package var heardValues: [String] {
    guard case .choice(let options) = input else { return [] }
    return offered(options)
  }

  /// Those of them that are no *ja*, *nei* or *vet ikke*, and so have a word of their own.
  package var taggedValues: [String] {
    heardValues.filter { ![Fact.yes, Fact.no, Fact.unknown].contains($0) }
  }
}

extension Flow {
  /// The keys of the spoken form of every question of a search for a fault; the tasks have none.
  package var spokenWords: [String] {
    findsFaults ? steps.flatMap(\.fields).flatMap(\.spokenWords) : []
  }
}
