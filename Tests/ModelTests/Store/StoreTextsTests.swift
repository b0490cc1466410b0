import Model
import Store
import Testing

@Suite struct StoreTextsTests {
  private static let some = Case(
    id: CaseID(rawValue: 1042),
    revision: 1,
    created: Timestamp(rawValue: 0),
    updated: Timestamp(rawValue: 0),
    content: CaseDraft(flow: "find")
  )

  private static let failures: [StoreFailure] =
    [
      .homeUnset, .homeRelative(path: "p"), .homeMissing(path: "p"), .locationEmpty,
      .notDirectory(path: "p"), .link(path: "p"), .foreignOwner(path: "p", owner: 7),
      .openToOthers(path: "p", mode: 0o777), .notFile(path: "p"), .notWritable(path: "p"),
      .empty(path: "p"), .notStore(path: "p"), .newer(path: "p"), .sqliteTooOld(version: "3.30"),
      .settingRefused(path: "p", name: "synchronous", found: "1"), .backupFailed(path: "p"),
      .migrationFailed(path: "p"), .vanished(path: "p"), .busy(path: "p"), .held(path: "p"),
      .searchTooLong,
      .unreadable(CaseID(rawValue: 1)), .full(path: "p"),
      .inputOutput(path: "p", code: 5), .refused(path: "p"), .conflict(current: some),
      .noSuchCase(CaseID(rawValue: 1042)), .tracesLeft(path: "p"), .shared(path: "p"),
      .notShared(path: "p", mode: 0o755), .folderMissing(path: "p"), .noStore(path: "p"),
      .noCopy(path: "p"), .copyUnusable(path: "p"), .copyUnreadable(path: "p"),
      .copyLink(path: "p"), .ofTraining(path: "p"), .ofCases(path: "p"), .ofClass(path: "p"),
      .notTraining(path: "p"), .otherTraining(path: "p"),
      .inTheWay(path: "p"), .unreachable(path: "p"), .untrusted(path: "p"),
      .signInRefused(path: "p"), .outcomeUnknown(path: "p"), .denied(path: "p"),
      .notSetUp(path: "p"), .outdated(path: "p"), .passwordGiven(path: "p"),
      .addressUnusable(path: "p"), .withoutServers(path: "p"), .notOnServer(path: "p"),
      .notEmpty(path: "p"), .unsound(path: "p"), .copyDiffers(path: "p"),
      .copyUnnamed,
    ] + StoreDamage.allCases.map { .damaged(path: "p", what: $0) }
    + CopyObstacle.allCases.map { .copyNotMade(path: "p", why: $0) }

  @Test(arguments: Language.allCases)
  func `every failure has its text, and every text its failure`(language: Language) throws {
    let texts = try Texts(language, from: .embedded)
    for failure in Self.failures {
      let text = texts(failure.textKey, failure.textValues)
      #expect(!text.contains("["), "\(failure.textKey)")
      #expect(!text.contains("{"), "\(failure.textKey)")
      for value in failure.textValues.values { #expect(text.contains(value)) }
    }
    let keys = Set(texts.entries.keys.filter { $0.hasPrefix("store.failure.") })
    #expect(keys == Set(Self.failures.map(\.textKey)))
  }
}
