import { GrafanaState } from './GrafanaState';

/** What a folder holds is looked up in an index that is so late. In milliseconds. */
const LAG = 5_000;

/** Whether an object shows in what 12.4 finds in a folder. */
export function isIndexed(
  state: GrafanaState,
  { created }: { created: string },
): boolean {
  return Date.parse(state.timestamp()) - Date.parse(created) >= LAG;
}
