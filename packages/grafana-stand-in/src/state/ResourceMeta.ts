/** Fields of an object that one client set with one version of the API. */
export interface ManagedFields {
  manager: string;
  /** Version of the API, without its group. */
  version: string;
  time: string;
  /** `metadata.annotations.<key>`, `metadata.labels.<key>`, `spec.<key>`, `metadata.generateName`. */
  paths: string[][];
}

/** What a folder or dashboard has in the Kubernetes form of the API alone. */
export interface ResourceMeta {
  /** `metadata.uid`; another object of the same name has another one. */
  guid: string;
  /** Changes with each write. */
  resourceVersion: string;
  /** Annotations that a client set, with the folder, without authors and times. */
  annotations: Record<string, string>;
  /** Labels that a client set. */
  labels: Record<string, string>;
  managedFields: ManagedFields[];
  /** Who made it, such as `user:u000000003admin`. */
  creator: string;
  /** Who changed it last; a new one has nobody. */
  updater?: string;
}
