import SafeText
import Foundation
import Model
import Screens
import TestSupport
import Testing

/// Commands give out what they were given so that no terminal obeys it.
@Suite struct HostileCommandTests {
  /// Several texts at a time, each on a line of its own.
  private static func bunches(of texts: [HostileText], _ count: Int) -> [[UInt8]] {
    stride(from: 0, to: texts.count, by: count).map { start in
      Array(texts[start..<min(start + count, texts.count)].map(\.bytes).joined(separator: [0x0A]))
    }
  }

  /// Everything a run gave out, as bytes: what is no UTF-8 must not be mended on the way.
  private func faults(_ run: Run) -> [String] {
    StreamCheck.faults(in: Array(run.output.utf8), .lines)
      + StreamCheck.faults(in: Array(run.complaint.utf8), .lines)
  }

  private let files = bunches(of: HostileText.all, Reliability.count(120, full: 25))
  /// The last of them could be somebody's home.
  private let arguments =
    bunches(of: HostileText.withoutZero, Reliability.count(120, full: 25)) + [
      Array("~nobody/x".utf8)
    ]

  @Test(arguments: [false, true], [false, true])
  func `recognise reads it from a file and from standard input`(json: Bool, isFile: Bool) throws {
    let folder = try TemporaryFolder()
    let path = folder.file("message")
    for bytes in files {
      try Data(bytes).write(to: URL(filePath: path))
      let run = try Run(
        ["recognise", isFile ? path : "-"] + (json ? ["--json"] : []),
        file: isFile ? nil : path
      )
      let text = String(decoding: bytes, as: UTF8.self)
      let isEmpty = Sanitiser.text(text).allSatisfy(\.isWhitespace)
      #expect(run.status == (isEmpty ? 65 : 0))
      #expect(faults(run) == [])
      guard json, !isEmpty else { continue }
      let report = try #require(
        try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
      )
      let redacted = try #require(report["redacted"] as? String)
      // A program that reads it gets what was there, harm and all.
      #expect(redacted.contains("før") || !text.contains("før"))
    }
  }

  @Test func `JSON holds every character of what it tells, written so that no terminal acts on it`()
    throws
  {
    let text = HostileText.all.filter { !$0.name.hasPrefix("formula") }.map(\.text)
      .joined(separator: "\n")
    let folder = try TemporaryFolder()
    let path = try folder.write(text, to: "message")
    let run = try Run(["recognise", path, "--json"])
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    )
    let redacted = try #require(report["redacted"] as? String)
    #expect(redacted == Content.embedded.recogniser.recognise(text).redacted)
    // Letters with other scripts' digits among them are no words, and are not kept.
    let seen = Set(Sanitiser.text(text).unicodeScalars)
    let lost = seen.subtracting(redacted.unicodeScalars)
    #expect(lost.count * 12 < seen.count, "\(lost)")
    #expect(lost.isDisjoint(with: "æøåÆØÅčđŋ§漢字한국어".unicodeScalars), "\(lost)")
  }

  @Test(arguments: [
    ["case", "list", "--matching", "@"], ["case", "list", "--store", "@"], ["case", "list", "@"],
    ["case", "show", "@"], ["datasystem", "delete", "@"], ["flow", "draw", "@"], ["flow", "@"],
    ["@"], ["--@"], ["--language", "@"], ["--assets", "@", "flow", "check"], ["recognise", "@"],
    ["diagnose", "--answers", "@"], ["store", "backup", "@"], ["store", "restore", "@"],
    ["store", "check", "--head", "@"], ["manual", "--language", "@"], ["doctor", "--store", "@"],
  ])
  func `what stands in an argument`(command: [String]) throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: folder.file("here"),
      withIntermediateDirectories: false
    )
    for bytes in arguments {
      let text = String(decoding: bytes, as: UTF8.self)
      let hasStore = command.contains("--store") || command.contains("--assets")
      let given = command.map { $0.replacingOccurrences(of: "@", with: text) }
      let run = try Run(
        given + (hasStore ? [] : ["--store", folder.file("store")]),
        shell: "cd '\(folder.file("here"))';"
      )
      #expect(!run.trapped)
      #expect(faults(run) == [], "\(command)")
    }
  }

  @Test func `answers typed line by line`() throws {
    let folder = try TemporaryFolder()
    for bytes in files {
      let text = String(decoding: bytes, as: UTF8.self)
      let lines = ["1", text, ".", "1", "3", text, text, "?", "<", text, "q"]
      let run = try Run(
        ["--plain", "--store", folder.file("store")],
        input: lines.joined(separator: "\n") + "\n"
      )
      #expect(!run.trapped)
      #expect(faults(run) == [])
    }
    for found in try folder.kept() {
      for answer in found.answers {
        #expect(Sanitiser.text(answer.answer.value) == answer.answer.value)
      }
    }
  }
}
