import Testing

@testable import KaleAnalysis

@Suite struct VolumeTests {
  private func read(
    _ volumes: String, storageClass: String? = nil, accessMode: String? = nil
  ) throws -> (volumes: [Volume], reader: VolumeReader) {
    var json = JSONReader(Array(volumes.utf8))
    var reader = VolumeReader(storageClass: storageClass, accessMode: accessMode)
    return (reader.read(try json.readValue().array ?? []), reader)
  }

  @Test func readsThePublishedSample() throws {
    let (volumes, reader) = try read(
      #"""
      [{"type": "new_pvc", "name": "titanic-data-pvc", "mount_point": "/data", "size": "1",
        "size_type": "Gi", "snapshot": true, "snapshot_name": "titanic-data-snapshot"}]
      """#)
    #expect(
      volumes == [
        Volume(
          kind: .newClaim, name: "titanic-data-pvc", mountPoint: "/data", size: "1Gi",
          snapshot: "titanic-data-snapshot")
      ])
    #expect(reader.diagnostics.isEmpty)
  }

  @Test func readsEveryKind() throws {
    let (volumes, reader) = try read(
      #"""
      [{"type": "pvc", "name": "a", "mount_point": "/a", "size": 5, "size_type": "Gi",
        "snapshot": false, "snapshot_name": "", "annotations": []},
       {"type": "pv", "name": "b", "mount_point": "/b", "size": 512, "size_type": "Mi",
        "annotations": [{"key": "k", "value": "v"}, {"key": "", "value": ""}],
        "storage_class_name": "fast", "volume_access_mode": "rwo"},
       {"type": "new_pvc", "name": "c", "mount_point": "/c", "size": 5.0, "size_type": "Ki",
        "annotations": {"k": "v"}, "volume_access_mode": "ReadWriteMany", "backup": "x"}]
      """#, storageClass: "slow", accessMode: "rom")
    #expect(
      volumes == [
        Volume(
          kind: .claim, name: "a", mountPoint: "/a", storageClass: "slow",
          accessMode: "ReadOnlyMany"),
        Volume(
          kind: .persistentVolume, name: "b", mountPoint: "/b", size: "512Mi",
          storageClass: "fast", accessMode: "ReadWriteOnce", annotations: ["k": "v"]),
        Volume(
          kind: .newClaim, name: "c", mountPoint: "/c", size: "5Ki", storageClass: "slow",
          accessMode: "ReadWriteMany", annotations: ["k": "v"]),
      ])
    #expect(reader.diagnostics.isEmpty)
    #expect(reader.unused == ["volumes[2].backup"])
  }

  @Test func leavesOutClones() throws {
    let (volumes, reader) = try read(#"[{"type": "clone", "name": "w", "mount_point": "/w"}]"#)
    #expect(volumes.isEmpty)
    #expect(reader.diagnostics.outline == ["warning unsupported-volume"])
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    /// Members that replace those of a volume without fault.
    var members: String
    var fact: String
    var testDescription: String { name }
  }

  static let cases = [
    Case(name: "no type", members: #""type": null"#, fact: "no `type`"),
    Case(name: "unknown type", members: #""type": "nfs""#, fact: "`nfs`"),
    Case(name: "no name", members: #""name": """#, fact: "no `name`"),
    Case(name: "unusable name", members: #""name": "My_Volume""#, fact: "My_Volume"),
    Case(name: "no mount point", members: #""mount_point": null"#, fact: "no `mount_point`"),
    Case(name: "relative mount point", members: #""mount_point": "data""#, fact: "`data`"),
    Case(name: "mounted at the root", members: #""mount_point": "/""#, fact: "`/`"),
    Case(name: "no size", members: #""size": null"#, fact: "no `size`"),
    Case(name: "empty size", members: #""size": """#, fact: "no `size`"),
    Case(name: "size with its unit", members: #""size": "5Gi""#, fact: "`5Gi`"),
    Case(name: "size with a fraction", members: #""size": 1.5"#, fact: "a number"),
    Case(name: "size of nothing", members: #""size": 0"#, fact: "positive"),
    Case(name: "no unit", members: #""size_type": null"#, fact: "without a `size_type`"),
    Case(name: "unknown unit", members: #""size_type": "GB""#, fact: "`GB`"),
    Case(name: "snapshot is no boolean", members: #""snapshot": "yes""#, fact: "true or false"),
    Case(name: "snapshot without name", members: #""snapshot": true"#, fact: "`snapshot_name`"),
    Case(
      name: "unusable name of the snapshot",
      members: #""snapshot": true, "snapshot_name": "A B""#, fact: "`A B`"),
    Case(name: "annotations are a string", members: #""annotations": "a""#, fact: "annotations"),
    Case(
      name: "annotation without value", members: #""annotations": [{"key": "a"}]"#,
      fact: "annotations"),
    Case(
      name: "unknown access mode", members: #""volume_access_mode": "rw""#,
      fact: "volumes[0].volume_access_mode"),
  ]

  @Test(arguments: cases) func refuses(_ test: Case) throws {
    let (volumes, reader) = try read(
      #"""
      [{"type": "new_pvc", "name": "v", "mount_point": "/v", "size": 1, "size_type": "Gi",
        \#(test.members)}]
      """#)
    #expect(volumes.isEmpty)
    #expect(reader.diagnostics.outline == ["error invalid-volume"])
    #expect(
      reader.diagnostics.first?.message.contains(test.fact) == true,
      "\(reader.diagnostics.first?.message ?? "")")
  }

  @Test func refusesTwoAtOnePlace() throws {
    let (volumes, reader) = try read(
      #"""
      [{"type": "pvc", "name": "a", "mount_point": "/d"}, 7,
       {"type": "pvc", "name": "b", "mount_point": "/d"}]
      """#)
    #expect(volumes.map(\.name) == ["a"])
    #expect(reader.diagnostics.outline == ["error invalid-volume", "error invalid-volume"])
  }
}
