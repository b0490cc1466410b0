import Foundation
import Model
import Screens
import Terminal

/// Decides which front end a person gets: full screen where it can be shown, else the plain one.
struct FrontEndChoice {
  private let display: DisplayOptions
  private let setting: Setting

  init(_ display: DisplayOptions, setting: Setting) {
    self.display = display
    self.setting = setting
  }

  func run() throws -> EndStatus {
    let store = try setting.openStore()
    let remembered = (try? store.setting(StoreRunner.languageSetting)).flatMap { $0 }
    let language = setting.language(remembered: remembered)
    let runner = StoreRunner(store)
    if wantsPlain {
      return PlainFrontEnd(content: setting.content, language: language, runner: runner).run()
    }
    do {
      let isMonochrome = display.noColor
      return try FullScreenFrontEnd.run(
        content: setting.content,
        language: language,
        runner: runner,
        monochrome: isMonochrome,
        ascii: display.ascii
      )
    } catch {
      // The terminal cannot show a full screen; the same questions are asked line by line.
      return PlainFrontEnd(content: setting.content, language: language, runner: runner).run()
    }
  }

  private var wantsPlain: Bool {
    let accessible = setting.environment["ACCESSIBLE"] ?? ""
    return display.plain || !(accessible.isEmpty || accessible == "0")
  }
}
