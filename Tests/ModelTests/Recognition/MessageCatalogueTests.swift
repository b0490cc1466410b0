import Model
import TestSupport
import Testing

@Suite struct MessageCatalogueTests {
  @Test func `the catalogue can be read and every id stands once`() throws {
    let messages = try Message.catalogue(from: .embedded)
    #expect(messages.count > 150)
    #expect(Set(messages.map(\.id)).count == messages.count)
  }

  @Test(arguments: 1...31)
  func `every numbered message of the lists is there`(number: Int) {
    #expect(Shipped.messages.contains { $0.id == "E\(number)" })
  }

  @Test(arguments: Shipped.messages)
  func `an entry says where it comes from and where its fault can be`(message: Message) {
    #expect(!message.source.isEmpty)
    #expect(CheckedDate.isHonest(message.checked), "\(message.checked)")
    #expect(!message.causes.isEmpty)
    #expect(Set(message.causes).count == message.causes.count)
  }

  @Test(arguments: Shipped.messages)
  func `evidence lies within points that share facts`(message: Message) {
    let portal = message.edition.portal
    let points = message.evidence.compactMap(portal.point)
    #expect(points.count == message.evidence.count)
    #expect(
      points.isEmpty || portal.groups.contains { Set(points).isSubset(of: $0.points) }
    )
    #expect(points.allSatisfy { message.causes.contains(Cause($0)) })
    if message.isCode || message.isWrapper { #expect(message.evidence.isEmpty) }
  }

  @Test(arguments: Language.allCases)
  func `every entry has its words, and no words are left over`(language: Language) throws {
    let texts = try Texts(language, from: .embedded)
    let wanted = Shipped.messages.flatMap { [$0.meaningKey, $0.remedyKey] }
    #expect(Set(texts.entries.keys.filter { $0.hasPrefix("message.") }) == Set(wanted))
  }

  @Test func `a code leads to one entry only`() {
    let codes = Shipped.messages.flatMap(\.codes)
    #expect(Set(codes).count == codes.count)
  }
}

extension Message: CustomTestStringConvertible {
  package var testDescription: String { id }
}
