import Drawing
import Model
import Wording

@testable import Screens

extension DeskDriver {
  /// Calls about some messages at each question that is answered by choosing, as far as the first answers lead.
  static func questions(
    _ setting: Setting,
    _ portal: PortalEdition,
    about messages: String
  ) -> [DeskDriver] {
    messages.flatMap { message -> [DeskDriver] in
      var driver = DeskDriver(setting, portal: portal)
      driver.press(.answerCall, .character(message))
      var asking: [DeskDriver] = []
      for _ in 0..<8 {
        if driver.call?.stage == .answer {
          driver.press(.function(5))
        } else if driver.call?.stage == .question, driver.call?.editor != nil {
          driver.type(driver.wording("letter.unknown"))
        } else if driver.call?.editor != nil {
          driver.press(.enter)
        } else if driver.call?.asked?.heardValues.isEmpty == false {
          asking.append(driver)
          driver.press(.character("1"))
        }
      }
      return asking
    }
  }
}
