extension KFPFunctions {
  /// KFP carries a list or a dictionary as JSON-like data in which all numbers are floats.
  static let typedSource = """
    def kale_typed(value, default):
        \"""A list or dictionary parameter with ints and floats as in its default.

        KFP makes no difference between 2 and 2.0 inside them.
        \"""
        if value == default:
            return default

        def types(item):
            if isinstance(item, (list, dict)):
                items = item.values() if isinstance(item, dict) else item
                return set().union(*map(types, items))
            return {type(item)}

        def restore(item):
            if isinstance(item, dict):
                return {key: restore(element) for key, element in item.items()}
            if isinstance(item, list):
                return [restore(element) for element in item]
            if type(item) is int and int not in expected and float in expected:
                return float(item)
            if type(item) is float and item.is_integer() and float not in expected:
                return int(item)
            return item

        expected = types(default)
        return restore(value)
    """

  /// Takes a VolumeSnapshot, for which KFP has no operation of its own.
  static let snapshotSource = #"""
    def volume_snapshot(claim: str, snapshot: str, timeout_seconds: int = 600):
        """Takes a snapshot of a volume and waits until it is ready.

        The pipeline's service account must be allowed to create and get
        volumesnapshots in the API group snapshot.storage.k8s.io.
        """
        import time
        from kubernetes import client, config

        config.load_incluster_config()
        with open("/var/run/secrets/kubernetes.io/serviceaccount/namespace") as file:
            namespace = file.read().strip()
        api = client.CustomObjectsApi()
        kind = ("snapshot.storage.k8s.io", "v1", namespace, "volumesnapshots")
        try:
            api.create_namespaced_custom_object(*kind, {
                "apiVersion": "snapshot.storage.k8s.io/v1",
                "kind": "VolumeSnapshot",
                "metadata": {"name": snapshot},
                "spec": {"source": {"persistentVolumeClaimName": claim}},
            })
        except client.ApiException as error:
            if error.status != 409:  # 409: it exists, this is a second attempt
                raise
        deadline = time.monotonic() + timeout_seconds
        while time.monotonic() < deadline:
            status = api.get_namespaced_custom_object(*kind, snapshot).get("status") or {}
            if status.get("readyToUse"):
                print(f"Snapshot {snapshot} of {claim} is ready")
                return
            message = (status.get("error") or {}).get("message")
            if message:
                print(f"Snapshot {snapshot} is not ready: {message}")
            time.sleep(2)
        raise TimeoutError(f"Snapshot {snapshot} is not ready after {timeout_seconds} s")
    """#

  static let snapshotImage = "python:3.11"
  static let snapshotPackages = ["kubernetes>=28"]
  /// The inputs that are left to their defaults in the pipeline.
  static let snapshotTimeout = (name: "timeout_seconds", defaultValue: 600)
}
