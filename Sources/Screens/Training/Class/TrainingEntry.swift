package import Model
package import Wording

/// Where training begins.
package enum TrainingEntry: Sendable {
  /// With what there is to practise, or in one exercise.
  case alone(TrainingRecord, at: ScenarioID?)
  /// With one exercise that the program plays.
  case watching(TrainingRecord, ScenarioID)
  /// At a seat of a class.
  case seat(SeatInClass, TrainingRecord)
  /// In the lead of a class.
  case lead(TrainingClass, [ClassSeat])

  /// The screen that is begun with.
  package func screen(of edition: PortalEdition, _ wording: Wording) -> any Screen {
    switch self {
    case .alone(let record, let id):
      return TrainingSetting(record, on: wording.today).start(at: id, of: edition, wording)
    case .watching(let record, let id):
      let setting = TrainingSetting(record, on: wording.today)
      return WatchScreen(id, setting, wording) ?? setting.menu(of: edition)
    case .seat(let seat, let record):
      var setting = TrainingSetting(record, on: wording.today)
      setting.sit(seat)
      return setting.menu(of: edition)
    case .lead(let room, let seats): return ClassScreen(room, seats, wording)
    }
  }
}
