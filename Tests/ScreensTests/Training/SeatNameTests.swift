import Model
import TestSupport
import Testing
import Wording

/// Seats are called after trees, so that nobody is the first or the last.
@Suite struct SeatNameTests {
  @Test(arguments: Language.allCases)
  func `a class of thirty has thirty names, each a short word of its own`(language: Language) {
    let wording = Wording(.embedded, language)
    let names = TrainingClass.seats.map { wording.seat($0) }
    let trees = names.prefix(TrainingClass.namedSeats)
    #expect(trees.count == 30 && Set(names).count == TrainingClass.seats.count)
    #expect(trees.allSatisfy { $0.count <= 8 && $0.allSatisfy(\.isLetter) }, "\(trees)")
    // Norwegians read them in the order of the alphabet.
    #expect(language == .english || Array(trees) == trees.sorted())
    #expect(wording.seat(31) == "\(trees[0]) 2" && wording.seat(60) == "\(trees[29]) 2")
  }

  @Test func `a seat is found by its name in whatever language, and by nothing else`() {
    let bokmal = Wording(.embedded, .bokmal)
    for language in Language.allCases {
      let wording = Wording(.embedded, language)
      for number in TrainingClass.seats {
        #expect(bokmal.seat(named: wording.seat(number)) == number, "\(wording.seat(number))")
        #expect(bokmal.seat(named: wording.seat(number).uppercased()) == number)
      }
    }
    for name in ["", "1", "palme", "alm 3", "alm 1"] { #expect(bokmal.seat(named: name) == nil) }
  }
}
