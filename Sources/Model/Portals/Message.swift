/// An entry of the message catalogue: how a message reads, what it means, where its fault can be.
package struct Message: Equatable, Sendable, Identifiable, Provenance {
  /// The key, such as `E1` for the official list, `C989` for a code.
  package let id: String
  package let edition: PortalEdition
  package let source: [String]
  package let checked: String
  /// How the message reads; `{name}` stands for what differs from case to case.
  package let texts: [String]
  /// Short words that count only when they are all that was pasted, such as `Rejected`.
  package let alone: [String]
  /// Codes that lead here when no text is known; a range is written `60001-60032`.
  package let codes: [String]
  /// Where the fault can be, most likely first.
  package let causes: [Cause]
  /// Faults of which the text proves that one is present; all of points that share facts.
  package let evidence: [Fault]
  /// Gates of the portal that it lies behind, so that what they look at is in order.
  package let passed: [String]
  /// Whether it is no more than a sign of its causes, as its sources have it: then they are likely at most.
  package let isSign: Bool
  /// Whether other programs write the same words, so that they show neither which Altinn they come from nor, for
  /// certain, what fails.
  package let isCommon: Bool
  /// Facts that explain it without its evidence, by the value that does.
  ///
  /// They are asked for first, and the evidence counts only where they are otherwise.
  package let unless: [FieldID: String]
  /// Facts that must be known to be so before its evidence counts, by their value.
  package let given: [FieldID: String]
  /// Answers that cannot be of the submission it is about, such as a private person where it comes of a request that
  /// only an organisation can have.
  package let excludes: [FieldID: [String]]
  /// Whether no point can be behind it but those it names.
  package let namesAll: Bool
  /// Codes that come with the text; they tell apart entries that read alike.
  package let errorIDs: [String]
  /// Whether the text alone is not enough, but one of `errorIDs` must stand beside it.
  package let needsErrorID: Bool
  /// Whether the text only wraps another message, which then says more.
  package let isWrapper: Bool
  /// What the vendor needs to be told, where it is for the vendor to look.
  package let handOver: HandOver?
  /// Which texts explain the entry; several codes of one kind share them.
  package let stem: String
  /// What the messages of a desk had in common before it was known.
  package let shape: String?
  /// The day the entry was proposed, as `CataloguePatch` writes it.
  package let since: String?

  /// The text that says what the message means.
  package var meaningKey: String { "message.\(stem).meaning" }
  /// The text that says what to do about it.
  package var remedyKey: String { "message.\(stem).remedy" }

  /// Whether it is no message but what people say happens, as the file of symptoms has them with ids of their own
  /// kind; it tells of the portal at hand, and proves nothing.
  package var isSymptom: Bool { Self.isSymptom(id) }

  /// Whether an id is that of a symptom.
  package static func isSymptom(_ id: String) -> Bool { id.hasPrefix("Y") }

  /// Whether an id is a number of the official list, such as `E2`, by which people know the message.
  package static func isOfficialNumber(_ id: String) -> Bool {
    id.first == "E" && id.count > 1 && id.dropFirst().allSatisfy { "0"..."9" ~= $0 }
  }

  /// The text by which a symptom is chosen.
  package var symptomKey: String { "question.\(FieldID.messageSymptom).\(id)" }

  /// Whether the entry is for a code: a list of possibilities, never proof.
  package var isCode: Bool { !codes.isEmpty }
}

/// What a vendor needs to be told about a refusal; each a text of a line for each thing.
package enum HandOver: String, CaseIterable, Codable, Sendable {
  /// How the program asks for its system access (A7, G2).
  case access
  /// What the service answered, so that it can be found again (A8).
  case service

  /// The text that names the things.
  package var textKey: String { "handOver.\(rawValue)" }
}

extension Message: Decodable {
  private enum CodingKeys: String, CodingKey {
    case id, edition, source, checked, texts, alone, codes, causes, evidence, passed, unless, given,
      excludes, namesAll
    case errorIDs
    case isSign = "sign"
    case isCommon = "common"
    case needsErrorID, wrapper, handOver, text, shape, since
  }

  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    id = try values.decode(String.self, forKey: .id)
    edition = try values.decode(PortalEdition.self, forKey: .edition)
    source = try values.decode([String].self, forKey: .source)
    checked = try values.decode(String.self, forKey: .checked)
    texts = try values.decodeIfPresent([String].self, forKey: .texts) ?? []
    alone = try values.decodeIfPresent([String].self, forKey: .alone) ?? []
    codes = try values.decodeIfPresent([String].self, forKey: .codes) ?? []
    causes = try values.decode([Cause].self, forKey: .causes)
    evidence = try values.decodeIfPresent([Fault].self, forKey: .evidence) ?? []
    passed = try values.decodeIfPresent([String].self, forKey: .passed) ?? []
    isSign = try values.decodeIfPresent(Bool.self, forKey: .isSign) ?? false
    isCommon = try values.decodeIfPresent(Bool.self, forKey: .isCommon) ?? false
    unless = try values.decodeIfPresent([FieldID: String].self, forKey: .unless) ?? [:]
    given = try values.decodeIfPresent([FieldID: String].self, forKey: .given) ?? [:]
    excludes = try values.decodeIfPresent([FieldID: [String]].self, forKey: .excludes) ?? [:]
    namesAll = try values.decodeIfPresent(Bool.self, forKey: .namesAll) ?? false
    errorIDs = try values.decodeIfPresent([String].self, forKey: .errorIDs) ?? []
    needsErrorID = try values.decodeIfPresent(Bool.self, forKey: .needsErrorID) ?? false
    isWrapper = try values.decodeIfPresent(Bool.self, forKey: .wrapper) ?? false
    handOver = try values.decodeIfPresent(HandOver.self, forKey: .handOver)
    stem = try values.decodeIfPresent(String.self, forKey: .text) ?? id
    shape = try values.decodeIfPresent(String.self, forKey: .shape)
    since = try values.decodeIfPresent(String.self, forKey: .since)
  }
}

extension Message {
  /// The files of the catalogue in the folder of each portal.
  ///
  /// The symptoms have no text: they are what people tell of that no message says.
  private static let tables = ["messages", "codes", "portal", "symptoms"]

  /// Reads the messages of all portals, in the order of the portals and of these files; a portal need not
  /// have them all.
  ///
  /// - Throws: `AssetSource.Failure` when there is no file, when one is malformed or holds a message of
  ///   another portal, or when an id stands twice.
  package static func catalogue(from assets: AssetSource) throws(AssetSource.Failure) -> [Message] {
    var messages: [Message] = []
    var ids: Set<String> = []
    for edition in PortalEdition.allCases {
      for table in tables {
        let name = "catalogues/\(edition.rawValue)/\(table).json"
        guard assets.names.contains(name) else { continue }
        for message in try assets.rows(Message.self, from: name, of: edition) {
          guard ids.insert(message.id).inserted else {
            throw .malformed(name, detail: "duplicate id \(message.id)")
          }
          messages.append(message)
        }
      }
    }
    guard !messages.isEmpty else { throw .missing("messages.json") }
    return messages
  }
}
