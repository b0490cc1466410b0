package import Model

/// The catalogues as they are shipped.
package enum Shipped {
  package static let messages: [Message] = (try? Message.catalogue(from: .embedded)) ?? []
  package static let recogniser = Recogniser(messages: messages)
  package static let actions: [Action] =
    (try? Catalogue(from: .embedded).table(Action.self).entries) ?? []
}
