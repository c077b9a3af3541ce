import { MONITORING_ANNOTATION_DASHBOARDS } from './constants';
import { ProblemList } from './ProblemList';
import { splitList } from './splitList';
import { DashboardReference, Parsed } from './types';

const UID = /^uid:\s*([A-Za-z0-9_-]{1,40})$/;
const TAG = /^tag:\s*([^\s,;][^,;]{0,99})$/;

/** Parses `monitoring/dashboards`: `uid:abc, tag:ingestor`. */
export function parseDashboards(value: string): Parsed<DashboardReference[]> {
  const problems = new ProblemList(MONITORING_ANNOTATION_DASHBOARDS, value);
  const references: DashboardReference[] = [];
  for (const place of splitList(value, ',;\n')) {
    const uid = UID.exec(place.text)?.[1];
    const tag = TAG.exec(place.text)?.[1];
    if (uid) {
      references.push({ type: 'uid', value: uid });
    } else if (tag) {
      references.push({ type: 'tag', value: tag });
    } else {
      problems.error(
        `'${place.text}' names no dashboard; write uid:… or tag:…. The others are shown`,
        place,
      );
    }
  }
  return { value: references, problems: problems.problems };
}
