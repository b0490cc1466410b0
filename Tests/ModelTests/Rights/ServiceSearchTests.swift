import Model
import Testing

@Suite struct ServiceSearchTests {
  static let table: [(words: String, first: String)] = [
    ("rf 0002", "rf0002"), ("RF-0002", "rf0002"), ("rf0002", "rf0002"), ("0002", "rf0002"),
    ("RR-0002", "rr0002"), ("rr 0002", "rr0002"), ("4222", "rf0002"), ("1046", "rf0002"),
    ("3357", "a02"), ("a02", "a02"), ("A 02", "a02"), ("a-melding", "a02"), ("A melding", "a02"),
    ("amelding", "a02"), ("a-meld", "a02"), ("lønn", "a02"), ("lonn", "a02"), ("LOENN", "a02"),
    ("mva", "rf0002"), ("moms", "rf0002"), ("merverdiavgift", "rf0002"), ("vat", "rf0002"),
    ("mva primærnæring", "rf0004"), ("mva primaernaering", "rf0004"), ("skattekort", "rf1211"),
    ("årsregnskap", "rr0002"), ("arsregnskap", "rr0002"), ("aarsregnskap", "rr0002"),
    ("årsregnskap bank", "rr0003"), ("inntektsmelding", "nav-inntektsmelding"),
    ("nav", "nav-inntektsmelding"), ("4936", "nav-inntektsmelding"),
    ("sjukmelding", "nav-sykmelding"),
    ("aksjonær", "rf1086"), ("ssb", "ssb"), ("eFormidling", "eformidling"),
    ("næringsoppgave 2", "rf1167"), ("psan", "rf1030-psan"), ("1015", "rf1015"),
  ]

  @Test(arguments: table)
  func `the best match comes first`(words: String, first: String) throws {
    let found = try search(words, .bokmal)
    #expect(found.first == first, "\(found)")
  }

  @Test(arguments: [
    ("skatt", "skattemelding-naering"), ("skatte", "rf1211"), ("skattemelding", "rf0002"),
    ("skattekort", "rf1211"), ("mva", "rf0002"), ("krav", "krav-og-betalinger"),
    ("skattekrav", "krav-og-betalinger"), ("betalinger", "krav-og-betalinger"),
    ("lønn", "a02"), ("aksjer", "rf1086"),
  ])
  func `in the Altinn in use the best match comes first as well`(words: String, first: String)
    throws
  {
    let services = try Catalogue(from: .embedded).services(of: .altinn3)
    let found = ServiceSearch(services).search(words, .bokmal).map(\.id)
    #expect(found.first == first, "\(found)")
  }

  @Test func `no words give everything, most used first`() throws {
    let found = try search("  - ", .bokmal)
    #expect(found.count == 42)
    #expect(found.prefix(5) == ["a02", "rf0002", "rf1211", "rr0002", "nav-inntektsmelding"])
  }

  @Test func `words that fit nothing give nothing`() throws {
    #expect(try search("xyzzy", .bokmal).isEmpty)
    #expect(try search("mva xyzzy", .bokmal).isEmpty)
  }

  @Test func `the person's own language weighs most, and the others are found too`() throws {
    #expect(try search("annual accounts banking", .english) == ["rr0003"])
    #expect(try search("annual accounts banking", .bokmal) == ["rr0003"])
    #expect(try search("årsrekneskap", .nynorsk).first == "rr0002")
  }

  @Test func `every service is found by its own name, form and codes`() throws {
    let services = try Catalogue(from: .embedded).services()
    let search = ServiceSearch(services)
    for service in services.entries {
      for language in Language.allCases {
        let found = search.search(service.names[language], language)
        #expect(found.contains { $0.id == service.id }, "\(service.names[language])")
      }
      for code in service.codes {
        #expect(search.search(code.code, .english).first?.id == service.id, "\(code.code)")
      }
      if let form = service.form {
        #expect(search.search(form, .nynorsk).first?.form == form)
      }
    }
  }

  private func search(_ words: String, _ language: Language) throws -> [String] {
    ServiceSearch(try Catalogue(from: .embedded).services()).search(words, language).map(\.id)
  }
}
