import { Identity } from '../http/identities';
import { maySeeFolder } from './maySee';
import { compareTitles } from './compareTitles';
import { GrafanaState } from './GrafanaState';

/** What everybody but an administrator sees first. */
const SHARED_WITH_ME = {
  id: -1,
  uid: 'sharedwithme',
  title: 'Shared with me',
};

/** `GET /api/folders`: the folders in one, or those in none, by title. */
export function listFolders(
  state: GrafanaState,
  options: {
    parentUid: string;
    limit: number;
    page: number;
    identity: Identity;
  },
): unknown[] {
  const { parentUid, limit, page, identity } = options;
  const folders = [...state.folders.values()]
    .filter(
      folder =>
        (folder.parentUid ?? '') === parentUid &&
        maySeeFolder(state, folder, identity),
    )
    .sort((a, b) => compareTitles(a.title, b.title) || b.id - a.id)
    .slice((page - 1) * limit, page * limit)
    .map(({ id, uid, title }) => ({
      id,
      uid,
      title,
      ...(parentUid ? { parentUid } : {}),
    }));
  const isFirst = parentUid === '' && page === 1 && identity.role !== 'Admin';
  return [...(isFirst ? [SHARED_WITH_ME] : []), ...folders];
}
