import Model
import Screens
import Wording

/// Finds exercises by what people call them; each complaint says what they can be called.
struct TrainingNames {
  private let content: Content
  /// The Altinn that levels are of.
  private let portal: PortalEdition
  private let wording: Wording

  init(_ context: CommandContext, _ wording: Wording) {
    content = context.content
    portal = context.portal
    self.wording = wording
  }

  /// A word that exercises are drawn with, in capital letters.
  ///
  /// - Parameter room: How many letters more must have room behind it.
  func seed(_ text: String, room: Int = 0) throws -> String {
    let seed = text.uppercased()
    let most = 12 - room
    guard ScenarioID.isWord(seed), seed.utf8.count <= most else {
      throw Refusal(wording("train.badSeed", ["most": "\(most)"]), .badInput)
    }
    return seed
  }

  /// An exercise such as `6` or `S2`, or a level such as `L3`: which it is, and in which Altinn.
  func exercise(_ text: String) throws -> (edition: PortalEdition, name: String) {
    let name = text.uppercased()
    for edition in [portal, portal.other] {
      let exercises = content.trainingRoom(of: edition)?.table.exercises ?? []
      let isLevel = ScenarioID(edition, name, seed: "").drawnLevel != nil
      if isLevel || exercises.contains(where: { $0.id == name }) { return (edition, name) }
    }
    throw Refusal(noExercise, .badInput)
  }

  /// Exercises and levels with commas between, at most so many.
  func exercises(_ list: String, most: Int) throws -> [(edition: PortalEdition, name: String)] {
    let asked = list.split(separator: ",", omittingEmptySubsequences: false)
    guard asked.count <= most else {
      throw Refusal(wording("train.tooMany", ["most": "\(most)"]), .badInput)
    }
    return try asked.map { try exercise($0.filter { $0 != " " }) }
  }

  /// Says that there is no such exercise, and what those are called that there are.
  private var noExercise: String {
    let names = [portal, portal.other].compactMap { edition -> String? in
      let made = content.trainingRoom(of: edition)?.table.exercises.map(\.id) ?? []
      guard let first = made.first, let last = made.last else { return nil }
      return "\(first)–\(last)"
    }
    return wording("train.noExercise", ["names": names.joined(separator: ", ")])
  }

  /// The name of one call, such as `v4/altinn2/6/ULV`; whoever names no version means the one there is now.
  func id(_ text: String) throws -> ScenarioID {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let isVersioned = parts.count > 3
    let kept = isVersioned ? 2 : 1
    let words = parts.prefix(kept) + parts.dropFirst(kept).map { $0.uppercased() }
    guard let id = ScenarioID(words.joined(separator: "/")) else {
      throw Refusal(wording("train.badID"), .badInput)
    }
    return isVersioned ? id : ScenarioID(id.edition, id.name, seed: id.seed, variant: id.variant)
  }

  /// The exercise of a name, with what it is played with.
  func scenario(_ id: ScenarioID) throws -> (scenario: Scenario, room: TrainingRoom) {
    guard let room = content.trainingRoom(of: id.edition) else {
      throw Refusal(noExercise, .badInput)
    }
    guard id.isCurrent else {
      throw Refusal(wording("train.otherVersion", ["name": id.words]), .badInput)
    }
    guard let scenario = room.draw.scenario(id) else {
      let isThere = id.drawnLevel != nil
      let text = isThere ? "\(id): \(wording("train.notDrawn"))" : noExercise
      throw Refusal(text, .badInput)
    }
    return (scenario, room)
  }
}
