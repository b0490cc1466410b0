package import Model
import Wording

/// Something that training in a class asks of its folder; what comes of it returns as ``ClassNews``.
package enum ClassEffect: Equatable, Sendable {
  /// Sit down in the class of a word: at one's own seat where one had one.
  case join(folder: String, word: String, seat: Int?)
  /// Keep what was done at the seat.
  case keep(SeatRecord)
  /// Look how the class stands, whoever has said something or not.
  case look
  /// Say to all how the class stands now.
  case say(TrainingClass)
  /// Stand up from the seat.
  case leave
}

/// What was heard of a class.
package enum ClassNews: Equatable, Sendable {
  /// One sits now.
  case joined(SeatInClass)
  /// Whoever leads the class has said something to all.
  case said(TrainingClass, before: TrainingClass)
  /// The seats as they are now.
  case seats([ClassSeat])
  /// The class is over.
  case ended

  /// What of it is told wherever the person is by now.
  ///
  /// - Parameter call: The call that goes on there; what happens in another is not told.
  func notice(_ wording: Wording, in call: ScenarioID? = nil) -> Remark? {
    switch self {
    case .joined(let seat): return ("class.joined", ["seat": wording.seat(seat.number)])
    case .said(let room, let before):
      let new = room.events.dropFirst(before.events.count)
      if let said = new.last(where: { $0.scenario == call?.with(variant: 0) }) {
        return ("class.happens", ["what": wording.name(of: said.happening)])
      }
      guard room.place != before.place else { return nil }
      return ("class.goesOn", ["name": wording.name(of: room.call) ?? ""])
    case .seats: return nil
    case .ended: return ("class.ended", [:])
    }
  }
}

/// A seat in a class as whoever sits there knows it.
package struct SeatInClass: Equatable, Sendable {
  package let number: Int
  package internal(set) var room: TrainingClass
  package internal(set) var record: SeatRecord

  package init(_ number: Int, in room: TrainingClass, _ record: SeatRecord) {
    self.number = number
    self.room = room
    self.record = record
  }

  /// The class and the seat, such as `ULV-48/eik`.
  func label(_ wording: Wording) -> String { "\(room.word)/\(wording.seat(number))" }
}
