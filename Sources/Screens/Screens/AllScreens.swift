/// The screens that can be gone to from home, each a line, in the order of their entries.
enum AllScreens {
  static let known: [any Screen.Type] = [
    WalkScreen.self,
    CasesScreen.self,
    HomeScreen.self,
    QueueScreen.self,
  ]
}
