import { MONITORING_ANNOTATION_PROVISION } from './constants';
import { nearestName } from './nearestName';
import { ProblemList } from './ProblemList';
import { splitList } from './splitList';
import { Parsed, ProvisionKind } from './types';

/** Everything that can be provisioned. */
export const PROVISION_KINDS: ProvisionKind[] = [
  'dashboards',
  'alerts',
  'slos',
  'notifications',
];

/** Parses `monitoring/provision`: `all`, `none` or a list. */
export function parseProvision(value: string): Parsed<ProvisionKind[]> {
  const problems = new ProblemList(MONITORING_ANNOTATION_PROVISION, value);
  const words = splitList(value, ',;\n');
  if (words.length === 1 && words[0].text === 'all') {
    return { value: PROVISION_KINDS, problems: [] };
  }
  if (words.length === 1 && words[0].text === 'none') {
    return { value: [], problems: [] };
  }
  const kinds: ProvisionKind[] = [];
  for (const place of words) {
    const kind = PROVISION_KINDS.find(known => known === place.text);
    if (kind) {
      kinds.push(kind);
    } else {
      const nearest = nearestName(place.text, PROVISION_KINDS);
      problems.error(
        `'${place.text}' cannot be provisioned${
          nearest ? `; did you mean '${nearest}'` : ''
        }. There are all, none, ${PROVISION_KINDS.join(', ')}`,
        place,
      );
    }
  }
  // A value of which nothing is understood must not create anything: it may have meant less.
  return { value: kinds, problems: problems.problems };
}
