import Wording
import Foundation
import Model
import Screens
import TestSupport
import Testing

/// What is left in the window once the program has ended.
@Suite(.enabled(if: Tmux.isThere)) struct ScrollbackReliability {
  @Test func `nothing of what was typed stands in the window or above it after the end`() throws {
    let folder = try TemporaryFolder()
    let tmux = try Tmux(in: folder)
    let wording = Wording(.embedded, .bokmal)
    try tmux.type("\(Executables.veiviser) --language nb --store \(folder.file("store"))")
    try tmux.press("Enter")
    try tmux.wait(for: wording("home.title"))
    try tmux.press("1")
    try tmux.wait(for: wording("question.message.title"))
    try tmux.paste(Planted.all.map(\.text).joined(separator: "\n"))
    // The end of what was pasted is seen, so that the test is not blind.
    try tmux.wait(for: Planted.all[Planted.all.count - 1].text)
    #expect(Planted.secrets.contains { (try? tmux.screen.contains($0)) == true })
    try tmux.press("Enter")
    try tmux.wait(for: wording("header.saved"))
    try tmux.press("F10")
    try tmux.wait(for: wording("leave.title"))
    try tmux.press("Right", "Enter")
    try tmux.wait(for: "sh>")
    try tmux.type("echo over $?")
    try tmux.press("Enter")
    try tmux.wait(for: "over 130")
    let left = try tmux.everything
    let found = Planted.secrets.filter(left.contains)
    #expect(found == [])
    #expect(!left.contains(wording("header.saved")))
    Reliability.report(
      "12 window of tmux after the end",
      "\(Planted.secrets.count) secrets pasted and shown; \(found.count) left in window, history and buffers"
    )
  }
}
