import Drawing
import Model
import Testing
import Wording

@testable import Screens

/// What holds of every screen that home leads to, a new one as well: nobody has to name it here.
@Suite struct HomeEntryTests {
  private static let home = HomeState(open: 2, due: 1)

  private static func begin(_ language: Language = .bokmal) -> AppState {
    AppState(
      content: .embedded,
      language: language,
      size: Size(columns: 80, rows: 24),
      home: home
    )
  }

  private static let ids = HomeEntry.all(home, Wording(.embedded, .bokmal)).map(\.id)

  /// Goes from home to an entry by its key.
  private static func open(_ id: String, _ language: Language = .bokmal) throws -> AppState {
    var state = begin(language)
    let index = try #require(ids.firstIndex(of: id))
    _ = state.update(.key(.character(try #require(ChoiceList.key(at: index)))))
    return state
  }

  @Test func `no two entries have the same name`() {
    #expect(Set(Self.ids).count == Self.ids.count)
  }

  @Test(arguments: ids)
  func `the screen it leads to can be drawn in every size and language`(id: String) throws {
    for language in Language.allCases {
      var state = try Self.open(id, language)
      for (columns, rows) in [(80, 24), (60, 18), (120, 40), (200, 50)] {
        let size = Size(columns: columns, rows: rows)
        _ = state.update(.resized(size))
        let frame = state.render()
        #expect(frame.checkInvariants() == [])
        #expect(frame.size == size)
        #expect(frame.cursor != nil)
      }
    }
  }

  @Test(arguments: ids.filter { $0 != "portal" })
  func `Escape leads home, and the language can be changed on the way`(id: String) throws {
    var state = try Self.open(id)
    #expect(!(state.screen is HomeScreen))
    let before = state.render()
    for language in Language.allCases {
      #expect(state.language == language)
      let fresh = try Self.open(id, language).render()
      #expect(state.render().text == fresh.text)
      _ = state.update(.key(.function(9)))
    }
    #expect(state.render() == before)
    _ = state.update(.key(.escape))
    #expect(state.screen is HomeScreen)
  }

  @Test(arguments: ids)
  func `a front end without a full screen has a page of it`(id: String) throws {
    for language in Language.allCases {
      let state = try Self.open(id, language)
      #expect(!state.screen.page(state.wording).prose.isEmpty)
    }
  }
}
