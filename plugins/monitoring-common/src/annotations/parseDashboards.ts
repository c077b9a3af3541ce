import { MONITORING_ANNOTATION_DASHBOARDS } from './constants';
import { ProblemList } from './ProblemList';
import { readList } from './readList';
import { DashboardReference, Parsed } from './types';

const UID = /^uid:\s*([A-Za-z0-9_-]{1,40})$/;
const TAG = /^tag:\s*([^\s,;][^,;]{0,99})$/;

function parseDashboard(text: string): DashboardReference | undefined {
  const uid = UID.exec(text)?.[1];
  if (uid) {
    return { type: 'uid', value: uid };
  }
  const tag = TAG.exec(text)?.[1];
  return tag ? { type: 'tag', value: tag } : undefined;
}

/** Parses `monitoring/dashboards`: `uid:abc, tag:ingestor`. */
export function parseDashboards(value: string): Parsed<DashboardReference[]> {
  const problems = new ProblemList(MONITORING_ANNOTATION_DASHBOARDS, value);
  const references: DashboardReference[] = [];
  const places = readList(value, problems, {
    separators: ',;\n',
    maximum: 50,
    things: 'dashboards',
  });
  for (const place of places) {
    const reference = parseDashboard(place.text);
    if (!reference) {
      problems.error(
        `'${place.text}' names no dashboard: write uid: and the uid from its address in Grafana, or tag: and a tag. The other dashboards are shown`,
        place,
      );
    } else if (
      references.some(
        ({ type, value: named }) =>
          type === reference.type && named === reference.value,
      )
    ) {
      problems.warn(`'${place.text}' is named twice`, place);
    } else {
      references.push(reference);
    }
  }
  return { value: references, problems: problems.problems };
}
