import Foundation
import TestSupport
import Testing

@testable import Model

@Suite struct ErasureReliability {
  @Test func `of deleted cases no byte remains in any file, and the others are whole`() throws {
    let folder = try TemporaryFolder()
    let store = try folder.open()
    var generator = SeededGenerator(seed: Reliability.seed)
    var cases: [Case] = []
    for number in 0..<Reliability.count(200, full: 500) {
      var draft = CaseDraft(flow: "find", title: "Person<\(number)> tittel")
      let filling = String(repeating: "-", count: Int.random(in: 0..<300, using: &generator))
      draft.give(Answer("Svar<\(number)>\(filling)", source: .told), in: "free")
      cases.append(try store.create(draft))
    }
    // Rows that grow and shrink make SQLite move others about within and between pages.
    for index in cases.indices {
      let filling = String(repeating: "+", count: Int.random(in: 0..<300, using: &generator))
      cases[index].content.give(Answer("Nytt<\(index)>\(filling)", source: .told), in: "free")
      cases[index] = try store.save(cases[index])
      _ = try store.addNote("Notat<\(index)>", to: cases[index].id)
    }
    let erased = cases.enumerated().filter { $0.offset % 2 == 0 }
    try store.delete(erased.map(\.element.id))

    var everything = Data()
    for name in try folder.names() {
      everything += try Data(contentsOf: URL(filePath: folder.location.directory + "/" + name))
    }
    for (number, _) in erased {
      for word in ["Person<", "person<", "Svar<", "Nytt<", "Notat<"] {
        #expect(everything.range(of: Data("\(word)\(number)>".utf8)) == nil)
      }
    }
    for (number, kept) in cases.enumerated() where number % 2 == 1 {
      #expect(try store.load(kept.id).content == kept.content)
      #expect(try store.notes(for: kept.id).map(\.text) == ["Notat<\(number)>"])
    }
    #expect(try store.diagnosis().isSound)
    Reliability.report(
      "13 erase",
      "\(cases.count) cases, \(erased.count) erased; 0 bytes of them in any file, the others whole"
    )
  }
}
