/// A form or service that people send from a program.
package struct Service: CatalogueEntry {
  /// A service code with the editions it was seen in.
  package struct Code: Codable, Equatable, Sendable {
    /// What the code is for.
    package enum Use: String, Codable, Sendable {
      /// The form itself.
      case current
      /// The form before it changed code.
      case former
      /// The service that carries the answer back.
      case answer
    }

    package let code: String
    package let use: Use
    /// Editions seen in the test environment in March 2020 (L3); examples, never a rule.
    package let editions: [String]
  }

  package static let table = "services"

  /// A stable name of our own, such as `a02` or `nav-inntektsmelding`.
  package let id: String
  /// The form number as people write it, such as `RF-0002`.
  package let form: String?
  package let names: LocalizedName
  package let codes: [Code]
  package let owner: ServiceOwner
  /// Whether a source says that the form is signed; `false` means that none does.
  package let needsSigning: Bool
  /// The roles of which any one lets you fill in and send, or `nil` when no source tells.
  package let fillIn: [RoleCode]?
  /// The roles of which any one lets you sign, or `nil` when no source tells.
  package let sign: [RoleCode]?
  /// Which of the ``Expiry`` entries ended it before its portal closed; `nil` where no source tells.
  package let ended: String?
  /// What Altinn 3 asks for; `nil` in the first portal.
  package let access: ServiceAccess?
  /// Words people may search by, in any language.
  package let keywords: [String]
  package let edition: PortalEdition
  package let source: [String]
  package let checked: String

  /// The roles of which any one gives a right, or `nil` when no source tells.
  package func asked(for right: ServiceRight) -> [RoleCode]? {
    switch right {
    case .write: fillIn
    case .sign: sign
    }
  }
}

extension Service {
  /// The ``Expiry`` entries that end it, or what opens it.
  package var expiries: [String] { [ended, access?.oldRoles?.until].compactMap(\.self) }

  /// What a text may call the service: its form, the words it is found by, and its names up to what tells it from
  /// others of that name.
  var writtenNames: [String] {
    [form].compactMap(\.self) + keywords
      + Language.allCases.map { language in String(names[language].prefix { !",–(".contains($0) }) }
  }

  /// What the rules of the service's portal see it as; `nil` for one of which they see nothing.
  var factClass: String? {
    switch edition {
    case .altinn2: needsSigning ? FactValues.signedService : nil
    case .altinn3: access?.factClass(signs: needsSigning)
    }
  }
}

/// The agency that owns a service.
package enum ServiceOwner: String, CaseIterable, Codable, Sendable {
  case skatteetaten, nav, bronnoysund, digdir, ssb
}
