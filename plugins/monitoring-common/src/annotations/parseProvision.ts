import { MONITORING_ANNOTATION_PROVISION } from './constants';
import { nearestName } from './nearestName';
import { Place, ProblemList } from './ProblemList';
import { splitList } from './splitList';
import { Parsed, ProvisionKind } from './types';

/** Everything that can be provisioned. */
export const PROVISION_KINDS: ProvisionKind[] = [
  'dashboards',
  'alerts',
  'slos',
  'notifications',
];

function describeFault({ text }: Place): string {
  if (text === 'all' || text === 'none') {
    return `'${text}' stands alone, without others beside it. The others count`;
  }
  const nearest = nearestName(text, PROVISION_KINDS);
  return `'${text}' cannot be provisioned${
    nearest ? `; did you mean '${nearest}'?` : '.'
  } Write all, none, or some of ${PROVISION_KINDS.join(
    ', ',
  )}. Only what is understood is provisioned`;
}

/** Parses `monitoring/provision`: `all`, `none` or a list. */
export function parseProvision(value: string): Parsed<ProvisionKind[]> {
  const problems = new ProblemList(MONITORING_ANNOTATION_PROVISION, value);
  const words = splitList(value, ',;\n').slice(0, 20);
  if (words.length === 1 && words[0].text === 'all') {
    return { value: [...PROVISION_KINDS], problems: [] };
  }
  if (words.length === 1 && words[0].text === 'none') {
    return { value: [], problems: [] };
  }
  // A value of which nothing is understood must not create anything: it may have meant less.
  const kinds = new Set<ProvisionKind>();
  for (const place of words) {
    const kind = PROVISION_KINDS.find(known => known === place.text);
    if (kind) {
      kinds.add(kind);
    } else {
      problems.error(describeFault(place), place);
    }
  }
  if (words.length === 0) {
    problems.error(
      'The annotation is empty, so nothing is provisioned. Write all, none or a list',
    );
  }
  return { value: [...kinds], problems: problems.problems };
}
