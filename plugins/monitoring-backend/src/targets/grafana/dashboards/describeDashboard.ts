import {
  ActualObject,
  DesiredObject,
} from '@sightline/backstage-plugin-monitoring-node';
import { StoredDashboard } from '../api/DashboardsApi';
import { isOurUid, mayBeOurs } from '../isOurUid';
import { dashboardContent, hashDashboard } from './dashboardContent';
import { readDashboardOwner } from './dashboardMarks';

/** A dashboard for the engine; where it should lie is not known here. */
export function describeDashboard(
  { uid, folderUid, dashboard, version, obstacle, edited }: StoredDashboard,
  publicUrl: string,
): ActualObject {
  const content = dashboardContent(dashboard);
  const hash = hashDashboard(content);
  const owner = mayBeOurs(uid) ? readDashboardOwner(dashboard) : undefined;
  return {
    kind: 'dashboard',
    uid,
    title: String(dashboard.title ?? uid),
    url: `${publicUrl}/d/${uid}`,
    owner,
    content,
    hash,
    version,
    ...(folderUid ? { folder: folderUid } : {}),
    ...(obstacle ? { obstacle } : {}),
    ...(owner || obstacle ? {} : { adoptable: true }),
    ...(edited && owner?.hash !== hash ? { edited } : {}),
  };
}

/**
 * Without the content of what stands as it was written and is wanted so: that is never compared,
 * and of thousands it would fill the memory.
 */
export function forgetSettled(
  actual: ActualObject,
  wanted: DesiredObject | undefined,
): ActualObject {
  const { hash, owner } = actual;
  return hash === owner?.hash && (!wanted || wanted.hash === hash)
    ? { ...actual, content: {} }
    : actual;
}

/**
 * Says where a dashboard lies when that is another folder of ours than the wanted one. Where a
 * person moved it to out of our folders, it stays.
 */
export function findMisplaced(
  actual: ActualObject,
  wantedFolder: string,
): ActualObject {
  const { misplaced, ...rest } = actual;
  const { folder, owner } = rest;
  return owner && folder && folder !== wantedFolder && isOurUid(folder)
    ? { ...rest, misplaced: folder }
    : rest;
}
