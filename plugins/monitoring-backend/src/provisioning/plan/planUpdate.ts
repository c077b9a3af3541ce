import {
  ActualObject,
  DesiredObject,
} from '@sightline/backstage-plugin-monitoring-node';
import { findDifferences } from './findDifferences';
import { Step } from './types';

/** Whether what is ours has the content that is wanted, and says so. */
function hasContent(object: DesiredObject, actual: ActualObject): boolean {
  return (
    // A folder is only a place: people may rename it.
    object.kind === 'folder' ||
    (actual.hash === object.hash && actual.owner?.hash === object.hash)
  );
}

function isRenamed(object: DesiredObject, { owner }: ActualObject): boolean {
  return owner !== undefined && owner.entityRef !== object.entityRef;
}

/** Whether what is ours stands there as it is wanted. */
export function isSettled(
  object: DesiredObject,
  actual: ActualObject,
): boolean {
  return (
    hasContent(object, actual) &&
    !isRenamed(object, actual) &&
    actual.misplaced === undefined
  );
}

function whyUpdate(object: DesiredObject, actual: ActualObject): string {
  if (isRenamed(object, actual)) {
    return `${actual.owner!.entityRef} is now named ${object.entityRef}`;
  }
  return actual.hash === object.hash
    ? 'A person already changed it to what is wanted; only our mark is renewed'
    : 'The annotations or the pack changed';
}

/** Ours, untouched, and no longer what or where it is wanted; or equal, which is nothing to do. */
export function planUpdate(object: DesiredObject, actual: ActualObject): Step {
  if (isSettled(object, actual)) {
    return { action: 'nothing', object, actual };
  }
  const moves = actual.misplaced;
  if (
    moves !== undefined &&
    hasContent(object, actual) &&
    !isRenamed(object, actual)
  ) {
    return {
      action: 'move',
      object,
      actual,
      reason: `It lies in '${moves}', which is not where its owner's or system's objects belong`,
      differences: [],
    };
  }
  return {
    action: 'update',
    object,
    actual,
    reason: `${whyUpdate(object, actual)}${
      moves === undefined ? '' : `; it also moves out of '${moves}'`
    }`,
    // Only the mark or the place differs, and content that is settled need not be listed.
    differences:
      actual.hash === object.hash
        ? []
        : findDifferences(actual.content, object.content),
  };
}
