/** The name in an entity reference, for people: `lena.fischer` of `user:default/lena.fischer`. */
export function refName(ref: string): string {
  return ref.slice(ref.lastIndexOf('/') + 1);
}

/** Whether it is a catalog entity; what all entities share belongs to `sightline/…`. */
export function isEntityRef(ref: string): boolean {
  return ref.includes(':');
}
