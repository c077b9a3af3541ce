const PREFIX = 'sightline-';
const SUFFIX = '.yaml';

/** Whether a file has a name of ours; whether it is ours its mark says. */
export function isRuleFile(name: string): boolean {
  return name.startsWith(PREFIX) && name.endsWith(SUFFIX);
}

/** Name of the file of an object. */
export function ruleFileName(uid: string): string {
  return `${PREFIX}${uid}${SUFFIX}`;
}

/** Uid of the object that a file of this name holds. */
export function ruleFileUid(name: string): string {
  return name.slice(PREFIX.length, -SUFFIX.length);
}
