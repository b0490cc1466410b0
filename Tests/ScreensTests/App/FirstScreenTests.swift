import Drawing
import Foundation
import Model
import TestSupport
import Testing

@testable import Screens

/// What stands on the screen first, for which nobody should have to wait.
@Suite struct FirstScreenTests {
  @Test(arguments: Language.allCases)
  func `the first screen needs no words but those of home`(language: Language) throws {
    let folder = try TemporaryFolder()
    try folder.copyAssets()
    let content = try Content(checking: .directory(folder.path))
    for part in ["common"] + PortalEdition.allCases.map(\.rawValue) {
      try FileManager.default.removeItem(atPath: folder.file("texts/\(language.rawValue)/\(part)"))
    }
    for home in PortalEdition.allCases.flatMap({ portal in
      [0, 1, 120].map { HomeState(portal, open: $0, due: $0) }
    }) {
      for size in [Size(columns: 60, rows: 18), Size(columns: 80, rows: 24)] {
        func frame(_ content: Content) -> Frame {
          let desk = DeskRoom(isOpen: home.due > 0)
          return AppState(content: content, language: language, size: size, home: home, desk: desk)
            .render()
        }
        #expect(frame(content).lines == frame(.embedded).lines)
      }
    }
    // What is asked for now is no longer there.
    let words = content.texts(language).entries.count
    #expect(words > 0 && words < 100, "\(words)")
  }
}
