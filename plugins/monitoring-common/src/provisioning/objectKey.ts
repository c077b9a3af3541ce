import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import { ManagedObjectKind } from './types';

/**
 * The stable key of a managed object: it names the object wherever Sightline keeps or marks it.
 *
 * @param entityRef - canonical ref, or a group key such as a folder's owner
 * @param kind - kind of the object
 * @param id - `pack/dashboard`, `alerts`, `slos`: unique for entity and kind
 * @param environment - of the entity; absent when it has none
 * @public
 */
export function objectKey(
  entityRef: string,
  kind: ManagedObjectKind,
  id: string,
  environment?: string,
): string {
  return `${entityRef}|${kind}|${id}${environment ? `@${environment}` : ''}`;
}

/**
 * A uid that Grafana accepts (at most 40 characters of `[A-Za-z0-9_-]`), the same for the same
 * key for ever, and readable enough to be recognised in a URL.
 *
 * @param key - what {@link objectKey} answers
 * @public
 */
export function objectUid(key: string): string {
  const hash = bytesToHex(sha256(utf8ToBytes(key))).slice(0, 12);
  const [entityRef, , id] = key.split('|');
  const name = entityRef.split('/').pop() ?? '';
  const slug = `${name}-${id.split('/').pop()}`
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 24)
    .replace(/^-+|-+$/g, '');
  return `sl-${slug}-${hash}`;
}
