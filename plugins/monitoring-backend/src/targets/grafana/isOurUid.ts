/** Whether a uid has the form of those that Sightline derives from its keys. */
export function isOurUid(uid: string): boolean {
  return /^sl-[a-z0-9-]*-[0-9a-f]{12}$/.test(uid);
}

/**
 * Whether a mark may be believed: who copies an object copies its mark too, and the copy has a uid
 * of another form.
 */
export function mayBeOurs(uid: string): boolean {
  return uid.startsWith('sl-');
}
