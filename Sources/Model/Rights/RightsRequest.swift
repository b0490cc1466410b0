/// Something to request for oneself.
package struct RightsRequest: Hashable, Sendable {
  package enum What: String, Sendable {
    case role, service
  }

  package let what: What
  package let role: RoleCode?

  /// The service that the case is about.
  package static let service = RightsRequest(what: .service, role: nil)

  /// A role.
  package static func role(_ code: RoleCode) -> RightsRequest {
    RightsRequest(what: .role, role: code)
  }

  /// The task that requests it.
  package var start: TaskStart {
    var prefill = ["request.what": what.rawValue, "request.to": "person"]
    if let role { prefill["request.role"] = role.rawValue }
    return TaskStart(
      id: role?.rawValue ?? what.rawValue,
      flow: "requestAccess",
      prefill: prefill
    )
  }
}

extension RightsCheck {
  /// The requests for what is missing, the one for least first; none for what one has.
  ///
  /// Where no source tells whether the right is there, the service may be requested singly, since the
  /// right may turn out to be missing.
  package var requests: [RightsRequest] {
    var requests: [RightsRequest] =
      permission(to: .send).outcome == .unknown ? [.service] : []
    for lack in lacks {
      for case .way(let way) in remedies(for: lack) {
        let request: RightsRequest? =
          switch way {
          case .singleService: .service
          case .role(let code): .role(code)
          case .registerFirm: nil
          }
        if let request, !requests.contains(request) { requests.append(request) }
      }
    }
    return requests
  }
}
