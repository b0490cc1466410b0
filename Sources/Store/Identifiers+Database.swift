import GRDB
import Model

// The store keeps a name as its string.
extension FlowID: DatabaseValueConvertible {}
extension StepID: DatabaseValueConvertible {}
extension FieldID: DatabaseValueConvertible {}
