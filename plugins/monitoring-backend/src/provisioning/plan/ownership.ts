import {
  ActualObject,
  DesiredObject,
} from '@sightline/backstage-plugin-monitoring-node';

/** Whether an object carries the mark of the entity that wants it, or the one it had before. */
export function isOurs(
  { entityRef, formerEntityRef }: DesiredObject,
  { owner }: ActualObject,
): boolean {
  return (
    owner !== undefined &&
    (owner.entityRef === entityRef || owner.entityRef === formerEntityRef)
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
