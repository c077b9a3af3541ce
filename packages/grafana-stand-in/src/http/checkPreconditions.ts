import { failure, ResourceName, Status } from './statuses';

/** Why a delete that names the uid or version of its object does not happen. */
export function checkPreconditions(
  options: Record<string, any>,
  object: { guid: string; resourceVersion: string },
  what: ResourceName & { kind: string },
): Status | undefined {
  const { uid, resourceVersion } = options.preconditions ?? {};
  const refuse = (field: string, wanted: string, found: string, why: string) =>
    failure(409, {
      message: `Operation cannot be fulfilled on ${what.kind}.${what.group} "${what.name}": the ${field} in the precondition (${wanted}) does not match the ${field} in record (${found}). The object might have been ${why}`,
      reason: 'Conflict',
      details: { name: what.name, group: what.group, kind: what.kind },
    });
  if (uid !== undefined && uid !== object.guid) {
    return refuse('UID', uid, object.guid, 'deleted and then recreated');
  }
  return resourceVersion !== undefined &&
    resourceVersion !== object.resourceVersion
    ? refuse(
        'ResourceVersion',
        resourceVersion,
        object.resourceVersion,
        'modified',
      )
    : undefined;
}
