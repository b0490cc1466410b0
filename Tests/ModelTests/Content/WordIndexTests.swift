import Foundation
import Testing

@testable import Model

@Suite struct WordIndexTests {
  private func index(_ json: String...) -> WordIndex? {
    var index = WordIndex()
    for file in json {
      guard index.add(Data(file.utf8)) else { return nil }
    }
    return index.seal() == nil ? index : nil
  }

  @Test(arguments: AssetSource.embedded.names.filter { $0.hasPrefix("texts/") })
  func `the files of words are read as the decoder for any JSON reads them`(name: String) throws {
    let data = try AssetSource.embedded.data(of: name)
    let index = try #require(self.index(String(decoding: data, as: UTF8.self)))
    let decoded = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(index.keys.sorted() == decoded.keys.sorted())
    for (key, value) in decoded {
      let lines = (value as? [String]) ?? [value as? String ?? ""]
      #expect(index[key] == lines.joined(separator: "\n"), "\(key)")
    }
  }

  @Test(arguments: [
    "", "{", "{}", "[]", "{\"a\"}", "{\"a\": 1}", "{\"a\": \"b\"", "{\"a\": \"b\",}",
    "{\"a\": [\"b\"}",
    "{\"a\": \"b\"} x", "{\"a\": \"b\\u00e5\"}", "{\"a\": \"b\nc\"}", "{\"a\": {\"b\": \"c\"}}",
    "{\"a\": \"b", "{\"a\": \"b\\", "{\"a\": []}", "{\"a\":",
  ])
  func `any other shape is left to the decoder for any JSON`(json: String) {
    #expect(index(json) == nil)
  }

  @Test(arguments: 0...20)
  func `what has a meaning is seen wherever it stands`(before: Int) {
    let start =
      String(repeating: "å", count: before / 2) + String(repeating: "x", count: before % 2)
    for (written, meant) in ["": "", "\\\"": "\"", "\\\\": "\\", "\\n": "\n"] {
      let words = index("{\"a\": \"\(start)\(written)y\", \"b\": \"c\"}")
      #expect(words?["a"] == "\(start)\(meant)y")
      #expect(words?["b"] == "c")
    }
    for control in [0, 1, 0x0A, 0x1F] as [UInt8] {
      let sign = Unicode.Scalar(control)
      #expect(index("{\"a\": \"\(start)\(sign)\(start)\"}") == nil)
    }
  }

  @Test func `a word is found in whichever file it stands`() throws {
    let words = try #require(
      index("{\"a\": \"å\", \"b\": [\"c\", \"\"]}", " { \"d\" : \"\\\"e\\\\\\n\" } ")
    )
    #expect(words.keys == ["a", "b", "d"])
    #expect(words["a"] == "å")
    #expect(words["b"] == "c\n")
    #expect(words["d"] == "\"e\\\n")
    #expect(words["c"] == nil)
    #expect(words.has("b") && !words.has("e"))
  }

  @Test func `a key that stands twice is told`() {
    var words = WordIndex()
    let added = [#"{"a": "b"}"#, #"{"c": "b", "a": "d"}"#].map { words.add(Data($0.utf8)) }
    let twice = words.seal()
    #expect(added == [true, true])
    #expect(twice == "a")
  }

  @Test func `where there are no words none is found`() {
    #expect(WordIndex()["a"] == nil)
    #expect(WordIndex().keys.isEmpty)
  }
}
