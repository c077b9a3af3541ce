import { describeManagedFields } from './managedFields';
import { ResourceMeta } from './ResourceMeta';

/** `metadata` of a folder or dashboard in the Kubernetes form of the API. */
export function describeMetadata(
  object: ResourceMeta & {
    id: number;
    uid: string;
    version: number;
    created: string;
    updated: string;
  },
  options: { group: string; namespace: string },
): Record<string, unknown> {
  const managedFields = describeManagedFields(
    object.managedFields,
    options.group,
  );
  return {
    name: object.uid,
    namespace: options.namespace,
    uid: object.guid,
    resourceVersion: object.resourceVersion,
    generation: object.version,
    creationTimestamp: object.created,
    labels: {
      'grafana.app/deprecatedInternalID': String(object.id),
      ...object.labels,
    },
    annotations: {
      'grafana.app/createdBy': object.creator,
      ...object.annotations,
      ...(object.updater
        ? {
            'grafana.app/updatedBy': object.updater,
            'grafana.app/updatedTimestamp': object.updated,
          }
        : {}),
    },
    ...(managedFields.length > 0 ? { managedFields } : {}),
  };
}
