import Model
import Testing

/// People are not kept where programs, mails and known messages name them.
@Suite struct RedactionUserTests {
  /// Text with somebody in it, and what must not stay.
  @Test(arguments: [
    ("on behalf of reportee: Ola Fiske", "Fiske"), ("avgivar: ola fiske, feil 30", "fiske"),
    ("AgencySystem: OlaFiske is not authorized", "OlaFiske"),
    ("fil C:\\Users\\olafiske\\Documents\\a.xml", "olafiske"),
    ("/home/olafiske/.config", "olafiske"),
    ("/Users/ola.fiske/Library", "fiske"), ("C:\\Users\\Ola Fiske\\AppData", "Fiske"),
    ("NORDLYS\\olafiske ble avvist", "olafiske"), ("innlogget som NORDLYS\\nils", "ils"),
    ("ola.fiske (at) nordlys.no", "fiske"), ("ola @ nordlys.no", "ola"),
    ("ola@\nnordlys.no", "ola@"),
    ("\"Ola Fiske\" <ola@nordlys.no>", "Fiske"), ("Ola Fiske <ola@nordlys.no>", "Fiske"),
    ("jeg heter ola nordstrand", "nordstrand"), ("Saksbeh.: Ola Fiske", "Fiske"),
    ("{\"preferred_username\":\"olafiske\"}", "olafiske"),
  ])
  func `a user does not stay`(text: String, name: String) {
    #expect(!Redaction(text).text.contains(name))
  }

  @Test(arguments: [
    "on behalf of reportee: 310043214", "reportee: null", "reportee: 310 043 214 er feil",
    "C:\\Windows\\System\\drivers", "feil i \"App\\User\" klassen", "/users/me finnes ikke",
    "A @ B er ingen adresse", "programmet heter visma",
  ])
  func `what is nobody stays`(text: String) {
    #expect(Redaction(text).text == text)
  }
}
