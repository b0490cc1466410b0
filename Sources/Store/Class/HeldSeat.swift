import Glibc
package import Model

/// A place that is held until it is let go of, or the program dies.
final class HeldPlace: Sendable {
  private let descriptor: Int32

  init(_ descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }
}

/// A seat in a class, as long as somebody sits there.
package final class HeldSeat: Sendable {
  package let number: Int
  /// How the class stood when the seat was taken.
  package let room: TrainingClass
  /// What had been done there before.
  package let record: SeatRecord
  package let folder: ClassFolder
  private let held: HeldPlace

  init(
    number: Int,
    room: TrainingClass,
    record: SeatRecord,
    held: HeldPlace,
    in folder: ClassFolder
  ) {
    self.number = number
    self.room = room
    self.record = record
    self.held = held
    self.folder = folder
  }

  /// Keeps what is done at the seat.
  ///
  /// - Throws: `ClassFailure.noClass` or `.otherWord` where the class is over.
  package func keep(_ record: SeatRecord) throws(ClassFailure) {
    try folder.write(record.text, seat: number, word: room.word)
  }
}

/// The lead of a class, as long as somebody has it.
package final class HeldLead: Sendable {
  /// How the class stood when the lead was taken.
  package let room: TrainingClass
  package let folder: ClassFolder
  private let held: HeldPlace

  init(room: TrainingClass, held: HeldPlace, in folder: ClassFolder) {
    self.room = room
    self.held = held
    self.folder = folder
  }

  /// The seats where somebody sits or has sat, by number.
  package func seats() throws(ClassFailure) -> [ClassSeat] { try folder.seats() }

  /// Says to all how the class stands now.
  package func say(_ room: TrainingClass) throws(ClassFailure) {
    try folder.write(room.text, seat: nil, word: room.word)
  }
}
