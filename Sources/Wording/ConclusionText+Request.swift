import Model
import SafeText

extension ConclusionText {
  /// What somebody is asked for by the one who sends: whom it is about, what they are to do, and to the vendor or the
  /// agency the message as it was pasted, with its code and the id of the call, and what they must look at.
  func request(to receiver: Actor) -> [Prose] {
    let asked = acts.filter { !isEither($0) && diagnosis.actor(of: $0) == receiver }
    let words = asked.flatMap { action -> [Prose] in text(action).asked(of: receiver) + [.gap] }
    let list = asked.first.map { handed(for: $0, isToThem: true) } ?? []
    return wording.closing(to: receiver, in: walk) + wording.about(walk) + words
      + (list.isEmpty ? [] : list + [.gap])
  }
}
