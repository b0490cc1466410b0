/// Something to request for oneself.
package enum RightsRequest: Hashable, Sendable {
  /// The service that the case is about, to send it, to sign it, or both.
  case service(Request.Act)
  case role(RoleCode)
  /// A client role, of the client administrator in one's firm (P9).
  case clientRole(RoleCode)
  /// That the client registers the firm (P7).
  case registration

  /// The task that requests it.
  package var start: TaskStart {
    var prefill = [Request.side: Request.Side.asks.rawValue]
    let id: String
    switch self {
    case .service(let act):
      id = "service"
      prefill[Request.what] = Request.What.service.rawValue
      prefill[Request.act] = act.rawValue
      prefill[Request.to] = Request.Receiver.person.rawValue
    case .role(let code):
      id = code.rawValue
      prefill[Request.what] = Request.What.role.rawValue
      prefill[Request.role] = code.rawValue
      prefill[Request.to] = Request.Receiver.person.rawValue
    case .clientRole(let code):
      id = code.rawValue
      prefill[Request.what] = Request.What.clientRole.rawValue
      prefill[Request.clientRole] = code.rawValue
    case .registration:
      id = "registration"
      prefill[Request.what] = Request.What.registration.rawValue
    }
    return TaskStart(
      id: id,
      flow: Flow.requestAccess.id,
      prefill: prefill
    )
  }
}

extension RightsReview {
  /// The requests for what is missing, the one for least first; none for what one has.
  ///
  /// The right to send and the right to sign are one request for the service. Where no source tells
  /// whether the right is there, the service may be requested all the same, since it may turn out to be
  /// missing.
  package var requests: [RightsRequest] {
    let lacks = self.lacks
    let mayLackSending = permission(to: .send).outcome != .granted
    let act: Request.Act? =
      switch (mayLackSending, lacks.contains(.right(.sign))) {
      case (true, true): .both
      case (true, false): .send
      case (false, true): .sign
      case (false, false): nil
      }
    var requests: [RightsRequest] = act.map { [.service($0)] } ?? []
    for remedy in lacks.flatMap(remedies) {
      let request: RightsRequest? =
        switch remedy {
        case .singleService: nil
        case .role(let code): .role(code)
        case .registerFirm: .registration
        case .clientRole(let code): .clientRole(code)
        }
      if let request, !requests.contains(request) { requests.append(request) }
    }
    return requests
  }
}
