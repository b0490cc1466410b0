import Wording
import Drawing
import Model
import SafeText
import Testing

@testable import Screens

/// A list may have more options than there are digits.
@Suite struct NumberedListTests {
  private static let counts = [3, 9, 10, 12, 40]

  private static func options(_ count: Int) -> [ChoiceList.Option] {
    (0..<count).map { ChoiceList.Option(id: "\($0)", label: "Option \($0)") }
  }

  @Test(arguments: counts)
  func `every key takes its own option, and what has none is reached by arrows`(count: Int) {
    let options = ChoiceList.numbered(Self.options(count))
    let keys = options.compactMap(\.key)
    #expect(Set(keys).count == keys.count)
    #expect(keys.count == min(count, 35))
    #expect(String(keys.prefix(10)) == String("123456789a".prefix(count)))
    for option in options {
      var list = ChoiceList(options, look: .menu)
      guard let key = option.key else { continue }
      #expect(list.handle(.character(key)) == .activated)
      #expect(list.focusedID == option.id)
    }
    var list = ChoiceList(options, look: .menu)
    _ = list.handle(.end)
    #expect(list.focusedID == options.last?.id)
  }

  @Test func `a letter that takes an option of its own takes no other`() {
    var options = Self.options(12)
    options[11].key = "a"
    let keys = ChoiceList.numbered(options).map(\.key)
    #expect(keys[9...] == ["b", "c", "a"])
  }

  @Test func `a letter that is a command takes no option but its own`() {
    var options = Self.options(12)
    options[11].key = "c"
    let keys = ChoiceList.numbered(options, besides: ["a", "c"]).map(\.key)
    #expect(keys[9...] == ["b", "d", "c"])
  }

  @Test func `a letter leads to an option that is not seen, and then takes it`() {
    var form = MenuForm(Page([.heading("Hva?")], Self.options(20)))
    form.fit(Size(columns: 40, rows: 12))
    #expect(form.handle(.character("b")) == .stays && form.list.focusedID == "10")
    #expect(form.handle(.character("b")) == .takes("10"))
    // A letter of its own is a command, wherever its option stands.
    var options = Self.options(20)
    options[19].key = "p"
    form = MenuForm(Page([], options))
    form.fit(Size(columns: 40, rows: 12))
    #expect(form.handle(.character("p")) == .takes("19"))
  }

  @Test func `where the text above a list is cut, the page keys bring all of it`() {
    let prose = (0..<30).map { Prose.paragraph("Line \($0)") }
    var form = MenuForm(Page(prose, Self.options(3)))
    let size = Size(columns: 40, rows: 12)
    func rows() -> String {
      var canvas = Canvas(size: size, glyphs: .unicode)
      form.draw(on: &canvas, wording: Wording(.embedded, .bokmal))
      return canvas.frame.text
    }
    form.fit(size)
    var seen = rows()
    for _ in 0..<10 {
      #expect(form.handle(.pageDown) == .stays && form.list.focusedID == "0")
      seen += rows()
    }
    for number in 0..<30 { #expect(seen.contains("Line \(number)"), "\(number)") }
    #expect(rows().contains(Wording(.embedded, .bokmal)("keys.pages")))
    // Where all is seen they move among the options.
    form = MenuForm(Page([.heading("Hva?")], Self.options(40)))
    form.fit(size)
    #expect(form.handle(.pageDown) == .stays && form.list.focusedID != "0")
    #expect(!rows().contains("PgUp/PgDn"))
  }

  @Test(arguments: counts)
  func `home opens with any number of flows`(count: Int) {
    let wording = Wording(.embedded, .bokmal)
    let flows = (0..<count).map {
      HomeEntry("flow\($0)", "Flow \($0)", to: .flow(FlowID(rawValue: "flow\($0)")))
    }
    let lists = CasesScreen.homeEntries(HomeState(open: 1, due: 1), wording)
    let page = HomeScreen.page(flows + lists, wording)
    #expect(page.options.count == count + 3)
    #expect(page.options.filter(\.isSetOff).map(\.id) == [lists[0].id])
    for (index, option) in page.options.enumerated() {
      guard let key = ChoiceList.key(at: index) else { continue }
      var form = MenuForm(page)
      #expect(form.handle(.character(key)) == .takes(option.id))
    }
  }

  @Test(arguments: counts)
  func `a question has any number of answers`(count: Int) {
    let field = Field("test", .choice((0..<count).map { Choice("value\($0)") }))
    let walk = Walk(.findFault, engine: Content.embedded.engine(of: .altinn2))
    let wording = Wording(.embedded, .bokmal)
    let choices = (0..<count).map { Choice("value\($0)") }
    var editor = ChoiceField(field, choices, walk: walk, wording: wording)
    for option in editor.list.options {
      guard let key = option.key else { continue }
      let response = editor.handle(.character(key), walk: walk, wording: wording)
      #expect(response == .takes(QuestionForm.next))
      #expect(editor.given == option.id)
    }
    #expect(editor.list.options.compactMap(\.key).count == min(count + 1, 35))
  }
}
