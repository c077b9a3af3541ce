import { conflictBecause, ResourceName, Status } from './statuses';

/** Why a delete that names the uid or version of its object does not happen. */
export function checkPreconditions(
  options: Record<string, any>,
  object: { guid: string; resourceVersion: string },
  what: ResourceName,
): Status | undefined {
  const { uid, resourceVersion } = options.preconditions ?? {};
  if (uid !== undefined && uid !== object.guid) {
    return conflictBecause(
      what,
      `Precondition failed: UID in precondition: ${uid}, UID in object meta: ${object.guid}`,
    );
  }
  return resourceVersion !== undefined &&
    resourceVersion !== object.resourceVersion
    ? conflictBecause(
        what,
        `Precondition failed: ResourceVersion in precondition: ${resourceVersion}, ResourceVersion in object meta: ${object.resourceVersion}`,
      )
    : undefined;
}
