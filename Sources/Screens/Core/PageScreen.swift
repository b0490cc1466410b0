package import Wording
package import Drawing
import Model

/// A screen that is one page: it says what it says and what a choice does, and all the rest follows.
package protocol PageScreen: Screen, Equatable {
  associatedtype PageLook: PageForm
  /// How the page stands on the full screen.
  var form: PageLook { get set }
}

extension PageScreen {
  package mutating func reword(_ wording: Wording) { form.show(page(wording)) }
  package mutating func fit(_ size: Size) { form.fit(size) }

  package func draw(on canvas: inout Canvas, wording: Wording) {
    form.draw(on: &canvas, wording: wording)
  }

  package mutating func handle(_ key: Key, wording: Wording) -> Response {
    let response = form.handle(key)
    guard case .takes(let id) = response else { return response }
    return take(id, wording: wording)
  }

  package mutating func back(_ wording: Wording) -> Response { .goes(.home()) }
  package mutating func aim(at area: HitArea) -> Key? { form.aim(at: area) }

  package mutating func turnWheel(_ key: Key, wording: Wording) -> Int {
    form.pressesOfWheel
  }

  package var isText: Bool { true }

  private var isReading: Bool { form is ReadingForm }
  package var scopes: [Scope] { isReading ? [.reading] : [] }

  package func readable(_ wording: Wording) -> String? { (form as? ReadingForm)?.text.plain }

  /// The options that have a key of their own.
  package func ownKeys(_ wording: Wording) -> [Hint] {
    page(wording).options.compactMap { option in
      option.key.map { Hint(key: "\($0)", text: option.label) }
    }
  }

  package func hints(_ wording: Wording) -> [Hint] {
    form.hints(wording) + wording.hints(isReading ? [.back, .copy] : [.back]) + wording.common
  }
}
