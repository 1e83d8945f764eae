/// Why a text is not JSON.
struct JSONSyntaxError: Error, Equatable {
  /// Offset of the offending byte in the text; its length when the text ends too early.
  var offset: Int
  /// What is wrong there, to follow "line 3, column 5: ".
  var problem: String
}
