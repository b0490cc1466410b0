/// What a caller answers an act with; the words are in the texts.
package enum Reply: Equatable, Sendable {
  /// Reads a message out, or tells what is seen where there is none.
  case message(String)
  /// Reads the beginning of a message, and no more.
  case cutOff(String)
  /// Says something beside the point.
  case vague
  /// Uses a word that may mean several things.
  case mixedUp(FieldID)
  case value(FieldID, String)
  /// Tells how it was before.
  case past(Past, String)
  /// Passes on what somebody else has said.
  case told(FieldID, String)
  /// Has looked now.
  case sees(FieldID, String)
  /// Has looked now, and was wrong before.
  case corrects(FieldID, String)
  /// Has looked now, and sees the receipt.
  case seesReceipt
  case unknown(FieldID)
  /// There is no such thing in this case, because of another fact.
  case notHere(FieldID, because: FieldID?)
  /// Cannot find it where one was sent.
  case notFound(FieldID)
  /// Somebody else could tell.
  case asked(Actor, FieldID, String)
  /// Whoever was asked knows nothing of it.
  case wrongPerson(Actor)
  /// Says the number.
  case party(String)
  /// A number is read back that nobody has said.
  case noParty
  case partyIsRight
  case partyWasWrong(String)
  /// It was done, and the next submission succeeds.
  case works
  /// It was done, and something else stops the submission now.
  case next(String)
  /// It was done and the same still stops it.
  case noChange
  /// The one who was to do it cannot.
  case refused(Actor)
  /// It cannot be done as things stand.
  case hindered
  /// What was to be done is not there.
  case lost
  /// Takes it to whoever can mend it.
  case takesOn(Actor)
  /// What came of bad advice, as the caller tells it.
  case lured(Lure)
  /// The ID has locked.
  case locked(String)
  case toldBack
  case toldBackNothing
  case noted
  case ended
  case hungUp
  /// Somebody has come, who tells what they know.
  case isHere(Actor)
  /// Has little time from now on.
  case mustGo
  /// The program has sent by itself, and the same stops it.
  case sentByItself
  /// Something happened, and the submission meets a message it did not meet before.
  case happened(String)
  /// Something happened that makes no difference here.
  case unnoticed
  /// Somebody is away, who does and tells nothing now.
  case isAway(Actor)
  /// Leaves it to somebody who is away until they are back.
  case awaits(Actor)
}
