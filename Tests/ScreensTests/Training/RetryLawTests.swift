import Model
import Testing
import Wording

/// Nobody is told to send again unless something is changed first: a try with nothing changed can lock the ID
/// for all who use it.
@Suite struct RetryLawTests {
  /// Texts that say to try or send again: what each belongs to changes something first, or cannot lock.
  private static let afterChange: Set<String> = [
    // Whoever chooses themselves at the top in Altinn has changed for whom it is tried.
    "action.giveSenderFullmakt.steps.person",
    "action.tryLater.title",
    "cause.unknown.checks",
    "message.AMNumber.remedy",
    "message.AUTHOtherParty.remedy",
    "message.AUTHStep.remedy",
    "message.AltinnTechnical.remedy",
    "message.D1.remedy",
    "message.E11.remedy",
    "message.E24.remedy",
    "message.E25.remedy",
    "message.E26.remedy",
    "message.GLDTemporary.remedy",
    "message.Gateway.remedy",
    "message.KDeleted.remedy",
    "message.KValidationFailed.remedy",
    "message.MAGNET.remedy",
    "message.NavCheck.remedy",
    "message.NavContent.remedy",
    "message.R9.remedy",
    "message.S02.remedy",
    "message.S14.remedy",
    "message.S51.remedy",
    "message.S55.remedy",
    "message.SClientNotAdded.remedy",
    "message.SMEVB.remedy",
    "message.SNotApproved.remedy",
    "message.SSync.remedy",
    "message.VirusScan.remedy",
    "message.codeContent.remedy",
    "message.codeFile.remedy",
    "process.descriptors",
    "step.logInToday.code",
    "step.requestAccess.expired",
    "step.requestAccess.expired.both",
    "step.requestAccess.expired.portal",
    "store.failure.backupFailed",
    "store.failure.busy",
    "store.failure.copyDiffers",
    "store.failure.full",
    "store.failure.held",
    "store.failure.inputOutput",
    "store.failure.vanished",
    "train.lure.retry",
    "train.lured.retry",
    // A store that did not answer, not a submission.
    "store.failure.outcomeUnknown",
    "store.failure.unreachable",
  ]

  /// Words for sending once more, by language.
  private static func again(_ language: Language) -> Regex<Substring> {
    switch language {
    case .bokmal:
      /(?i)\b(?:send|prøv|signer)\w*\b[^.!?:\n]{0,40}?\b(?:på nytt|igjen|(?:en|én) gang til|om igjen)\b/
        .matchingSemantics(.unicodeScalar)
    case .nynorsk:
      /(?i)\b(?:send|prøv|signer)\w*\b[^.!?:\n]{0,40}?\b(?:på nytt|på ny|igjen|(?:ein|éin) gong til|om att)\b/
        .matchingSemantics(.unicodeScalar)
    case .english:
      /(?i)\b(?:send|sends|try|tries|trying|sign|resend|retry)\b[^.!?:\n]{0,40}?\b(?:again|once more|anew)\b/
        .matchingSemantics(.unicodeScalar)
    }
  }

  /// Words that turn a sentence into a warning, or say that something comes first.
  private static func warns(_ sentence: Substring) -> Bool {
    sentence.contains(
      /(?i)\b(?:ikke|ikkje|aldri|not|never|don't|before|før|until|within|innen|innan|nor|verken)\b/
        .matchingSemantics(.unicodeScalar)
    )
  }

  /// The ends of what is looked for, which most sentences have none of: a look that costs little.
  private static let ends = [
    "nytt", "på ny", "igjen", "gang til", "gong til", "om att", "again", "once more", "anew",
  ]

  /// Whether a text says to send again.
  private static func tells(_ text: String, _ language: Language) -> Bool {
    guard ends.contains(where: text.contains) else { return false }
    return text.split(whereSeparator: { ".!?\n".contains($0) }).contains { sentence in
      ends.contains(where: sentence.contains) && sentence.contains(again(language))
        && !warns(sentence)
    }
  }

  /// The keys of the texts that say so, by language.
  private static let telling: [Language: Set<String>] = Dictionary(
    uniqueKeysWithValues: Language.allCases.map { language in
      let entries = Content.embedded.texts(language).entries
      return (language, Set(entries.filter { tells($0.value, language) }.keys))
    }
  )

  @Test(arguments: Language.allCases)
  func `only texts that are known for it say to send again`(language: Language) {
    let telling = Self.telling[language, default: []]
    #expect(telling.subtracting(Self.afterChange).sorted() == [])
    // What no language says any more is no longer excused.
    let all = Self.telling.values.reduce(into: Set<String>()) { $0.formUnion($1) }
    #expect(Self.afterChange.subtracting(all).sorted() == [])
  }

  /// What a datasystem is locked by, or for.
  private static let locks: Set<Fault> = [.wrongPassword, .wrongID, .systemLocked, .loginLocked]

  @Test func `no message of a wrong password or a lock is answered by trying again`() {
    for key in Self.afterChange where key.hasPrefix("message.") {
      let id = key.split(separator: ".")[1]
      for edition in PortalEdition.allCases {
        let evidence = Content.embedded.engine(of: edition).knowledge.testimony(of: "\(id)")?
          .evidence
        #expect(evidence?.isDisjoint(with: Self.locks) != false, "\(key)")
      }
    }
  }

  @Test(arguments: PortalEdition.allCases)
  func `no repair begins by sending again`(edition: PortalEdition) throws {
    let room = try #require(Content.embedded.trainingRoom(of: edition))
    let engine = room.engine
    var worlds: [[FieldID: String]] = []
    for base in room.table.bases {
      let rows = room.table.faults.filter { $0.bases.contains(base.id) }
      for first in rows {
        for second in rows {
          worlds.append(try #require(room.table.facts(base.id, with: [first.fault, second.fault])))
        }
      }
    }
    var count = 0
    for facts in worlds {
      let walk = Walk(Flow.findFault(of: edition), engine: engine, given: Facts(facts))
      for repair in engine.repairs(for: walk.diagnosis) {
        var isChanged = false
        for action in repair.actions {
          isChanged = isChanged || !action.sets.isEmpty || !action.covers.isEmpty || action.wait > 0
          for part in ["title", "effect", "steps", "tell", "after"] {
            let key = "action.\(action.id).\(part)"
            let isTold = Self.telling.values.contains { $0.contains(key) }
            #expect(isChanged || !isTold, "\(key)")
          }
          count += 1
        }
      }
      for language in Language.allCases {
        let said = Wording(.embedded, language).spokenConclusion(walk) ?? ""
        #expect(!Self.tells(said, language), "\(said)")
      }
    }
    #expect(count > 100)
  }

  @Test func `the law knows a sentence that breaks it`() {
    #expect(Self.tells("Prøv en gang til, så ser vi.", .bokmal))
    #expect(Self.tells("Send på nytt.", .bokmal) && Self.tells("Prøv ein gong til.", .nynorsk))
    #expect(Self.tells("Try again.", .english) && Self.tells("Send it once more.", .english))
    #expect(!Self.tells("Ikke prøv igjen med samme passord.", .bokmal))
    #expect(!Self.tells("Do not try again.", .english))
  }
}
