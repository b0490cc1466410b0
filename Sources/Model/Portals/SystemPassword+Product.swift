extension SystemPassword {
  /// Tells what is to be said about a password that is to be typed in a program: what its vendor says
  /// stands in the place of the general warning (V1, V2, V3).
  package static func findings(
    _ password: some Sequence<Character>,
    for product: Product?
  ) -> [Finding] {
    var findings = Self.findings(password)
    guard let product else { return findings }
    let isRefused =
      switch product.refuses {
      case .noneKnown: false
      case .special: password.contains { !$0.isLetter && !("0"..."9").contains($0) }
      case .specialAndNorwegian: findings.contains(.specialCharacters)
      }
    if isRefused {
      findings.removeAll { $0 == .specialCharacters }
      findings.append(.refusedByProgram)
    }
    let hasBothCases =
      password.contains(where: \.isUppercase)
      && password.contains(where: \.isLowercase)
    if product.needsBothCases, !hasBothCases { findings.append(.needsBothCases) }
    return findings
  }
}
