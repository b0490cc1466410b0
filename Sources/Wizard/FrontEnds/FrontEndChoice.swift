import Foundation
import Model
import Screens
import Store
import Terminal

/// Decides which front end a person gets: full screen where it can be shown, else the plain one.
struct FrontEndChoice {
  let context: CommandContext
  var plain = false
  var ascii = false
  var monochrome = false
  var mouse = false

  func run() throws -> EndStatus {
    let store = try context.openStore()
    let remembered = (try? store.setting(StoreEffects.languageSetting)).flatMap { $0 }
    let language = context.language(remembered: remembered)
    let runner = StoreRunner(store)
    let plainFrontEnd = PlainFrontEnd(
      content: context.content,
      language: language,
      portal: context.portal,
      runner: runner
    )
    if wantsPlain { return plainFrontEnd.run() }
    do {
      return try FullScreenFrontEnd.run(
        content: context.content,
        language: language,
        portal: context.portal,
        runner: runner,
        monochrome: monochrome,
        mouse: mouse,
        ascii: ascii
      )
    } catch {
      // The terminal cannot show a full screen; the same questions are asked line by line.
      return plainFrontEnd.run()
    }
  }

  private var wantsPlain: Bool {
    let accessible = Environment["ACCESSIBLE"] ?? ""
    return plain || !(accessible.isEmpty || accessible == "0")
  }
}
