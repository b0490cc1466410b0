import Model
import Screens
import Wording

/// The support desk line by line: the queue and one call at a time.
struct PlainCalls {
  let pages: PlainPages
  let store: PlainStore
  let tongue: PlainTongue
  var wording: Wording { tongue.wording }
  let desk: DeskRoom

  /// Shows the queue or a call, until it leads elsewhere.
  ///
  /// - Parameter portal: The Altinn that a new call is about, until the caller says otherwise.
  /// - Returns: `nil` when there is no more to read.
  func follow(_ destination: Destination, of portal: PortalEdition) -> PlainPages.Lead? {
    switch destination {
    case .newCall:
      let met = met
      var walk = wording.walk(.findFault(of: portal))
      walk.experience = met.experience
      var call = CallScreen(
        walk,
        as: .first,
        at: Timestamp.now(),
        commonest: wording.content.commonest(of: portal, counts: met.counts)
      )
      call.look(at: desk)
      let begun = call.begin(wording)
      return pages.show(call, after: begun)
    case .call(let id, let act):
      for case .desk(.opened(let handle, let found, let entry, let notes, let before, let act))
        in store.settle(.desk(.open(id, act, as: .first)))
      {
        guard let flow = Flow.named(found.flow), flow.findsFaults else { break }
        let met = met
        var walk = wording.walk(flow, resuming: found.content)
        walk.experience = met.experience
        var call = CallScreen(
          resuming: walk,
          entry,
          notes: notes,
          before: before,
          as: handle,
          at: Timestamp.now(),
          commonest: wording.content.commonest(of: flow.edition, counts: met.counts),
          wording: wording
        )
        call.look(at: desk)
        let goneOn = call.goOn(after: act, wording)
        return pages.show(call, after: goneOn)
      }
      return (.queue, [])
    default:
      var room = desk
      room.lastActed = store.lastActed.id
      let queue = QueueScreen(room)
      return pages.show(queue, after: [.desk(.list(queue.query))])
    }
  }

  /// What this store has met in the last weeks.
  private var met: Met {
    guard let today = wording.today else { return Met() }
    for case .desk(.met(let met)) in store.settle(.desk(.countMet(before: today))) { return met }
    return Met()
  }
}
