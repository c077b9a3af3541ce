import { Identity } from '../http/identities';
import { accessToFolder, describeFolder, noAccess } from './describeFolder';
import { checkNewFolder, refuseFolder } from './checkFolder';
import { GrafanaState } from './GrafanaState';
import { nextManagedFields } from './managedFields';
import { FOLDER } from './writeDashboard';
import { ownedByFolder, writeFolder } from './writeFolder';

interface Result {
  status: number;
  body: Record<string, unknown>;
}

/** `POST /api/folders` of 12.4: a uid that exists is refused, whatever its title. */
export function createFolder(
  state: GrafanaState,
  body: Record<string, any>,
  identity: Identity,
): Result {
  const title = String(body.title ?? '').trim();
  const uid = String(body.uid || state.nextUid());
  const parentUid = body.parentUid ? String(body.parentUid) : undefined;
  const fault = checkNewFolder(state, { uid, title, parentUid });
  if (fault) {
    return refuseFolder(fault);
  }
  const annotations: Record<string, string> = parentUid
    ? { [FOLDER]: parentUid }
    : {};
  const write = {
    uid,
    title,
    description: String(body.description ?? ''),
    annotations,
    labels: {},
  };
  const folder = writeFolder(
    state,
    undefined,
    {
      ...write,
      managedFields: nextManagedFields(
        [],
        { to: ownedByFolder(write) },
        { manager: 'grafana', version: 'v1beta1', time: state.timestamp() },
      ),
    },
    identity,
  );
  // 12.4 answers from a permission cache that does not know the new folder yet.
  const known =
    identity.role === 'Admin' || state.gone.has(uid)
      ? folder
      : state.folders.get(parentUid ?? '');
  return {
    status: 200,
    body: {
      ...describeFolder(state, folder, identity),
      ...(known ? accessToFolder(known, identity) : noAccess()),
    },
  };
}
