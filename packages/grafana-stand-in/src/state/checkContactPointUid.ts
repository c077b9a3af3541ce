/** What is wrong with the uid of a contact point, in the words of 12.4. */
export function checkUid(uid: string): string | undefined {
  if (uid.length > 40) {
    return 'UID is longer than 40 symbols';
  }
  return /^[a-zA-Z0-9_-]+$/.test(uid)
    ? undefined
    : "invalid format of UID. Only letters, numbers, '-' and '_' are allowed";
}
