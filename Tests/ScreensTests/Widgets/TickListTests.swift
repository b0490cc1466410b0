import Drawing
import Testing

/// A long list to tick in.
@Suite struct TickListTests {
  private let names = ["Daglig leder", "Revisor", "Revisormedarbeider", "Tilgangsstyring"]

  private func search(_ words: String) -> [ChoiceList.Option] {
    names.filter { $0.lowercased().hasPrefix(words.lowercased()) }
      .map { ChoiceList.Option(id: $0, label: $0) }
  }

  private func list(_ ticked: Set<String> = []) -> TickList {
    TickList(search(""), ticked: ticked)
  }

  private func type(_ text: String, in list: inout TickList) {
    for character in text { _ = list.handle(.character(character), search: search) }
  }

  @Test func `words narrow the list and Enter ticks the best`() {
    var list = list()
    type("til", in: &list)
    #expect(list.list.options.map(\.id) == ["Tilgangsstyring"])
    #expect(list.handle(.enter, search: search) == .changed)
    #expect(list.ticked == ["Tilgangsstyring"])
    #expect(list.query.isEmpty && list.list.options.count == 4)
    #expect(list.handle(.enter, search: search) == .activated)
  }

  @Test func `what is ticked stays ticked while other words are typed`() {
    var list = list(["Daglig leder"])
    type("rev", in: &list)
    #expect(list.ticked == ["Daglig leder"])
    #expect(list.handle(.character(" "), search: search) == .changed)
    _ = list.handle(.down, search: search)
    _ = list.handle(.character(" "), search: search)
    // Enter shows the whole list and ticks nothing more.
    _ = list.handle(.enter, search: search)
    #expect(list.ticked == ["Daglig leder", "Revisor", "Revisormedarbeider"])
    #expect(list.list.chosen == Set(list.ticked))
  }

  @Test func `Enter never unticks`() {
    var list = list(["Revisor"])
    type("rev", in: &list)
    _ = list.handle(.enter, search: search)
    #expect(list.ticked == ["Revisor"])
  }

  @Test func `Space unticks`() {
    var list = list(["Daglig leder"])
    _ = list.handle(.character(" "), search: search)
    #expect(list.ticked.isEmpty)
  }

  @Test func `words that fit nothing harm nothing`() {
    var list = list(["Revisor"])
    type("zz", in: &list)
    for key in [Key.enter, .character(" "), .up, .down, .pageDown] {
      _ = list.handle(key, search: search)
    }
    #expect(list.ticked == ["Revisor"])
    let frame = drawn(30, 4) {
      list.draw(
        on: &$0,
        focused: true,
        count: "1 krysset av",
        hint: "Skriv",
        nothing: "Ingen treff"
      )
    }
    #expect(frame.text == "zz\n1 krysset av\nIngen treff\n")
  }

  @Test func `the count and a hint stand above the list`() {
    let frame = drawn(30, 4) {
      list().draw(on: &$0, focused: true, count: "Ingen", hint: "Skriv", nothing: "")
    }
    #expect(frame.text.hasPrefix("Skriv\nIngen\n▸ [ ] Daglig leder"))
  }
}
