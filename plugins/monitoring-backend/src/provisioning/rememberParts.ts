import { isWriting, Outcome } from './apply';
import { isSharedPart, sharedPartOf } from './desired';
import { PartStore, StoredPart, StoredPartContent } from './store';

/** Writes down which parts the shared rules have now: those that came into effect. */
export async function rememberParts(
  outcomes: Outcome[],
  store: PartStore,
): Promise<void> {
  const saved: StoredPartContent[] = [];
  const removed: Pick<StoredPart, 'target' | 'key'>[] = [];
  for (const { step, written, error } of outcomes) {
    if (!written || error !== undefined || !isWriting(step)) {
      continue;
    }
    if (step.action === 'prune') {
      const { uid } = step.actual;
      if (isSharedPart(uid)) {
        removed.push({ target: step.target, key: sharedPartOf(uid) });
      }
    } else if (isSharedPart(step.object.uid)) {
      const { target, key, entityRef, hash, content } = step.object;
      saved.push({ target, key, entityRef, hash, content });
    }
  }
  await store.saveParts(saved);
  await store.removeParts(removed);
}
