import { GrafanaState } from './GrafanaState';

/** Titles of a folder and of those around it, as the state API and alert labels name it. */
export function folderPath(state: GrafanaState, uid: string): string {
  const folder = state.folders.get(uid);
  if (!folder) {
    return '';
  }
  return folder.parentUid
    ? `${folderPath(state, folder.parentUid)}/${folder.title}`
    : folder.title;
}
