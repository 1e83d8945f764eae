import FoundationEssentials
import KaleAnalysis

/// Asks an interpreter for the metadata of its packages. None of them is imported.
enum PackageMetadata {
  /// - Parameters:
  ///   - python: absolute path of the interpreter.
  ///   - modules: dotted paths that code imports.
  ///   - distributions: normalised names.
  static func ask(_ python: String, modules: [String], distributions: [String])
    throws(CommandFailure) -> InstalledPackages
  {
    let question = PythonQuestion(
      option: "--python", activity: "reading the metadata of packages", script: script)
    let answer = try question.ask(
      python, [JSONText.strings(modules).line, JSONText.strings(distributions).line],
      for: Answer.self)
    return InstalledPackages(
      python: python, pythonVersion: answer.python,
      providers: answer.providers.mapValues {
        InstalledPackages.Provider(
          distribution: $0.distribution, version: $0.version, isEditable: $0.editable)
      }, versions: answer.versions)
  }

  private struct Answer: Decodable {
    struct Provider: Decodable {
      var distribution: String
      var version: String
      var editable: Bool
    }

    var python: String
    var providers: [String: Provider]
    var versions: [String: String]
  }

  /// Of several distributions in one namespace the one with the longest part of a module's path counts.
  private static let script = """
    import importlib.metadata, json, os, re, sys
    output, modules, names = sys.argv[1], json.loads(sys.argv[2]), json.loads(sys.argv[3])
    sys.path.remove("") if "" in sys.path else None
    roots = {module.partition(".")[0] for module in modules}
    candidates, versions = {}, {}

    def normalized(name):
        return re.sub(r"[-_.]+", "-", name).lower()

    def folder(distribution):
        "Of what `pip install -e` has installed."
        try:
            url = json.loads(distribution.read_text("direct_url.json") or "{}")
        except ValueError:
            return None
        is_editable = url.get("dir_info", {}).get("editable") and url["url"].startswith("file://")
        return url["url"][len("file://"):] if is_editable else None

    def top_level(distribution):
        listed = (distribution.read_text("top_level.txt") or "").split()
        if listed:
            return set(listed)
        found = set()
        for file in distribution.files or []:
            first = file.parts[0]
            if len(file.parts) == 1 and first.endswith((".py", ".so", ".pyd")):
                found.add(first.partition(".")[0])
            elif len(file.parts) > 1 and not first.endswith((".dist-info", ".egg-info", ".data")):
                found.add(first)
        return found

    for distribution in importlib.metadata.distributions():
        name = distribution.metadata["Name"]
        if not name or normalized(name) in versions:
            continue
        versions[normalized(name)] = distribution.version
        place = folder(distribution)
        provided = top_level(distribution)
        if place:
            provided |= {root for root in roots for part in ("", "src") for end in ("", ".py")
                         if os.path.exists(os.path.join(place, part, root + end))}
        for root in provided & roots:
            candidates.setdefault(root, []).append((name, distribution, bool(place)))

    def depth(distribution, module):
        parts, best = module.split("."), 0
        for file in distribution.files or []:
            there = [*file.parts[:-1], file.name.partition(".")[0]]
            if there[-1] == "__init__":
                there.pop()
            common = 0
            while common < min(len(there), len(parts)) and there[common] == parts[common]:
                common += 1
            best = max(best, common)
        return best

    providers = {}
    for module in modules:
        found = sorted(candidates.get(module.partition(".")[0], []), key=lambda item: item[0])
        if len(found) > 1:
            depths = {item[0]: depth(item[1], module) for item in found}
            best = max(depths.values())
            found = [item for item in found if depths[item[0]] == best]
            if len(found) > 1 and best < 2 and "." in module:
                continue  # a namespace that they share
        if found:
            name, distribution, is_editable = found[0]
            providers[module] = {
                "distribution": name, "version": distribution.version, "editable": is_editable}
    with open(output, "w") as file:
        json.dump({"python": "%d.%d" % sys.version_info[:2], "providers": providers,
                   "versions": versions}, file)
    """
}
