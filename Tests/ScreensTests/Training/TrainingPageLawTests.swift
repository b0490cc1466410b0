import Drawing
import Model
import SafeText
import TestSupport
import Testing
import Wording

@testable import Screens

/// What holds of every page of training, in all languages and in the smallest windows.
@Suite struct TrainingPageLawTests {
  struct Setting: CustomTestStringConvertible, Sendable {
    let language: Language
    let size: Size
    var testDescription: String { "\(language.rawValue) \(size.columns)x\(size.rows)" }
    var pages: [TrainingPages.Shown] { TrainingPages(language, size).all() }
  }

  private static let settings = Language.allCases.flatMap { language in
    [(60, 18), (80, 24)].map {
      Setting(language: language, size: Size(columns: $0, rows: $1))
    }
  }

  /// What has a key in a call of training as it has at the desk.
  private static let tools: [Command] = [.overview, .note, .handOver, .end]

  /// Whether the desk's own form stands there, which is drawn as at the desk.
  private static func isForm(_ page: TrainingPages.Shown) -> Bool {
    (page.state.screen as? TrainingScreen)?.isForm == true
  }

  /// What a screen shows while a key is pressed until it changes nothing more.
  private static func frames(_ state: AppState, pressing key: Key) -> [Frame] {
    var (state, frames) = (state, [state.render()])
    while frames.count < 60 {
      _ = state.update(.key(key))
      let next = state.render()
      guard next.text != frames.last?.text else { break }
      frames.append(next)
    }
    return frames
  }

  /// The rows of a page's text, in the width they have beside the arrows, or without them.
  private static func isShown(_ prose: [Prose], by frames: [Frame], columns: Int) -> Bool {
    let shown = frames.map(\.text).joined(separator: "\n")
    return [columns - 4, columns - 6].contains { width in
      prose.lines(width: width).map(\.text).filter { !$0.isEmpty }.allSatisfy { shown.contains($0) }
    }
  }

