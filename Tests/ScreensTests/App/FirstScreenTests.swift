import Foundation
import Model
import TestSupport
import Testing

/// What stands on the screen first, for which nobody should have to wait.
@Suite struct FirstScreenTests {
  @Test(arguments: Language.allCases)
  func `the first screen needs none of the words of a portal's own`(language: Language) throws {
    let folder = try TemporaryFolder()
    try folder.copyAssets()
    let content = try Content(checking: .directory(folder.path))
    for portal in PortalEdition.allCases {
      let own = folder.file("texts/\(language.rawValue)/\(portal.rawValue)")
      try FileManager.default.removeItem(atPath: own)
    }
    for portal in PortalEdition.allCases {
      let frame = Driver(language, content: content, portal: portal).frame
      #expect(frame == Driver(language, portal: portal).frame)
    }
    // What is asked for now is no longer there.
    #expect(content.texts(language).entries.count < Content.embedded.texts(language).entries.count)
  }
}
