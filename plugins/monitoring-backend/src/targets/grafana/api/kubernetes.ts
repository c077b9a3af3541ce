import { GrafanaHttp } from './GrafanaHttp';

/** Annotations of `/apis` that mean something to us (recordings `apis-dashboards`, `apis-folders`). */
export const ANNOTATIONS = {
  folder: 'grafana.app/folder',
  message: 'grafana.app/message',
  managedBy: 'grafana.app/managedBy',
  updatedBy: 'grafana.app/updatedBy',
  updatedAt: 'grafana.app/updatedTimestamp',
};

/** What an object of `/apis` carries beside its content. */
export interface ObjectMeta {
  name: string;
  /** Of this life of the object: another one when it was deleted and made again. */
  uid?: string;
  resourceVersion?: string;
  creationTimestamp?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
}

/** An object of `/apis`. */
export interface KubernetesObject<S> {
  metadata: ObjectMeta;
  spec: S;
  status?: { conversion?: { failed?: boolean; storedVersion?: string } };
}

/** A page of objects of `/apis`, or of their metadata alone. */
export interface KubernetesPage<T> {
  metadata: { continue?: string };
  /** `null` in an empty page of metadata. */
  items: T[] | null;
}

/** Grafana ends a page earlier when it has 2 MB of stored JSON. */
const PAGE = 500;
const METADATA =
  'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1,application/json';

/**
 * All objects of a list, a page at a time.
 *
 * @param options - `metadata`: without their content
 */
export async function* readPages<T>(
  http: GrafanaHttp,
  path: string,
  options: { metadata?: boolean; signal?: AbortSignal },
): AsyncIterable<T[]> {
  let next: string | undefined;
  do {
    const query = new URLSearchParams({ limit: String(PAGE) });
    if (next) {
      query.set('continue', next);
    }
    const page: KubernetesPage<T> = await http.json({
      path,
      query,
      ...(options.metadata ? { accept: METADATA } : {}),
      signal: options.signal,
    });
    yield page.items ?? [];
    next = page.metadata.continue;
  } while (next);
}

/** Deletes exactly what was read before. */
export function deleteOptions({ uid, resourceVersion }: ObjectMeta): unknown {
  return {
    kind: 'DeleteOptions',
    apiVersion: 'v1',
    preconditions: { uid, resourceVersion },
  };
}
