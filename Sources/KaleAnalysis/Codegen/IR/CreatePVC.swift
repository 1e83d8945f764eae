/// The component of kfp-kubernetes that makes a volume claim; KFP's driver does its work, no container.
enum CreatePVC {
  static let image = "argostub/createpvc"

  /// With the descriptions that the SDK takes from the function's documentation.
  static let inputs: [ComponentSpec.Parameter] = [
    ComponentSpec.Parameter(
      "access_modes", .list,
      description: #"""
        Values for ``PersistentVolumeClaim.spec.accessModes``.
        """#),
    ComponentSpec.Parameter(
      "size", .string,
      description: #"""
        The size of storage requested by the PVC that will be
        provisioned. For example, ``'5Gi'``. Corresponds to
        `PersistentVolumeClaim.spec.resources.requests.storage
        <https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/persistent-volume-claim-v1/#PersistentVolumeClaimSpec>`_.
        """#),
    ComponentSpec.Parameter(
      "pvc_name", .string, isOptional: true,
      description: #"""
        Name of the PVC. Corresponds to
        `PersistentVolumeClaim.metadata.name
        <https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/persistent-volume-claim-v1/#PersistentVolumeClaim>`_.
        Only one of ``pvc_name`` and ``pvc_name_suffix`` can be provided.
        """#),
    ComponentSpec.Parameter(
      "pvc_name_suffix", .string, isOptional: true,
      description: #"""
        Prefix to use for a dynamically generated name, which
        will take the form ``<argo-workflow-name>-<pvc_name_suffix>``. Only
        one of ``pvc_name`` and ``pvc_name_suffix`` can be provided.
        """#),
    ComponentSpec.Parameter(
      "storage_class_name", .string, defaultValue: .string(""), isOptional: true,
      description: #"""
        Name of StorageClass from which to provision the PV
        to back the PVC. ``None`` indicates to use the cluster's default
        storage_class_name. Set to ``''`` for a statically specified PVC.
        """#),
    ComponentSpec.Parameter(
      "volume_name", .string, isOptional: true,
      description: #"""
        Pre-existing PersistentVolume that should back the
        provisioned PersistentVolumeClaim. Used for statically
        specified PV only. Corresponds to
        `PersistentVolumeClaim.spec.volumeName
        <https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/persistent-volume-claim-v1/#PersistentVolumeClaimSpec>`_.
        """#),
    ComponentSpec.Parameter(
      "annotations", .structure, isOptional: true,
      description: #"""
        Annotations for the PVC's metadata. Corresponds to
        `PersistentVolumeClaim.metadata.annotations
        <https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/persistent-volume-claim-v1/#PersistentVolumeClaim>`_.
        """#),
    ComponentSpec.Parameter(
      "data_source", .structure, isOptional: true,
      description: #"""
        Specifies the data source for the PVC. This can be used to
        create a PVC from a VolumeSnapshot or to clone an existing PVC.
        Should be a dictionary with ``'apiGroup'``, ``'kind'``, and
        ``'name'`` keys. For example:
        ``{'apiGroup': 'snapshot.storage.k8s.io', 'kind': 'VolumeSnapshot', 'name': 'my-snapshot'}``.
        Corresponds to `PersistentVolumeClaim.spec.dataSource
        <https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/persistent-volume-claim-v1/#PersistentVolumeClaimSpec>`_.
        """#),
  ]
}
