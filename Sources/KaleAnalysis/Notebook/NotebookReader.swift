import FoundationEssentials

extension Diagnostic: Error {}

/// Opens notebooks. All that can be wrong with a file comes as one `Diagnostic`.
public enum NotebookReader {
  /// Reads the notebook at `path`, which may be relative to the current folder.
  public static func read(path: String) throws(Diagnostic) -> Notebook {
    do {
      return try NotebookDecoder(path: path).decode(try NotebookFile.contents(path: path))
    } catch {
      throw error.diagnostic
    }
  }

  /// Decodes a notebook's bytes; `path` is only for messages.
  public static func decode(data: Data, path: String) throws(Diagnostic) -> Notebook {
    do {
      return try NotebookDecoder(path: path).decode([UInt8](data))
    } catch {
      throw error.diagnostic
    }
  }
}
