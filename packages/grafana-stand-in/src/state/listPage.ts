import { failure, Status } from '../http/statuses';
import { decodeToken, encodeToken } from './continueToken';

/** 12.4 ends a page once so many bytes are on it. */
const MAX_PAGE_BYTES = 2 * 1024 * 1024;

const PARTIAL = {
  kind: 'PartialObjectMetadata',
  apiVersion: 'meta.k8s.io/v1',
};

/** What a list of the Kubernetes form of the API is asked for. */
export interface ListQuery {
  limit?: number;
  continue?: string;
  /** Of each entry only its metadata is asked for. */
  metadataOnly?: boolean;
  /** Entries to leave out; they count for the limit all the same. */
  isWanted: (labels: Record<string, string>) => boolean;
}

interface Entry {
  uid: string;
  labels: Record<string, string>;
}

/** A page of a list as JSON, or why there is none. */
export function listPage<T extends Entry>(
  entries: T[],
  query: ListQuery,
  options: {
    kind: string;
    apiVersion: string;
    resourceVersion: string;
    /** Entries that one may not see do not count for the limit. */
    mayRead: (entry: T) => boolean;
    describe: (entry: T) => Record<string, any>;
  },
): { text: string } | { refusal: Status } {
  const from = query.continue ? decodeToken(query.continue) : undefined;
  if (query.continue && !from) {
    return {
      refusal: failure(500, {
        message: `get continue token ("${query.continue}"): error decoding continue token`,
      }),
    };
  }
  const version = from?.resourceVersion ?? Number(options.resourceVersion);
  const limit = query.limit || Infinity;
  const items: string[] = [];
  let counted = 0;
  let bytes = 0;
  let offset = from?.offset ?? 0;
  for (; offset < entries.length; offset += 1) {
    if (counted >= limit || bytes >= MAX_PAGE_BYTES) {
      break;
    }
    const entry = entries[offset];
    if (options.mayRead(entry)) {
      counted += 1;
      const shown = options.describe(entry);
      const text = JSON.stringify(shown);
      bytes += text.length;
      if (query.isWanted(entry.labels)) {
        items.push(
          query.metadataOnly
            ? JSON.stringify({ ...PARTIAL, metadata: shown.metadata })
            : text,
        );
      }
    }
  }
  const head = JSON.stringify({
    ...(query.metadataOnly
      ? { ...PARTIAL, kind: `${PARTIAL.kind}List` }
      : { kind: options.kind, apiVersion: options.apiVersion }),
    metadata: {
      resourceVersion: String(version),
      ...(offset < entries.length
        ? { continue: encodeToken({ offset, resourceVersion: version }) }
        : {}),
    },
  });
  const list =
    query.metadataOnly && items.length === 0 ? 'null' : `[${items.join(',')}]`;
  return { text: `${head.slice(0, -1)},"items":${list}}` };
}
