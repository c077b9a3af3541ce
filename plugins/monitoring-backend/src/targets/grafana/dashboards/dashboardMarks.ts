const OURS = 'sightline';
const ENTITY = 'entity:';
const HASH = 'sightline-hash:';

/** Who a dashboard belongs to, and the hash of what was last written. */
export interface DashboardOwner {
  entityRef: string;
  hash: string;
}

/** Whether a tag is one of our owner marks. */
export function isMark(tag: string): boolean {
  return tag === OURS || tag.startsWith(ENTITY) || tag.startsWith(HASH);
}

/** The tags of a dashboard, whatever it holds in their place. */
export function tagsOf(dashboard: Record<string, unknown>): string[] {
  return Array.isArray(dashboard.tags) ? dashboard.tags.map(String) : [];
}

/** Tag that every dashboard of ours has. */
export const OWNER_TAG = OURS;

/** Tag of the dashboards of one entity. */
export function entityTag(entityRef: string): string {
  return `${ENTITY}${entityRef}`;
}

/**
 * The dashboard with its owner marks. They are tags because tags are what survives a legacy save
 * (recording `apis-dashboards`: it drops every other annotation).
 */
export function markDashboard(
  dashboard: Record<string, unknown>,
  owner: DashboardOwner,
): Record<string, unknown> {
  return {
    ...dashboard,
    tags: [
      ...tagsOf(dashboard).filter(tag => !isMark(tag)),
      OURS,
      entityTag(owner.entityRef),
      `${HASH}${owner.hash}`,
    ],
  };
}

/** Who a dashboard belongs to; `undefined` when it is not ours. */
export function readDashboardOwner(
  dashboard: Record<string, unknown>,
): DashboardOwner | undefined {
  const tags = tagsOf(dashboard);
  const entity = tags.find(tag => tag.startsWith(ENTITY));
  const hash = tags.find(tag => tag.startsWith(HASH));
  return tags.includes(OURS) && entity && hash
    ? { entityRef: entity.slice(ENTITY.length), hash: hash.slice(HASH.length) }
    : undefined;
}
