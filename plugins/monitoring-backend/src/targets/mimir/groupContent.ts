import {
  formatDuration,
  parseDuration,
} from '@sightline/backstage-plugin-monitoring-common';
import { hashContent } from '@sightline/backstage-plugin-monitoring-node';
import { RulerGroup } from './MimirRulerClient';

type Fields = Record<string, unknown>;

const GROUP_DURATIONS = ['interval', 'query_offset', 'evaluation_delay'];
const RULE_DURATIONS = ['for', 'keep_firing_for'];

function isEmpty(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    value === '' ||
    value === 0 ||
    value === false ||
    (typeof value === 'object' && Object.keys(value as object).length === 0)
  );
}

/** Durations in one spelling; what is zero or empty is left out, as the ruler does. */
function normalise(fields: Fields, durations: string[]): Fields {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]): [string, unknown][] => {
      if (durations.includes(name)) {
        const seconds = parseDuration(String(value ?? '0s'));
        return seconds === undefined ? [] : [[name, formatDuration(seconds)]];
      }
      return isEmpty(value) ? [] : [[name, value]];
    }),
  );
}

/**
 * A group as its author meant it: in the form in which the ruler gives it back (recording
 * `ruler.roundtrip`), which keeps the text of an expression and rewrites the rest.
 */
export function groupContent(group: RulerGroup): RulerGroup {
  const { name, rules = [], ...fields } = group;
  return {
    name,
    ...normalise(fields, GROUP_DURATIONS),
    rules: rules.map(rule => normalise(rule, RULE_DURATIONS)),
  };
}

/** Hash of one group's content. */
export function hashGroup(group: RulerGroup): string {
  return hashContent(groupContent(group));
}

/** Hash of several groups, of which only the hashes are known; their order means nothing. */
export function hashOfHashes(hashes: [name: string, hash: string][]): string {
  return hashContent([...hashes].sort(([a], [b]) => (a < b ? -1 : 1)));
}
