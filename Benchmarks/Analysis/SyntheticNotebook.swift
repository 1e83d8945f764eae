import KaleAnalysis

/// A long notebook in the manner of real ones: tables that are changed in place, functions that read
/// globals, loops, models.
enum SyntheticNotebook {
  static func cells(_ count: Int) -> [Cell] {
    (0..<count).map { index in
      Cell(index: index, kind: .code, source: source(index))
    }
  }

  private static func source(_ index: Int) -> String {
    let number = index / 5
    switch index % 5 {
    case 0 where index == 0: return "import numpy as np\nimport pandas as pd\nrate = 0.1\ntotal = 0"
    case 0: return "table_\(number) = pd.DataFrame({'a': np.arange(\(number)), 'b': rate})"
    case 1:
      return """
        def scale_\(number)(table, factor=2):
            rows = []
            for name in table.columns:
                if name != 'b':
                    rows.append(table[name] * factor * rate)
            return pd.concat(rows, axis=1)
        """
    case 2: return "scaled_\(number) = scale_\(number)(table_\(max(number, 1)))\nscaled_\(number)['c'] = total"
    case 3:
      return """
        for row in scaled_\(number).itertuples():
            total += row.a
        print(f'{total:.2f} after {scaled_\(number).shape}')
        """
    default: return "result = [x ** 2 for x in range(10) if x % 2]\nresult.append(total)"
    }
  }
}
