package import Drawing
package import Model
import Wording

/// The screens of a call in training, one for each thing that was done and the first before them.
package struct CallFilm: Sendable {
  /// What stood on the screen from some second of the call on.
  package struct Still: Sendable {
    package let second: Double
    package let frame: Frame
  }

  package static let size = Size(columns: 80, rows: 24)

  package let stills: [Still]

  /// - Returns: `nil` where there is no such exercise.
  package init?(
    _ id: ScenarioID,
    playing acts: [TrainingAct],
    _ content: Content,
    _ language: Language
  ) {
    var state = AppState(content: content, language: language, size: Self.size)
    let setting = TrainingSetting(TrainingRecord(), on: nil)
    guard var call = TrainingScreen(id, playing: [], setting, state.wording) else { return nil }
    func still(_ screen: any Screen) -> Still {
      state.show(screen)
      return Still(second: call.call.seconds, frame: state.render())
    }
    var stills = [still(call)]
    for act in acts {
      if case .goes(.screen(let debrief), _) = call.perform(act, state.wording) {
        stills.append(still(debrief.screen))
      } else {
        stills.append(still(call))
      }
    }
    self.stills = stills
  }
}
