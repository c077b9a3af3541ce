import { Entity } from '@backstage/catalog-model';
import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';

/** Ours, and those of other plugins that we understand. */
const ANNOTATION_PREFIXES = ['monitoring/', 'grafana/', 'prometheus.io/'];

/** Longer ones (an API's definition) are no value of a label, which is what a scope makes of them. */
const LONGEST_SCOPE_VALUE = 500;

/**
 * Of an entity that has no annotation which concerns monitoring.
 *
 * @public
 */
export const NOT_MONITORED = 'none';

/**
 * A text that changes when something changes on which the monitoring of an entity depends: its
 * annotations, name, title, owner, system, and the fields that a Prometheus' `scope` may read.
 *
 * @remarks
 * The same while the entity is processed and after it has been stitched, so relations do not
 * count, nor does what the catalog adds. {@link NOT_MONITORED} without an annotation of ours.
 *
 * @public
 */
export function monitoringFingerprint(entity: Entity): string {
  const { name, namespace = 'default', title } = entity.metadata;
  const annotations = sorted(entity.metadata.annotations).filter(([key]) =>
    ANNOTATION_PREFIXES.some(prefix => key.startsWith(prefix)),
  );
  if (annotations.length === 0) {
    return NOT_MONITORED;
  }
  const fields = sorted(entity.spec).filter(
    ([, value]) =>
      typeof value === 'string' && value.length <= LONGEST_SCOPE_VALUE,
  );
  const content = [entity.kind, namespace, name, title, annotations, fields];
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(content))));
}

function sorted(record: object = {}): [string, unknown][] {
  return Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
}
