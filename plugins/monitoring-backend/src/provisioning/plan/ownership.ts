import {
  ActualObject,
  DesiredObject,
} from '@sightline/backstage-plugin-monitoring-node';

/**
 * Whether an object carries the mark of the entity that wants it, of what that was named before, or
 * of one that is gone: who was renamed and has the old name again finds the other one on what was
 * always made for him.
 *
 * @param isGone - whether an entity asks for nothing any more
 */
export function isOurs(
  { entityRef, formerEntityRef }: DesiredObject,
  { owner }: ActualObject,
  isGone: (entityRef: string) => boolean,
): boolean {
  return (
    owner !== undefined &&
    (owner.entityRef === entityRef ||
      owner.entityRef === formerEntityRef ||
      isGone(owner.entityRef))
  );
}

/** Whether a person may say that an object becomes ours. */
export function isAdoptable({
  adoptable,
  obstacle,
  owner,
}: ActualObject): boolean {
  return adoptable === true && !owner && obstacle === undefined;
}
