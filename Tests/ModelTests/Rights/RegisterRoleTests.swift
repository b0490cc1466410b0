import Model
import Testing

/// What each register role brings, row by row as the table of sources has it.
struct RegisterRoleRow: Sendable, CustomTestStringConvertible {
  let code: RoleCode
  let keyRole: Bool
  let accessManager: Bool
  let mainAdministrator: Bool
  let brought: Int

  init(_ code: RoleCode, key: Bool, access: Bool, main: Bool, _ brought: Int) {
    self.code = code
    keyRole = key
    accessManager = access
    mainAdministrator = main
    self.brought = brought
  }

  var testDescription: String { code.rawValue }

  static let all: [RegisterRoleRow] = [
    .init("DAGL", key: true, access: true, main: true, 23),
    .init("LEDE", key: true, access: true, main: true, 21),
    .init("INNH", key: true, access: true, main: true, 23),
    .init("DTSO", key: true, access: true, main: true, 23),
    .init("DTPR", key: true, access: true, main: true, 23),
    .init("BEST", key: true, access: true, main: true, 21),
    .init("KOMP", key: true, access: true, main: false, 19),
    .init("BOBE", key: true, access: true, main: false, 20),
    .init("REPR", key: false, access: true, main: false, 22),
    .init("FFØR", key: false, access: true, main: false, 10),
    .init("KNUF", key: false, access: true, main: false, 3),
    .init("KEMN", key: false, access: true, main: false, 8),
    .init("KOMK", key: false, access: true, main: false, 12),
    .init("SAM", key: false, access: true, main: false, 13),
    .init("SREVA", key: false, access: true, main: false, 2),
    .init("KONT", key: false, access: false, main: false, 6),
    .init("MEDL", key: false, access: false, main: false, 3),
    .init("NEST", key: false, access: false, main: false, 6),
    .init("VARA", key: false, access: false, main: false, 0),
    .init("REGN", key: false, access: false, main: false, 3),
    .init("REVI", key: false, access: false, main: false, 2),
    .init("MVAU", key: false, access: false, main: false, 1),
    .init("MVAG", key: false, access: false, main: false, 4),
    .init("PRIV", key: false, access: true, main: false, 15),
  ]
}

@Suite struct RegisterRoleTests {
  @Test func `the rows are the roles of the catalogue, in its order`() throws {
    let roles = try Cast.catalogue().registerRoles.entries
    #expect(roles.map(\.id) == RegisterRoleRow.all.map(\.code))
  }

  @Test(arguments: RegisterRoleRow.all)
  func `a register role brings what the list says`(row: RegisterRoleRow) throws {
    let role = try #require(try Cast.catalogue().registerRoles[row.code])
    #expect(role.keyRole == row.keyRole)
    #expect(role.brings.contains(.accessManager) == row.accessManager)
    #expect(role.brings.contains(.mainAdministrator) == row.mainAdministrator)
    #expect(role.brings.count == row.brought)
  }

  @Test(arguments: RegisterRoleRow.all)
  func `whoever gets Tilgangsstyring, and nobody else, may register a datasystem`(
    row: RegisterRoleRow
  ) throws {
    let model = try Cast.model(Holding(Cast.person, for: Cast.clientB, .registerRole(row.code)))
    let permission = model.permission(toRegisterDatasystem: Cast.person, on: Cast.clientB)
    let expected: Permission =
      row.accessManager
      ? .granted(.role(HeldRole(.accessManager, .register(row.code))))
      : .notGranted(.accessManagerMissing)
    #expect(permission == expected)
  }

  @Test(arguments: RegisterRoleRow.all)
  func `only four register roles may make somebody Hovedadministrator`(row: RegisterRoleRow) throws
  {
    let model = try Cast.model(Holding(Cast.person, for: Cast.clientB, .registerRole(row.code)))
    let permission = model.permission(
      toGive: .role(.mainAdministrator),
      giver: Cast.person,
      for: Cast.clientB
    )
    let top: [RoleCode] = ["DAGL", "LEDE", "INNH", "BEST"]
    #expect(
      permission
        == (top.contains(row.code) ? .granted(.topRole(row.code)) : .notGranted(.topRoleMissing))
    )
  }

  @Test(arguments: RegisterRoleRow.all)
  func `Utfyller/Innsender is given on by those who have it with Tilgangsstyring, or all of it`(
    row: RegisterRoleRow
  ) throws {
    let catalogue = try Cast.catalogue()
    let model = try Cast.model(Holding(Cast.person, for: Cast.clientB, .registerRole(row.code)))
    let permission = model.permission(
      toGive: .role("UTINN"),
      giver: Cast.person,
      for: Cast.clientB
    )
    let expected: Permission =
      if row.mainAdministrator {
        .granted(.mainAdministrator)
      } else if !row.accessManager {
        .notGranted(.accessManagerMissing)
      } else if catalogue.brought(by: row.code).contains("UTINN") {
        .granted(.accessManagerWithRight)
      } else {
        .notGranted(.rightItselfMissing)
      }
    #expect(permission == expected)
  }

  @Test(arguments: RegisterRoleRow.all)
  func `no register role is itself given in Altinn`(row: RegisterRoleRow) throws {
    let model = try Cast.model(Holding(Cast.person, for: Cast.clientB, .registerRole("DAGL")))
    #expect(
      model.permission(
        toGive: .registerRole(row.code),
        giver: Cast.person,
        for: Cast.clientB
      )
        == .notGranted(.registerRoleNotGiven)
    )
  }
}
