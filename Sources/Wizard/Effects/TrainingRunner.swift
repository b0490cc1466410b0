import Dispatch
import Model
import Screens
import Store
import Synchronization

/// Keeps what is done in training, and tells the class of it; it has the file of training, a seat at most, and no store.
final class TrainingRunner: Outside {
  private let file: TrainingFile
  let work = EventQueue("training")
  /// What the screens take to be kept.
  private let known: Mutex<Known>
  /// The seat in a class, and how the class stood when it was heard last; only touched on the queue.
  private let seat = Mutex<Seat?>(nil)

  private struct Known {
    var record: TrainingRecord
    /// Whether other windows have had a hand in it; from then on the screens are told after each save, since they may
    /// have done more by the time they hear.
    var isOthers = false
    /// What was done last in a call that was begun before all was deleted: its screen may do more in it until it hears.
    var deleted: TrainingChange?

    /// Whether a change has something that was done before all was deleted.
    mutating func isOfDeleted(_ change: TrainingChange, in kept: TrainingRecord?) -> Bool {
      let isForgotten = record.isForgotten(in: kept)
      let goesOn = deleted.map(change.goesOn) ?? false
      guard goesOn || (isForgotten && record.hasBegun(change)) else {
        // Its screen has heard, and has begun anew.
        if change.played != nil { deleted = nil }
        return false
      }
      deleted = change
      return true
    }
  }

  private struct Seat {
    let held: HeldSeat
    let watch: StoreWatch
    var heard: TrainingClass
  }

  /// - Parameters:
  ///   - record: What is kept as the screens begin.
  ///   - held: The seat that is sat at from the start.
  init(_ file: TrainingFile, knowing record: TrainingRecord, at held: HeldSeat? = nil) {
    self.file = file
    known = Mutex(Known(record: record))
    if let held { work.queue.sync { sit(held) } }
  }

  func carryOut(_ effect: Effect) {
    switch effect {
    case .keepTraining(let change): work.queue.async { self.keep(change) }
    case .classroom(let effect): work.queue.async { self.perform(effect) }
    default: break
    }
  }

  /// Keeps what was done, and tells where more than that is otherwise than the screens know.
  private func keep(_ change: TrainingChange) {
    do throws(StoreFailure) {
      let (before, after) = try file.keep(change) { kept in
        known.withLock { !$0.isOfDeleted(change, in: kept) }
      }
      let told: (isNews: Bool, isForgotten: Bool) = known.withLock { known in
        let isForgotten = known.record.isForgotten(in: before)
        known.record.take(change)
        known.isOthers = known.isOthers || known.record != after
        known.record = after
        return (known.isOthers, isForgotten)
      }
      if told.isNews { work.report(.trained(after, isForgotten: told.isForgotten)) }
    } catch {
      work.report(.storeFailed(key: error.textKey, values: error.textValues))
    }
  }

  // MARK: - In a class

  private func perform(_ effect: ClassEffect) {
    do throws(ClassFailure) {
      switch effect {
      case .join(let path, let word, let number):
        let held = try Self.seat(at: number, in: path, word: word)
        sit(held)
        let seat = SeatInClass(held.number, in: held.room, held.record)
        work.report(.classroom(.joined(seat)))
      case .keep(let record): try seat.withLock { $0?.held }?.keep(record)
      case .look: try hear(always: true)
      case .leave: seat.withLock { $0 = nil }
      case .say: break
      }
    } catch {
      fail(error)
    }
  }

  /// Finds a seat in the class of a word: one's own where it is free, else one where nobody has sat.
  static func seat(at number: Int?, in path: String, word: String) throws(ClassFailure) -> HeldSeat
  {
    guard !path.isEmpty else { throw .noClass }
    let folder = try ClassFolder(path)
    let today = Timestamp.now().day
    do throws(ClassFailure) {
      return try folder.sit(at: number, word: word, on: today)
    } catch {
      guard error == .taken else { throw error }
      return try folder.sit(word: word, on: today)
    }
  }

  private func sit(_ held: HeldSeat) {
    let folder = held.folder
    seat.withLock { seat in
      let watch = StoreWatch(
        folder.location.directory,
        orLookingAt: folder.path,
        on: work.queue,
        every: .milliseconds(400)
      ) { [weak self] in self?.hear() }
      seat = Seat(held: held, watch: watch, heard: held.room)
    }
    // What was said before somebody listened.
    hear()
  }

  private func hear() {
    do throws(ClassFailure) { try hear(always: false) } catch { fail(error) }
  }

  /// Hears how the class stands, and tells it if that is new.
  private func hear(always: Bool) throws(ClassFailure) {
    let seat = seat.withLock { seat in seat.map { (held: $0.held, heard: $0.heard) } }
    guard let (held, heard) = seat else { return }
    let room = try held.folder.read(word: held.room.word)
    guard always || room != heard else { return }
    self.seat.withLock { $0?.heard = room }
    work.report(.classroom(.said(room, before: heard)))
  }

  private func fail(_ failure: ClassFailure) {
    let sits = seat.withLock { $0 != nil }
    guard sits, failure == .noClass || failure == .otherWord else {
      return work.report(.storeFailed(key: failure.textKey, values: [:]))
    }
    seat.withLock { $0 = nil }
    work.report(.classroom(.ended))
  }
}
