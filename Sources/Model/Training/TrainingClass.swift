/// A class: a word, the exercises it plays, and what whoever leads it has said to all.
///
/// Its calls follow from the word, so everybody meets the same; of those who sit in it, it knows nothing.
package struct TrainingClass: Equatable, Sendable {
  /// What happens in an exercise, from when it was said.
  package struct Said: Equatable, Sendable {
    package let scenario: ScenarioID
    package let happening: Happening
  }

  /// A hint for one seat, where it stands in a call.
  package struct Hint: Equatable, Sendable {
    package let seat: Int
    package let scenario: ScenarioID
    /// The acts of the call when it was given; it holds until the next one.
    package let acts: Int
    /// How much it tells (``TrainingAct/hintTiers``).
    package let tier: Int
  }

  package static let mark = FileMark(kind: "VEIK", form: 2)
  /// The seats there can be.
  package static let seats = 1...60
  /// How many of them have a name of one word; the others share those.
  package static let namedSeats = 30
  /// How many exercises there can be.
  package static let exercises = 1...40
  /// How many days it lasts, if nobody ends it before.
  static let days = 7

  package let word: String
  /// The day it was made.
  package let made: Day
  /// The call of each exercise, the one for all.
  package let calls: [ScenarioID]
  /// Whether each seat has a caller of its own.
  package let isVaried: Bool
  /// The exercise that the class is at.
  package private(set) var place = 0
  package var isPaused = false
  package private(set) var events: [Said] = []
  package private(set) var hints: [Hint] = []
  /// Seats whose hand was taken down, each with which of all those times it was last.
  package private(set) var lowered: [Int: Int] = [:]

  /// - Parameters:
  ///   - word: A word that exercises are drawn with.
  ///   - exercises: Which, each with its Altinn; as many as ``exercises`` allows.
  package init(
    _ word: String,
    _ exercises: [(edition: PortalEdition, name: String)],
    isVaried: Bool,
    on day: Day
  ) {
    self.word = word
    made = day
    calls = exercises.map { ScenarioID($0.edition, $0.name, seed: word) }
    self.isVaried = isVaried
  }

  /// The seats as they are drawn for those who come, so that the order tells nobody who sits where.
  package static func drawnSeats() -> [Int] {
    seats.prefix(namedSeats).shuffled() + seats.dropFirst(namedSeats).shuffled()
  }

  /// Whether its days are over.
  package func isOver(on day: Day) -> Bool { day.number - made.number > Self.days }

  /// The call of the exercise that the class is at.
  package var call: ScenarioID { calls[place] }

  /// The call of an exercise for a seat.
  package func call(_ place: Int, for seat: Int) -> ScenarioID {
    isVaried ? calls[place].with(variant: seat) : calls[place]
  }

  /// Which of its exercises a call is of; `nil` for any other call.
  package func place(of call: ScenarioID) -> Int? {
    calls.firstIndex(of: call.with(variant: 0))
  }

  /// Goes on to the next exercise, if there is one.
  package mutating func goOn() { place = min(place + 1, calls.count - 1) }

  /// Lets something happen in the exercise that the class is at.
  package mutating func meet(_ happening: Happening) {
    events.append(Said(scenario: call, happening: happening))
  }

  /// What happens in a call, in the order it was said.
  package func events(in call: ScenarioID) -> [Happening] {
    events.filter { $0.scenario == call.with(variant: 0) }.map(\.happening)
  }

  /// Gives a seat a hint where it stands, or one that tells more.
  package mutating func help(_ seat: Int, in call: ScenarioID, after acts: Int) {
    let tiers = TrainingAct.hintTiers
    let told = hint(for: seat, in: call, after: acts)
    let tier = told.map { min(tiers.upperBound, $0 + 1) } ?? tiers.lowerBound
    hints.removeAll { $0.seat == seat }
    hints.append(Hint(seat: seat, scenario: call, acts: acts, tier: tier))
  }

  /// Takes the hand of a seat down.
  package mutating func lowerHand(of seat: Int) {
    lowered[seat] = (lowered.values.max() ?? 0) + 1
  }

  /// How much a seat has been told where it stands; `nil` for nothing.
  package func hint(for seat: Int, in call: ScenarioID, after acts: Int) -> Int? {
    hints.first { $0.seat == seat && $0.scenario == call && $0.acts == acts }?.tier
  }
}

// MARK: - In a file

extension TrainingClass {
  package var text: String {
    var lines = [Self.mark.text, "class \(word) \(made.text) \(isVaried ? "varied" : "same")"]
    lines += calls.map { "play \($0)" }
    lines.append("at \(place)")
    if isPaused { lines.append("pause") }
    lines += events.map { "event \($0.scenario) \($0.happening)" }
    lines += hints.map { "hint \($0.seat) \($0.scenario) \($0.acts) \($0.tier)" }
    lines += lowered.sorted { $0.key < $1.key }.map { "down \($0.key) \($0.value)" }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Reads what ``text`` wrote; `nil` for anything else.
  package init?(_ text: String) {
    let lines = text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    guard text.hasPrefix(Self.mark.text + "\n"), lines.count > 2,
      lines.allSatisfy({ !$0.isEmpty }), lines[1].count == 4,
      lines[1][0] == "class", ScenarioID.isWord(lines[1][1]), let day = Day(lines[1][2]),
      ["varied", "same"].contains(lines[1][3])
    else { return nil }
    let calls = lines.prefix { $0[0] != "at" }.dropFirst(2).map { words in
      words.count == 2 && words[0] == "play" ? ScenarioID(words[1]) : nil
    }
    guard Self.exercises.contains(calls.count) else { return nil }
    // Of another version there is no such call any more.
    for call in calls
    where call?.seed != lines[1][1] || call?.variant != 0 || call?.isCurrent != true {
      return nil
    }
    self.init(
      lines[1][1],
      calls.compactMap(\.self).map { ($0.edition, $0.name) },
      isVaried: lines[1][3] == "varied",
      on: day
    )
    for words in lines.dropFirst(2 + calls.count) {
      guard take(words) else { return nil }
    }
  }

  /// Takes in a line about how it stands.
  private mutating func take(_ words: [String]) -> Bool {
    switch (words[0], words.count) {
    case ("at", 2):
      guard let place = Int(words[1]), calls.indices.contains(place) else { return false }
      self.place = place
    case ("pause", 1): isPaused = true
    case ("event", 3):
      guard let call = ScenarioID(words[1]), calls.contains(call),
        let happening = Happening(
          words[2].split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        )
      else { return false }
      events.append(Said(scenario: call, happening: happening))
    case ("hint", 5):
      guard let seat = Int(words[1]), Self.seats.contains(seat), let call = ScenarioID(words[2]),
        place(of: call) != nil, let acts = Int(words[3]), let tier = Int(words[4]),
        TrainingAct.hintTiers.contains(tier)
      else { return false }
      hints.append(Hint(seat: seat, scenario: call, acts: acts, tier: tier))
    case ("down", 3):
      guard let seat = Int(words[1]), Self.seats.contains(seat), let time = Int(words[2]), time > 0
      else { return false }
      lowered[seat] = time
    default: return false
    }
    return true
  }
}
