import Foundation
import Model

/// What is taken of one object of the files; the rest of it is passed by.
struct RegisterRecord {
  struct Role {
    var code: String?
    var holder: OrganisationNumber?
    var isPerson = false
    var isTrustee = false
    var name: String?
    var isDeregistered = false
    var isGone = false
  }

  struct Group {
    var code: String?
    var changed: Day?
    var roles: [Role] = []
  }

  private(set) var number: OrganisationNumber?
  /// Whether one of its numbers has nine digits that no organisation can have; it then says nothing of anybody.
  private(set) var isImpossible = false
  private(set) var name: String?
  private(set) var form = ""
  private(set) var main: OrganisationNumber?
  private(set) var marks: RegisterUnit.Marks = []
  /// The groups of roles, or `nil` where the object has no such list.
  private(set) var groups: [Group]?
  private var isSubunit = false

  /// The file it can be of; `nil` where it has neither a name nor roles.
  var kind: RegisterKind? {
    if groups != nil { return .roles }
    guard name != nil else { return nil }
    return isSubunit || ["BEDR", "AAFY"].contains(form) ? .subunits : .units
  }

  /// - Throws: `ObjectReader.Malformed`.
  init(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    var reader = ObjectReader(bytes)
    guard try reader.enterObject() else { throw ObjectReader.Malformed() }
    while let member = try reader.nextName() {
      switch member {
      case "organisasjonsnummer": number = try number(&reader)
      case "navn": name = try reader.string().map(Self.composed)
      case "organisasjonsform": form = try Self.code(&reader) ?? ""
      case "overordnetEnhet": main = try number(&reader)
      case "konkurs": try mark(.bankrupt, &reader)
      case "underAvvikling": try mark(.windingUp, &reader)
      case "underTvangsavviklingEllerTvangsopplosning": try mark(.dissolvedByOrder, &reader)
      case "registrertIMvaregisteret":
        marks.insert(try reader.bool() ? .inVATRegister : .notInVATRegister)
      case "fravalgRevisjonDato":
        if try reader.string()?.isEmpty == false { marks.insert(.withoutAuditor) }
      case "respons_klasse": isSubunit = try reader.string() == "Underenhet"
      case "rollegrupper":
        groups = []
        if try reader.enterArray() {
          while try reader.hasElement() {
            let group = try group(&reader)
            groups?.append(group)
          }
        }
      default: try reader.skip()
      }
    }
    guard number != nil || isImpossible else { throw ObjectReader.Malformed() }
  }

  private mutating func mark(_ mark: RegisterUnit.Marks, _ reader: inout ObjectReader) throws {
    if try reader.bool() { marks.insert(mark) }
  }

  /// A number, checked as one that is typed is.
  ///
  /// One of nine digits of which the last is not right is noted.
  private mutating func number(_ reader: inout ObjectReader) throws -> OrganisationNumber? {
    guard let text = try reader.string() else { return nil }
    do throws(OrganisationNumber.Failure) {
      return try OrganisationNumber(checking: text)
    } catch {
      guard error == .wrongControlDigit else { throw ObjectReader.Malformed() }
      isImpossible = true
      return nil
    }
  }

  /// The code of a form or a kind of role.
  private static func code(_ reader: inout ObjectReader) throws -> String? {
    var code: String?
    guard try reader.enterObject() else { return nil }
    while let member = try reader.nextName() {
      if case "kode" = member {
        code = try reader.string().map(composed)
      } else {
        try reader.skip()
      }
    }
    return code
  }

  private mutating func group(_ reader: inout ObjectReader) throws -> Group {
    var group = Group()
    guard try reader.enterObject() else { return group }
    while let member = try reader.nextName() {
      switch member {
      case "type": group.code = try Self.code(&reader)
      case "sistEndret": group.changed = try reader.string().flatMap { Day(String($0.prefix(10))) }
      case "roller":
        if try reader.enterArray() {
          while try reader.hasElement() { group.roles.append(try role(&reader)) }
        }
      default: try reader.skip()
      }
    }
    return group
  }

  private mutating func role(_ reader: inout ObjectReader) throws -> Role {
    var role = Role()
    guard try reader.enterObject() else { return role }
    while let member = try reader.nextName() {
      switch member {
      case "type": role.code = try Self.code(&reader)
      // What it was called before 2026.
      case "avregistrert", "fratraadt":
        role.isDeregistered = try reader.bool() || role.isDeregistered
      case "person": role.isPerson = try holder(&role, &reader)
      case "bostyrer": role.isTrustee = try holder(&role, &reader)
      case "enhet": _ = try holder(&role, &reader)
      default: try reader.skip()
      }
    }
    return role
  }

  /// - Returns: Whether there is such a holder.
  private mutating func holder(_ role: inout Role, _ reader: inout ObjectReader) throws -> Bool {
    guard try reader.enterObject() else { return false }
    while let member = try reader.nextName() {
      switch member {
      case "organisasjonsnummer": role.holder = try number(&reader)
      case "erDoed", "erSlettet": role.isGone = try reader.bool() || role.isGone
      case "navn": role.name = try reader.name()
      default: try reader.skip()
      }
    }
    return true
  }

  /// One way of writing each letter; some files have `å` as an `a` and a ring.
  static func composed(_ text: String) -> String {
    text.utf8.allSatisfy { $0 < 0x80 } ? text : text.precomposedStringWithCanonicalMapping
  }
}

extension ObjectReader {
  /// A name: a text, a list of lines, or the parts of a person's.
  fileprivate mutating func name() throws -> String? {
    var parts: [String?] = []
    if try isNext("{") {
      var (first, middle, last): (String?, String?, String?)
      _ = try enterObject()
      while let member = try nextName() {
        switch member {
        case "fornavn": first = try string()
        case "mellomnavn": middle = try string()
        case "etternavn": last = try string()
        default: try skip()
        }
      }
      parts = [first, middle, last]
    } else if try isNext("[") {
      _ = try enterArray()
      while try hasElement() { parts.append(try string()) }
    } else {
      parts = [try string()]
    }
    let name = parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
    return name.isEmpty ? nil : RegisterRecord.composed(name)
  }
}
