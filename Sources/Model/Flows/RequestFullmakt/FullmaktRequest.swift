extension FullmaktRemedy {
  /// The task that asks for it, or does it; `nil` for what nobody asks for.
  package var start: TaskStart? {
    var prefill: [FieldID: String] = [Ask.side: Ask.Side.asks.rawValue]
    let id: String
    switch self {
    case .singleService:
      id = "service"
      prefill[Ask.what] = Ask.What.service.rawValue
      prefill[Ask.to] = Ask.Receiver.person.rawValue
    case .package(let package), .giveYourself(let package):
      id = package
      if case .giveYourself = self { prefill[Ask.side] = Ask.Side.gives.rawValue }
      prefill[Ask.what] = Ask.What.package.rawValue
      prefill[Ask.package] = package
      prefill[Ask.to] = Ask.Receiver.person.rawValue
    case .clientPackage(let package):
      id = package
      prefill[Ask.what] = Ask.What.clientPackage.rawValue
      prefill[Ask.clientPackage] = package
    case .registerFirm:
      id = "registration"
      prefill[Ask.what] = Ask.What.registration.rawValue
    case .letSign: return nil
    }
    return TaskStart(id: id, flow: Flow.requestFullmakt.id, prefill: prefill)
  }
}
