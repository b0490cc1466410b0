/// The fields that a walk itself knows, whichever flow asks for them.
extension FieldID {
  /// What the reportee is called.
  package static let reporteeName: FieldID = "reportee.name"
  /// The redacted text of the message.
  package static let messageText: FieldID = "message.text"
  /// How many characters of the text are not kept, where it is too long to be kept whole.
  package static let messageCut: FieldID = "message.cut"
  /// The number of the organisation that the message names.
  package static let messageParty: FieldID = "message.party"
  /// The other messages that stand in the same text, with commas between.
  package static let messageOthers: FieldID = "message.others"
  /// The entries a message may be that is not known to the letter, with commas between, the likeliest first.
  package static let messageCandidates: FieldID = "message.candidates"
  /// Which of those it is, as somebody says who compares them.
  package static let messageLike: FieldID = "message.like"
  /// That the message was pasted among other words, so that it may be nobody's.
  package static let messageAmongWords: FieldID = "message.amongWords"
  /// Whether such a message is seen by whoever pasted it.
  package static let messageSeen: FieldID = "message.seen"
  /// What is seen, where no message is known.
  package static let messageSymptom: FieldID = "message.symptom"
  /// What stands beside it, where all that is seen is that something is rejected.
  package static let messageCode: FieldID = "message.code"
  /// That the answers come over the phone: what is only told is then seen by nobody.
  package static let call: FieldID = "desk.call"
  /// Where a call stands at the desk, so that it comes back there.
  package static let callPlace: FieldID = "desk.place"
  /// The message of the round before, by which a case that was taken up again is known until it has one anew.
  package static let callAbout: FieldID = "desk.about"
  /// What is written so far of a note on a call, until it is kept as one.
  package static let noteDraft: FieldID = "desk.note"
  /// What a caller is to the party that sends; asked aloud, and kept beside the answers.
  package static let callerRole: FieldID = "caller.role"
  /// That the caller has said in their own words what they do now.
  package static let toldBack: FieldID = "desk.toldBack"
  /// The number of the case that a task was begun from.
  package static let origin: FieldID = "origin.case"
}

/// What is said of a message that was pasted among other words.
package enum MessageSeen {
  /// It is seen, and is of what is asked about.
  package static let now = "now"
  /// Somebody else has it, and told of it.
  package static let told = "told"
  /// It is of something else, or of another time.
  package static let other = "other"
}

/// What stands beside the word that something is rejected.
package enum MessageCode {
  /// A code, which is then typed as the message.
  package static let code = "code"
  /// A field or a value that is wrong.
  package static let field = "field"
  package static let none = "none"
}
