/** Why 12.4 refuses a uid; `undefined` when it takes it. */
export function checkUid(uid: string): string | undefined {
  if (uid.length > 40) {
    return 'uid too long, max 40 characters';
  }
  return /^[a-zA-Z0-9_-]*$/.test(uid)
    ? undefined
    : 'uid contains illegal characters';
}
