import Drawing
import Model
import Screens
import TestSupport
import Testing

/// A call as support staff met it, typed from home to the verdict with as few keys as the program needs.
struct TypedCall: Sendable, CustomTestStringConvertible {
  let name: String
  /// What is typed, in this order; a text is one key for each letter.
  let keys: [Part]
  let failing: [Point]
  /// Half of the keys that the program first took, which knew a message only word for word.
  let most: Int

  enum Part: Sendable {
    case text(String)
    case key(Key)
    static let enter = key(.enter)
    static let down = key(.down)
    /// To the verdict.
    static let answer = key(.function(5))
  }

  var testDescription: String { name }

  static let all = [
    TypedCall(
      name: "the system's password is wrong",
      keys: [.text("1feil passord"), .enter, .enter, .text("1"), .answer],
      failing: [.registration],
      most: 37 / 2
    ),
    TypedCall(
      name: "not authorised: the ID is the firm's own, and the client has given nothing",
      keys: [
        .text("1ikke tilgang"), .enter, .enter, .text("1"), .enter, .down, .down, .enter,
        .text("a02"), .enter, .text("n33nn"), .answer,
      ],
      failing: [.personRights, .systemRights],
      most: 62 / 2
    ),
    TypedCall(
      name: "the ID is locked",
      keys: [.text("1id låst"), .enter, .enter, .text("1"), .answer],
      failing: [.registration],
      most: 55 / 2
    ),
    TypedCall(
      name: "the personal password is wrong",
      keys: [.text("1feil passord"), .enter, .enter, .text("2"), .answer],
      failing: [.login],
      most: 37 / 2
    ),
    TypedCall(
      name: "no message: something says that there is no access",
      keys: [
        .text("1"), .enter, .text("4"), .down, .down, .enter, .text("a02"), .enter, .text("n1"),
      ],
      failing: [.personRights],
      most: 27 / 2
    ),
  ]
}

/// Somebody waits on the line while this is typed.
@Suite struct KeystrokeTests {
  @Test(arguments: TypedCall.all)
  func `a call reaches its verdict with few keys`(call: TypedCall) throws {
    var driver = Driver()
    var pressed = 0
    func press(_ key: Key) {
      driver.press(key)
      pressed += 1
    }
    for part in call.keys {
      switch part {
      case .text(let text): for letter in text { press(.character(letter)) }
      case .key(let key): press(key)
      }
    }
    let walk = try #require(driver.walk)
    #expect(walk.current.kind == .conclusion, "\(driver)")
    #expect(walk.diagnosis.failing == call.failing, "\(driver)")
    #expect(pressed <= call.most)
  }
}
