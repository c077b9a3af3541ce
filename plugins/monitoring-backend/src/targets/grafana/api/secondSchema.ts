import { GrafanaHttp } from './GrafanaHttp';
import { KubernetesObject } from './kubernetes';

/** Why such a dashboard is left alone, for people. */
export const OF_SECOND_SCHEMA =
  'It is stored in the second version of the dashboard schema, of which the first cannot hold everything; delete it or save it as a new dashboard, and the next run creates ours';

/** Whether a version of the API is one of the second schema. */
export function isSecondSchema(version: string): boolean {
  return version.startsWith('v2');
}

/**
 * Whether a dashboard is stored in the second schema now: read in that, and in no other, it tells.
 *
 * @param path - of the dashboard, in a version of the second schema
 * @returns `undefined` when it cannot be told
 */
export async function isStoredInSecond(
  http: GrafanaHttp,
  path: string,
  signal?: AbortSignal,
): Promise<boolean | undefined> {
  const answer = await http.answer({ path, signal });
  if (answer.status !== 200) {
    return undefined;
  }
  const { status } = http.read<Partial<KubernetesObject<unknown>>>(answer);
  const stored = status?.conversion?.storedVersion;
  // What is read as it is stored was not converted.
  return stored === undefined || isSecondSchema(stored);
}
