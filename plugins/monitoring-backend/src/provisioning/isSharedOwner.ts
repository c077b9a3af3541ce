/** No ref of an entity begins so. */
const SHARED = 'sightline/';

/** Whether what belongs to a ref belongs to no entity, but is shared by all. */
export function isSharedOwner(ref: string): boolean {
  return ref.startsWith(SHARED);
}
