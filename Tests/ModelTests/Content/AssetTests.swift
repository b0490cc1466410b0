import Foundation
import Model
import TestSupport
import Testing

@Suite struct AssetTests {
  @Test func `the program carries every file of assets and no other`() {
    #expect(AssetSource.embedded.names == Repository.files(below: "assets", ending: ".json"))
  }

  @Test func `the list of files is the one that scripts/assets writes`() throws {
    let listed = try Repository.text(of: "Sources/CAssets/CAssets.c")
    for name in Repository.files(below: "assets", ending: ".json") {
      #expect(listed.contains("#embed \"../../assets/\(name)\""), "\(name)")
      #expect(listed.contains("    {\"\(name)\", "), "\(name)")
    }
  }

  @Test(arguments: AssetSource.embedded.names)
  func `what the program carries is what lies in assets`(name: String) throws {
    let path = Repository.root.appending(path: "assets").path(percentEncoded: false)
    let file = try AssetSource.directory(path).decode(Tree.self, from: name)
    #expect(try AssetSource.embedded.decode(Tree.self, from: name) == file)
  }

  @Test func `a folder laid out as assets is read as a whole`() throws {
    let path = Repository.root.appending(path: "assets").path(percentEncoded: false)
    let content = try Content(checking: .directory(path))
    #expect(content.texts(.bokmal).entries == Content.embedded.texts(.bokmal).entries)
  }

  @Test func `a folder that lacks a file or holds a damaged one is refused by name`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path
    #expect(throws: AssetSource.Failure.self) { try Content(checking: .directory(path)) }
    try folder.copyAssets()
    _ = try Content(checking: .directory(path))
    for name in AssetSource.embedded.names {
      let file = URL(filePath: folder.file(name))
      let whole = try Data(contentsOf: file)
      try Data("[".utf8).write(to: file)
      do {
        _ = try Content(checking: .directory(path))
        Issue.record("a damaged file was taken: \(name)")
      } catch AssetSource.Failure.malformed(let refused, _) {
        #expect(refused == name)
      }
      try whole.write(to: file)
    }
  }

  @Test(arguments: ["hearsay", "alone", "deciding", "parties", "contrasts"])
  func `words by which a message is held to be there are none that may be left out`(
    words: String
  ) throws {
    let folder = try TemporaryFolder()
    try folder.copyAssets()
    let file = URL(filePath: folder.file("phrases/words.json"))
    let whole = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
    var fewer = try #require(whole as? [String: Any])
    #expect(fewer.removeValue(forKey: words) != nil)
    try JSONSerialization.data(withJSONObject: fewer).write(to: file)
    do {
      _ = try Content(checking: .directory(folder.path))
      Issue.record("taken without \(words)")
    } catch AssetSource.Failure.malformed(let refused, _) {
      #expect(refused == "phrases/words.json")
    }
  }

  @Test func `the services are read once for all that need them`() throws {
    let folder = try TemporaryFolder()
    try folder.copyAssets()
    let content = try Content(checking: .directory(folder.path))
    _ = content.recogniser
    for edition in PortalEdition.allCases {
      try FileManager.default.removeItem(
        atPath: folder.file("catalogues/\(edition.rawValue)/services.json")
      )
    }
    let whole = Content.embedded
    #expect(content.rights.services.entries.map(\.id) == whole.rights.services.entries.map(\.id))
    let services = content.fullmakter.services.entries.map(\.id)
    #expect(services == whole.fullmakter.services.entries.map(\.id))
    #expect(content.accessServices.search("", .bokmal).map(\.id) == services)
  }

  @Test func `a folder is refused with a file that has no end, and without a word`() throws {
    let folder = try TemporaryFolder()
    try folder.copyAssets()
    let name = "texts/nb/common/desk.json"
    let (path, aside) = (folder.file(name), folder.file("aside"))
    func refusal() -> String? {
      do {
        _ = try Content(checking: .directory(folder.path))
        return nil
      } catch AssetSource.Failure.malformed(let refused, _) {
        return refused
      } catch {
        return "\(error)"
      }
    }
    try #require(refusal() == nil)
    try FileManager.default.moveItem(atPath: path, toPath: aside)
    // The words of the file that was taken away.
    #expect(refusal() == "texts/nb")
    #expect(mkfifo(path, 0o600) == 0)
    #expect(refusal() == name)
    unlink(path)
    #expect(symlink("/dev/zero", path) == 0)
    #expect(refusal() == name)
    unlink(path)
    try Data().write(to: URL(filePath: path))
    #expect(truncate(path, 1 << 32) == 0)
    #expect(refusal() == name)
    unlink(path)
    let words = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: aside)))
    var fewer = try #require(words as? [String: Any])
    fewer["desk.owner"] = nil
    try JSONSerialization.data(withJSONObject: fewer).write(to: URL(filePath: path))
    #expect(refusal() == "texts/nb")
  }

  @Test
  func `a row without its Altinn, or of one nobody knows, is told of by its place and in a line`()
    throws
  {
    let folder = try TemporaryFolder()
    let path = folder.file("catalogues/altinn3")
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (edition, reason) in [("", "no edition"), ("\"edition\": \"altinn4\",", "altinn4")] {
      let row = "[{\(edition) \"id\": \"x\", \"lastDay\": \"2026-12-31\", \"standing\": \"S\"}]"
      try folder.write(row, to: "catalogues/altinn3/expiries.json")
      let failure = #expect(throws: AssetSource.Failure.self) {
        try Catalogue(from: .directory(folder.path)).expiries()
      }
      let told = String(describing: failure)
      #expect(told.contains("catalogues/altinn3/expiries.json") && told.contains("[0]"))
      #expect(told.contains(reason) && !told.contains("CodingKeys"), "\(told)")
    }
  }

  /// Any JSON, so that what is carried can be held against the file value by value.
  private indirect enum Tree: Decodable, Equatable {
    case text(String)
    case number(Double)
    case flag(Bool)
    case list([Tree])
    case object([String: Tree])
    case nothing

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      if let flag = try? value.decode(Bool.self) {
        self = .flag(flag)
      } else if let number = try? value.decode(Double.self) {
        self = .number(number)
      } else if let text = try? value.decode(String.self) {
        self = .text(text)
      } else if let list = try? value.decode([Tree].self) {
        self = .list(list)
      } else if let object = try? value.decode([String: Tree].self) {
        self = .object(object)
      } else {
        self = .nothing
      }
    }
  }
}
