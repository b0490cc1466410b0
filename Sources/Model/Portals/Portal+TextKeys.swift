/// The keys of the texts that say what a portal names.
extension PortalEdition {
  package var nameKey: String { "edition.\(rawValue).name" }
  /// How the header names it, where that is not by its name alone.
  package var headerKey: String { "edition.\(rawValue).header" }
  /// That it has closed, for whoever got an error; only an edition that has closed has it.
  package var closedKey: String { "edition.\(rawValue).notice" }
  /// The same in few words.
  package var closedInShortKey: String { "edition.\(rawValue).short" }
  /// The same in a sentence that is said.
  package var closedAloudKey: String { "edition.\(rawValue).aloud" }
  /// The same where one begins.
  package var closedAtHomeKey: String { "edition.\(rawValue).home" }
  /// That it has closed, for the receiver of a letter.
  package var closedInLetterKey: String { "edition.\(rawValue).letter" }
  /// The same for whoever is only told of a fault.
  package var closedInRequestKey: String { "edition.\(rawValue).request" }
  /// To go there from the home of another.
  package var homeKey: String { "home.portal.\(rawValue)" }
  /// To go on there with a message that comes from it.
  package var changeKey: String { "recognised.change.\(rawValue)" }
  /// What it means that a message comes from it, when one is in another.
  package var messageKey: String { "recognised.from.\(rawValue)" }
  /// The same of a message with a date, before and after the edition closed.
  package var oldMessageKey: String { "recognised.from.\(rawValue).before" }
  package var lateMessageKey: String { "recognised.from.\(rawValue).after" }
  /// The same where somebody has only said that it is like a message of it.
  package var likeMessageKey: String { "recognised.like.\(rawValue)" }
}

extension Point {
  package var titleKey: String { "point.\(rawValue).title" }
  /// Its name where there is room for a word, said of nobody in particular.
  package var shortKey: String { "point.\(rawValue).short" }
  package var aboutKey: String { "point.\(rawValue).about" }
}

extension PointState {
  package var textKey: String { "state.\(rawValue)" }
}

extension Cause {
  package var titleKey: String { "cause.\(rawValue).title" }
  /// What a message points to, of a cause outside the points, whose title is a sentence.
  package var namedKey: String { "cause.\(rawValue).named" }
  /// A sentence, of a cause whose title is none.
  package var aloudKey: String { "cause.\(rawValue).aloud" }
  /// What there is to say of a cause outside the points.
  package var aboutKey: String { "cause.\(rawValue).about" }
}

extension Fault {
  package var textKey: String { "fault.\(rawValue)" }
  /// A few words, for a line in a list.
  package var gistKey: String { "gist.\(rawValue)" }
}

extension Ground {
  package var textKey: String { "ground.\(rawValue)" }
  /// A word for how a point stands by it, where *in order* says too much.
  package var stateKey: String { "ground.\(rawValue).state" }
}

extension Reason {
  package var textKey: String {
    switch self {
    case .fault(let fault): fault.textKey
    case .ground(let ground): ground.textKey
    }
  }
}

extension Actor {
  package var textKey: String { "actor.\(rawValue)" }
  /// A few words, for a line in a list.
  package var waitsKey: String { "waits.\(rawValue)" }
  /// As a caller is told whom to ask.
  package var askedKey: String { "asked.\(rawValue)" }
  package var askedPersonKey: String { "asked.\(rawValue).person" }
  /// For those who are called otherwise when one sends for a private person.
  package var personKey: String { "actor.\(rawValue).person" }
}

extension Action {
  package var titleKey: String { "action.\(id).title" }
  package var stepsKey: String { "action.\(id).steps" }
  /// The same for whoever does it, where those words are for the one who has it done.
  package var doerStepsKey: String { "action.\(id).steps.doer" }
  /// What a caller is told who does not do it; there are no such words for what only a sender does.
  package var aloudKey: String { "action.\(id).aloud" }
  package var effectKey: String { "action.\(id).effect" }
  /// What is said to somebody who must act; there are no such words where nobody must be asked.
  package var tellKey: String { "action.\(id).tell" }
  /// What to look after when it is done.
  package var afterKey: String { "action.\(id).after" }
}