  @Test(arguments: settings)
  func `every line of a page is brought on screen by the keys that the page names`(
    setting: Setting
  ) {
    var (count, cut) = (0, 0)
    for page in setting.pages where !(page.state.screen is ClassScreen || Self.isForm(page)) {
      let wording = page.state.wording
      let prose = page.state.screen.page(wording).prose
      let frames = Self.frames(page.state, pressing: .pageDown)
      let columns = setting.size.columns
      #expect(
        Self.isShown(prose, by: frames, columns: columns),
        "\(page.name)\n\(frames.map(\.text).joined(separator: "\n"))"
      )
      count += 1
      guard !Self.isShown(prose, by: [frames[0]], columns: columns) else { continue }
      cut += 1
      // The row below the text says that there is more, and how to see it.
      let keys = ["keys.arrows", "keys.pages"].map { "\(wording($0)) \(wording("hint.scroll"))" }
      #expect(keys.contains { frames[0].text.contains($0) }, "\(page.name)\n\(frames[0].text)")
      #expect(frames[0].text.contains(wording("text.place", ["first": "1"]).prefix(7)))
      // What was scrolled comes back.
      var state = page.state
      for key in Array(repeating: Key.pageDown, count: 60) + Array(repeating: .pageUp, count: 60) {
        _ = state.update(.key(key))
      }
      #expect(state.render().text == frames[0].text, "\(page.name)")
    }
    #expect(count > 60 && (cut > 5 || setting.size.rows > 18), "\(cut) of \(count)")
  }

  @Test(arguments: PortalEdition.allCases)
  func `two or three questions of a call can be put badly, whatever they are about`(
    edition: PortalEdition
  ) throws {
    let room = try #require(Content.embedded.trainingRoom(of: edition))
    let wording = Wording(.embedded, .bokmal)
    let setting = TrainingSetting(TrainingRecord(), on: nil)
    for exercise in room.table.exercises {
      let id = ScenarioID(edition, exercise.id, seed: "A")
      var acts: [TrainingAct] = [.ask(room.portal.message, .clear), .ask(.reporteeName, .clear)]
      var toned = 0
      for fact in room.portal.facts.map(\.fact) where fact != room.portal.message {
        let screen = try #require(TrainingScreen(id, playing: acts, setting, wording))
        guard !screen.call.isOver else { break }
        for special in [room.portal.message, .reporteeName] {
          #expect(screen.tones(for: special) == [.clear])
        }
        if screen.tones(for: fact).count > 1 { toned += 1 }
        acts.append(.ask(fact, .clear))
      }
      #expect((2...3).contains(toned), "\(exercise.id): \(toned)")
    }
  }

  @Test(arguments: settings)
  func `letters that are commands choose nothing else, and no letter chooses what is not seen`(
    setting: Setting
  ) {
    var unseen = 0
    for page in setting.pages where !page.state.screen.takesText && !Self.isForm(page) {
      let shown = page.state.screen.page(page.state.wording)
      let reserved = page.isLead ? ClassScreen.Act.letters : TrainingScreen.Act.letters
      let own = Set(shown.options.compactMap(\.key))
      if !(page.state.screen is ClassScreen || page.state.screen is FollowScreen) {
        for letter in reserved.subtracting(own) {
          var state = page.state
          let effects = state.update(.key(.character(letter)))
          #expect(effects.isEmpty && state.screen.isSame(as: page.state.screen), "\(page.name)")
        }
      }
      guard !(page.state.screen is ClassScreen) else { continue }
      let rows = page.state.render().lines
      for option in ChoiceList.numbered(shown.options, besides: shown.reserved) {
        guard let key = option.key, key.isLetter, !own.contains(key) else { continue }
        #expect(!reserved.contains(key), "\(key) on \(page.name)")
        guard !rows.contains(where: { $0.contains(" \(key)  \(option.label.prefix(12))") }) else {
          continue
        }
        unseen += 1
        // The letter leads there, so that it can be seen and chosen.
        var state = page.state
        _ = state.update(.key(.character(key)))
        #expect(state.screen.pageName == page.name, "\(key) on \(page.name)")
        let now = state.render().lines
        #expect(now.contains { $0.contains(" \(key)  \(option.label.prefix(12))") }, "\(page.name)")
      }
    }
    #expect(unseen > 0 || setting.size.rows > 18)
  }

  @Test(arguments: settings)
  func `the help tells of training and of nothing else`(setting: Setting) {
    for page in setting.pages {
      var state = page.state
      _ = state.update(.key(.function(1)))
      state.markDrawn()
      let wording = state.wording
      let text = Self.frames(state, pressing: .pageDown).map(\.mainText).joined(separator: " ")
        .replacing("↓", with: "").replacing("↑", with: "").squeezed
      func tells(_ key: String, _ values: [String: String] = [:]) -> Bool {
        text.contains(wording(key, values).prefix(24))
      }
      for binding in Binding.all
      where ![.anywhere, .reading].contains(binding.scope)
        && !(page.state.screen is TrainingScreen && Self.tools.contains(binding.command))
      {
        let line = "\(binding.label) \(wording("key.\(binding.command.rawValue)"))"
        #expect(!text.contains(line.prefix(30)), "\(page.name): \(line)")
      }
      for key in ["help.about", "help.privacyAbout", "key.quit"] {
        #expect(!tells(key), "\(page.name): \(key)")
      }
      #expect(tells("help.movingAbout") && tells("train.help.paging"), "\(page.name)")
      if page.isLead {
        let isBoard = page.state.screen is ClassScreen
        for act in ["pause", "event", "debrief", "follow"] {
          #expect(tells("class.lead.\(act)") == isBoard, "\(page.name): \(act)")
        }
        #expect(tells("class.help.seenAbout"), "\(page.name)")
      } else {
        // The letters that are commands are told where they do something.
        let own = page.state.screen.page(wording).options.filter { $0.key != nil }
        for act in [TrainingScreen.Act.points, .talk, .hint] {
          let isOwn = own.contains { $0.id == act.rawValue }
          let letter = act.letter.map { "\($0)" } ?? "?"
          let line = " \(letter) \(wording("train.act.\(act.rawValue)"))"
          #expect(text.contains(line) == isOwn, "\(page.name): \(act)")
        }
        for part in TrainingScore.Part.allCases {
          #expect(tells("train.help.part.\(part.rawValue)", ["most": "\(part.most)"]))
        }
        #expect(tells("train.help.breach"), "\(page.name)")
      }
      #expect(!text.contains("[train.") && !text.contains("[class.") && !text.contains("{"))
    }
  }
}
