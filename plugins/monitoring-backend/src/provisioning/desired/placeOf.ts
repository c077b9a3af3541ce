/** Names the place of an object among all targets. */
export function placeOf({
  target,
  uid,
}: {
  target: string;
  uid: string;
}): string {
  return `${target}|${uid}`;
}
