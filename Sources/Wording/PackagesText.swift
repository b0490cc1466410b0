import Model
import SafeText

/// Which access packages the service of a walk takes, so that nobody has to guess what is missing.
extension Wording {
  /// Beside a question whether enough is held.
  ///
  /// - Parameter isDated: Whether the days stand with it on which the rows were last checked.
  func packages(askedFor field: FieldID, in walk: Walk, isDated: Bool = false) -> [Prose] {
    [.accessHoldsNeeded, .senderRight, .clientGivesAll].contains(field)
      ? packages(in: walk, isHeldByAccess: field != .senderRight, isDated: isDated) : []
  }

  /// Beside the faults that a package mends.
  func packages(mending verdict: Verdict, in walk: Walk, isDated: Bool = false) -> [Prose] {
    let isMended = verdict.reasons.contains { reason in
      guard case .fault(let fault) = reason else { return false }
      return Self.mendedByPackages.contains(fault)
    }
    guard isMended else { return [] }
    return packages(
      in: walk,
      isHeldByAccess: verdict.point != .senderRights,
      isDated: isDated
    )
  }

  private static let mendedByPackages: Set<Fault> = [
    .accessLacksPackage, .clientAccessLacksPackage, .clientLacksPackage, .clientNotOffered,
    .senderFullmaktMissing, .oldRoleOnly,
  ]

  /// A line for each kind of source that a verdict may rest on, and whom to ask where there is none.
  ///
  /// - Parameter isHeldByAccess: Whether a system access is to hold them, which not every package can be in.
  private func packages(in walk: Walk, isHeldByAccess: Bool, isDated: Bool) -> [Prose] {
    // A private person has no packages of an enterprise (R5).
    guard walk.flow.edition == .altinn3, walk.reporteeKind != .person,
      let service = walk.value(.service).flatMap({ content.service($0, of: .altinn3) }),
      let access = service.access
    else { return [] }
    let isForClient = walk.value(.workFor) == WorkFor.client.rawValue
    let lines = Standing.allCases.filter(\.carriesVerdict).compactMap { standing -> Prose? in
      let names = (access.packages[standing] ?? []).filter { id in
        guard isHeldByAccess, let kind = content.fullmakter.packages[id]?.kind else { return true }
        return isForClient ? kind.isForClientAccess : kind.isForOwnAccess
      }.map(name(ofPackage:))
      guard !names.isEmpty else { return nil }
      let head = said(of: names.count, standing, by: service.owner)
      return .paragraph("\(head) \(names.joined(separator: ", ")).")
    }
    // A program in which a person logs in asks for none.
    let asked = access.way == .logIn ? "unknownToOwner" : "unknownToVendor"
    let rule = lines.isEmpty ? [Prose.paragraph(self("fullmakt.\(asked)"))] : lines
    let checked = isDated ? lastChecked(Day(service.checked)) : []
    return rule + checked + (isHeldByAccess ? [] : ends(access, isDated: isDated))
  }

  /// Who says that a package, or one of several, is enough, and how surely.
  func said(of count: Int, _ standing: Standing, by owner: ServiceOwner?) -> String {
    let owner = owner.map { self("serviceOwner.\($0.rawValue)") } ?? ""
    return counted("fullmakt.standing.\(standing.rawValue)", count, ["owner": owner])
  }
}
