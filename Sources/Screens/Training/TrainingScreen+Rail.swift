package import Drawing
import Model
package import Wording

/// The points beside a call, as far as the trainee knows them, where a wide window has room for them.
extension TrainingScreen {
  package func railWidth(columns: Int) -> Int? {
    // The page of the points says more of them, and once it works nothing is looked for.
    place == .points || call.hasSucceeded || columns < 110 ? nil : 34
  }

  package func drawRail(on canvas: inout Canvas, wording: Wording) {
    let diagnosis = call.diagnosis(in: room)
    Rail.draw(call.verdicts(in: room), at: nil, wording, on: &canvas) {
      wording.state(of: $0, in: diagnosis)
    }
  }
}
