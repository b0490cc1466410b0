import Model
import TestSupport
import Testing

/// A message that somebody only speaks of is asked about, and shows nothing.
@Suite struct HearsayTests {
  @Test(arguments: [
    "Support skriver at det ikke er AUTH-00011, men noe annet.",
    "The vendor says it is not AUTH-00011 any more. Now it only says: Something went wrong",
    "Vi fekk invalid_grant i fjor, men det vart ordna. No står det berre Noko gjekk gale.",
    "Det er kanskje feilen AUTH-00011? Eg berre gjettar.",
    "Leverandøren spør om vi har fått System user not found. Det har vi ikke sett.",
    "My colleague had AUTH-00015 at another company. Our program only says unknown error.",
    "Vi har ikke fått Incorrect username/password given for system",
    "Maybe it is User is not authorized for submittal of reporting service, I am not sure",
  ])
  func `what is denied, guessed at, of last year or of others is no message of one's own`(
    text: String
  ) {
    let found = Content.embedded.recogniser.recognise(text)
    #expect(found.matches.isEmpty && found.evidence.isEmpty && !found.isSure, "\(found.matches)")
    #expect(!found.candidates.isEmpty && found.candidates.allSatisfy { $0.how == .similar })
  }

  @Test(arguments: [
    "AUTH-00011", "Vi får ikke sendt, det står AUTH-00011", "could not be sent: AUTH-00011",
    "Det gikk ikke. Feilen er «AUTH-00011».",
    "Hei, vi får ikke levert a-meldingen. Incorrect username/password given for system",
    "ERROR not delivered (AUTH-00011)",
  ])
  func `what stands there is the message, whatever else is said`(text: String) {
    let found = Content.embedded.recogniser.recognise(text)
    #expect(!found.matches.isEmpty, "\(found.candidates)")
  }

  @Test(arguments: [
    "{\"error\":\"invalid_grant\",\"error_description\":\"MP-251\"}",
    "{\"error\":\"invalid_scope\",\"error_description\":\"MP-251\"}",
  ])
  func `what every refusal begins with gives way to the reason that stands in it`(text: String) {
    let found = Content.embedded.recogniser.recognise(text)
    #expect(found.matches.first?.id == "MP251", "\(found.matches)")
  }
}
