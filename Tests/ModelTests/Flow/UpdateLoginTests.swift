import Model
import Testing

@Suite struct UpdateLoginTests {
  private static func passed(_ answers: [FieldID: String]) -> [StepID] {
    var walk = Walk(.updateLogin, engine: Content.embedded.engine(of: .altinn2))
    var steps = [walk.current.id]
    for _ in walk.flow.steps where walk.current.id != "receipt" {
      for field in walk.current.fields {
        walk.give(answers[field.id] ?? Fact.unknown, to: field.id)
      }
      walk.advance()
      steps.append(walk.current.id)
    }
    return steps
  }

  @Test func `the password of the ID is no login information`() {
    #expect(
      Self.passed(["update.which": "system"])
        == ["passwords", "which", "system", "review", "receipt"]
    )
    let step = Flow.updateLogin.step("system")
    #expect(step?.begins.map(\.flow) == [Flow.registerSystem.id])
  }

  @Test(arguments: ["setUp", "password", "mobile", "submission", "noCode", Fact.unknown])
  func `whatever must be changed is changed in Altinn and tried once`(about: String) {
    let passed = Self.passed([
      "update.which": "personal", "update.about": about, "login.method": "sms",
    ])
    for step: StepID in ["rules", "mobile", "walk", "once", "tried", "done"] {
      #expect(passed.contains(step), "\(step)")
    }
    #expect(!passed.contains("minID"))
  }

  @Test func `an expired code changes nothing in Altinn`() {
    let passed = Self.passed([
      "update.which": "personal", "update.about": "codeExpired", "login.method": "sms",
    ])
    #expect(passed.contains("code"))
    #expect(Set(passed).isDisjoint(with: ["rules", "mobile", "walk"]))
  }

  @Test func `somebody who is locked out is told to wait before anything else`() throws {
    let passed = Self.passed(["update.which": "personal", "update.about": "locked"])
    let locked = try #require(passed.firstIndex(of: "locked"))
    #expect(locked < (try #require(passed.firstIndex(of: "rules"))))
    #expect(passed.contains("once"))
  }

  @Test(arguments: [
    ["update.which": "minid", "login.method": "sms"],
    ["update.which": "personal", "login.method": "minid"],
  ])
  func `MinID leads to the methods that work through a program`(answers: [FieldID: String]) {
    #expect(Self.passed(answers).contains("minID"))
  }

  @Test func `ID-porten leaves nothing to change`() {
    let passed = Self.passed(["update.which": "personal", "login.method": "idporten"])
    #expect(passed.suffix(3) == ["idPorten", "review", "receipt"])
  }

  @Test func `a code letter needs no mobile number`() {
    #expect(!Self.passed(["login.method": "letter"]).contains("mobile"))
  }

  @Test(arguments: [("noSMS", "noSMS" as StepID), ("refused", "refused")])
  func `what came of the try is answered`(tried: String, reading: StepID) {
    #expect(Self.passed(["update.tried": tried]).contains(reading))
    #expect(!Self.passed(["update.tried": "worked"]).contains(reading))
  }
}

@Suite struct LineRuleTests {
  @Test func `a mobile number is shown with all but its end hidden, and is not kept`() throws {
    let shown = try #require(LineRule.mobileNumber.shown("412 34 567"))
    #expect(shown.values.values.joined().contains("567"))
    #expect(!shown.values.values.joined().contains("412"))
    #expect(LineRule.mobileNumber.kept("41234567") == LineRule.checked)
  }

  @Test(arguments: ["", "12345678", "4123456", "590012345678", "ring meg"])
  func `a number that is not good is neither shown nor called checked`(text: String) {
    #expect(LineRule.mobileNumber.shown(text) == nil)
    #expect(LineRule.mobileNumber.kept(text) == "")
  }

  @Test(arguments: [("1.12.2026", "2026-12-01"), ("2026-12-01", "2026-12-01"), ("1.12", "1.12")])
  func `a day is kept one way, and half a day is not lost`(text: String, kept: String) {
    #expect(LineRule.pastDate.kept(text) == kept)
  }
}
