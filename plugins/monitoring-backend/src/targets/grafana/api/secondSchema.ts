import { GrafanaHttp } from './GrafanaHttp';
import { KubernetesObject } from './kubernetes';

/** Why such a dashboard is left alone, for people. */
export const OF_SECOND_SCHEMA =
  'It is stored in the second version of the dashboard schema, of which the first cannot hold everything; delete it or save it as a new dashboard, and the next run creates ours';

/** Whether a version of the API is one of the second schema. */
export function isSecondSchema(version: string): boolean {
  return version.startsWith('v2');
}

/** Forms of the first schema, the most usual one first. */
const FIRST = ['v1beta1', 'v1', 'v0alpha1'];

/** A path with another version of the API. */
export function inVersion(path: string, version: string): string {
  return path.replace(
    /\/v[^/]+\/namespaces\//,
    `/${encodeURIComponent(version)}/namespaces/`,
  );
}

/**
 * Whether a dashboard is stored in the second schema now. A read that converts tells the form that
 * is stored; one that does not has the status of before, for ever: none, or the form that it had
 * then. So where the second schema tells of the first, a form that is neither of the two decides.
 *
 * @param path - of the dashboard, in a version of the second schema
 * @returns `true` also in doubt; `undefined` when it is not served there
 */
export async function isStoredInSecond(
  http: GrafanaHttp,
  path: string,
  signal?: AbortSignal,
): Promise<boolean | undefined> {
  const told = await statusIn(http, path, signal);
  if (!told) {
    return undefined;
  }
  const { storedVersion } = told;
  // What is read as it is stored was not converted.
  if (storedVersion === undefined || isSecondSchema(storedVersion)) {
    return true;
  }
  for (const version of FIRST.filter(one => one !== storedVersion)) {
    const decides = await statusIn(http, inVersion(path, version), signal);
    if (decides) {
      return isSecondSchema(decides.storedVersion ?? '');
    }
  }
  return true;
}

/** What a read says of the stored form; `undefined` when that form is not served. */
async function statusIn(
  http: GrafanaHttp,
  path: string,
  signal?: AbortSignal,
): Promise<{ storedVersion?: string } | undefined> {
  const answer = await http.answer({ path, signal });
  if (answer.status !== 200) {
    return undefined;
  }
  const { status } = http.read<Partial<KubernetesObject<unknown>>>(answer);
  return { storedVersion: status?.conversion?.storedVersion };
}
