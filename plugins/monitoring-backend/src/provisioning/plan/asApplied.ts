import { ActualObject } from '@sightline/backstage-plugin-monitoring-node';
import { StoredObject } from '../store/ProvisioningStore';

/**
 * A mute timing has no place for the hash of what was last written, and says that what stands there
 * was: what the store remembers says it better, so that a person's edit is one.
 *
 * @param stored - what was last applied; absent, after a loss of the database for example: what
 *   stands there counts as ours
 */
export function asApplied(
  actual: ActualObject,
  stored: StoredObject | undefined,
): ActualObject {
  return actual.kind === 'mute-timing' && actual.owner && stored?.hash
    ? { ...actual, owner: { ...actual.owner, hash: stored.hash } }
    : actual;
}
