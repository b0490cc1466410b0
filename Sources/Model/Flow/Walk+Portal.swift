/// Asking the same in another portal.
extension Walk {
  /// Goes on in the flow for the same errand of another portal.
  ///
  /// What was answered counts there as far as that flow asks it. The rest is kept, so that it is there
  /// again for whoever changes back. The step is the one of the same name, or the first.
  ///
  /// - Parameter engine: What judges by that portal.
  package mutating func change(to flow: Flow, engine: Engine) {
    var draft = content
    draft.flow = flow.id
    let (isTextUnseen, register, experience) = (isTextUnseen, register, experience)
    let (today, carried) = (self.today, self.carried)
    self = Walk(flow, engine: engine, resuming: draft)
    self.isTextUnseen = isTextUnseen
    self.register = register
    self.experience = experience
    self.today = today
    self.carried = carried
    answerByRegister()
  }
}
