import { ProblemList } from './ProblemList';
import { DashboardReference, Parsed } from './types';

/** Annotations of the Grafana plugins that name dashboards; they mean here what they mean there. */
export const OLDER_DASHBOARD_ANNOTATIONS = [
  'grafana/dashboard-selector',
  'grafana/tag-selector',
  'grafana/overview-dashboard',
] as const;

const EXAMPLE = `monitoring/dashboards: 'uid:abc, tag:ingestor'`;

/** A whole value that is a tag. */
const TAG = /^[\w-]+$/;

/** `tags @> 'ingestor'`, `uid == 'abc'`, and what people write: `tag=ingestor`. */
const TERM =
  /^(?:tags\s*@>\s*(['"])(?<tag>[^'"]{1,100})\1|uid\s*==\s*(['"])(?<uid>[A-Za-z0-9_-]{1,40})\3|(?<key>tag|uid)=(?<value>[^\s,;'"]{1,100}))$/;

/** The uid in the address of a dashboard. */
const ADDRESS =
  /^https?:\/\/[^/]+(?:\/[^?#]*)?\/d\/([A-Za-z0-9_-]{1,40})(?:[/?#]|$)/;

/**
 * Dashboards that an annotation of the older Grafana plugins names: a tag, terms with `||` between
 * them, or the address of a dashboard. Of an address only the uid counts, never the host.
 *
 * @param annotation - one of {@link OLDER_DASHBOARD_ANNOTATIONS}
 */
export function parseOlderDashboards(
  annotation: string,
  value: string,
): Parsed<DashboardReference[]> {
  const problems = new ProblemList(annotation, value, EXAMPLE);
  const references =
    annotation === 'grafana/overview-dashboard'
      ? readAddress(value.trim())
      : readSelector(value.trim());
  if (!references) {
    problems.error(
      annotation === 'grafana/overview-dashboard'
        ? 'It is no address of a dashboard, which has /d/ and a uid in it. The line below works'
        : "Sightline understands a tag, tags @> 'a tag' and uid == 'a uid', with || between them. The line below works",
    );
  }
  return { value: references ?? [], problems: problems.problems };
}

function readAddress(value: string): DashboardReference[] | undefined {
  const uid = ADDRESS.exec(value)?.[1];
  return uid ? [{ type: 'uid', value: uid }] : undefined;
}

function readSelector(value: string): DashboardReference[] | undefined {
  if (TAG.test(value)) {
    return [{ type: 'tag', value }];
  }
  const references = value
    .split(/\|\||,/)
    .map(term => readTerm(withoutBrackets(term.trim())));
  return references.every(one => one !== undefined) ? references : undefined;
}

function withoutBrackets(term: string): string {
  return term.startsWith('(') && term.endsWith(')')
    ? term.slice(1, -1).trim()
    : term;
}

function readTerm(term: string): DashboardReference | undefined {
  const { tag, uid, key, value } = TERM.exec(term)?.groups ?? {};
  if (tag) {
    return { type: 'tag', value: tag };
  }
  if (uid) {
    return { type: 'uid', value: uid };
  }
  return key ? { type: key as 'tag' | 'uid', value } : undefined;
}
