import Foundation
import Testing

@testable import Model

@Suite struct FlatTextsTests {
  @Test(arguments: AssetSource.embedded.names.filter { $0.hasPrefix("texts/") })
  func `the files of words are read as the decoder for any JSON reads them`(name: String) throws {
    let data = try AssetSource.embedded.data(of: name)
    let entries = try #require(FlatTexts.entries(in: data))
    let decoded = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(Set(entries.map(\.key)) == Set(decoded.keys))
    #expect(entries.count == decoded.count)
    for (key, text) in entries {
      let lines = (decoded[key] as? [String]) ?? [decoded[key] as? String ?? ""]
      #expect(text == lines.joined(separator: "\n"), "\(key)")
    }
  }

  @Test(arguments: [
    "", "{", "{}", "[]", "{\"a\"}", "{\"a\": 1}", "{\"a\": \"b\"", "{\"a\": \"b\",}", "{\"a\": [\"b\"}",
    "{\"a\": \"b\"} x", "{\"a\": \"b\\u00e5\"}", "{\"a\": \"b\nc\"}", "{\"a\": {\"b\": \"c\"}}",
    "{\"a\": \"b", "{\"a\": \"b\\", "{\"a\": []}",
  ])
  func `any other shape is left to the decoder for any JSON`(json: String) {
    #expect(FlatTexts.entries(in: Data(json.utf8)) == nil)
  }
}
