import Drawing
import Model
import Screens
import Wording

/// What training costs inside the process.
enum TrainingFigures {
  /// How many of each level are drawn, of each portal.
  private static let seeds = 40

  static func rows() -> [Row] {
    PortalEdition.allCases.flatMap { edition -> [Row] in
      guard let room = Content.embedded.trainingRoom(of: edition) else { return [] }
      return rows(of: edition, room)
    }
  }

  private static func rows(of edition: PortalEdition, _ room: TrainingRoom) -> [Row] {
    var (proofs, debriefs, acts) = (Samples(), Samples(), Samples())
    var calls: [TrainingCall] = []
    for level in ScenarioDraw.levels {
      for seed in 0..<seeds {
        let id = ScenarioID(edition, "L\(level)", seed: "BENCH-\(seed)")
        proofs.add(
          milliseconds {
            guard let scenario = room.draw.scenario(id) else { return }
            let proof = ScenarioProof(scenario, in: room)
            if proof.findings.isEmpty { calls.append(proof.best) }
          }
        )
      }
    }
    for call in calls { debriefs.add(milliseconds { _ = Debrief(call, in: room) }) }
    for call in calls.prefix(seeds) { play(call, into: &acts) }
    let all = ScenarioDraw.levels.count * seeds
    let name = "training, \(edition.rawValue)"
    return [
      Row(
        figure: "\(name): draw and prove an exercise, median of \(all)",
        ours: proofs.median,
        target: "≤ 30 ms of processor",
        isHeld: proofs.median <= 30
      ),
      Row(
        figure: "\(name): the same, slowest",
        ours: proofs.worst,
        target: "≤ 200 ms of processor",
        isHeld: proofs.worst <= 200
      ),
      Row(
        figure: "\(name): the debrief of a call, slowest of \(calls.count)",
        ours: debriefs.worst,
        target: "≤ 50 ms of processor",
        isHeld: debriefs.worst <= 50
      ),
      Row(
        figure: "\(name): an act to the caller's answer on the screen, p99 of \(acts.count)",
        ours: acts.p99,
        target: "≤ 5 ms of processor",
        isHeld: acts.p99 <= 5
      ),
    ]
  }

  /// How many acts the call on the screen has.
  private static func step(_ state: AppState) -> Substring? {
    state.screen.pageName.split(separator: " ").dropFirst(2).first
  }

  /// Plays a call at the keyboard, and measures each Enter that the caller answers, until it is drawn.
  private static func play(_ call: TrainingCall, into samples: inout Samples) {
    var state = AppState(
      content: .embedded,
      language: .bokmal,
      size: Size(columns: 80, rows: 24),
      today: nil,
      home: HomeState(call.scenario.edition)
    )
    state.begin(.alone(TrainingRecord(), at: call.scenario.id))
    // The end, with what the case carries, leads to the debrief, which has a figure of its own.
    for act in call.acts.dropLast(2) {
      let ids = act.description.split(separator: ":").map(String.init)
      for (place, id) in ids.enumerated() {
        let name = place == 0 && id == "seen" ? "see" : id
        let options = state.screen.page(state.wording).options.map(\.id)
        // Some questions can be put in one way only.
        guard let row = options.firstIndex(of: name) else { continue }
        _ = state.update(.key(.home))
        for _ in 0..<row { _ = state.update(.key(.down)) }
        _ = state.render()
        let before = step(state)
        let time = milliseconds {
          _ = state.update(.key(.enter))
          _ = state.render()
        }
        // Some keys only lead to the next page of the act.
        if step(state) != before { samples.add(time) }
      }
    }
  }
}
