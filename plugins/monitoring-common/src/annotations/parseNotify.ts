import { MONITORING_ANNOTATION_NOTIFY } from './constants';
import { ProblemList } from './ProblemList';
import { splitList } from './splitList';
import { AlertSeverity, NotifyReference, Parsed } from './types';

const REFERENCE =
  /^([A-Za-z0-9][A-Za-z0-9_-]*)(?:\[(critical|warning|info)\])?$/;

/** Parses `monitoring/notify`: `media-slack, media-email[critical]`. */
export function parseNotify(value: string): Parsed<NotifyReference[]> {
  const problems = new ProblemList(MONITORING_ANNOTATION_NOTIFY, value);
  const references: NotifyReference[] = [];
  for (const place of splitList(value, ',;\n')) {
    const match = REFERENCE.exec(place.text);
    if (match) {
      references.push({
        channel: match[1],
        ...(match[2] ? { severity: match[2] as AlertSeverity } : {}),
      });
    } else {
      problems.error(
        `'${place.text}' is no channel: write its name, and a severity in brackets if only that is meant. The other channels are used`,
        place,
      );
    }
  }
  problems.warn(
    'Notification channels are not provisioned by this version; the alerts carry their severity and entity, so that Alertmanager can route them',
  );
  return { value: references, problems: problems.problems };
}
