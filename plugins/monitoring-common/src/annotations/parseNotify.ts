import { MONITORING_ANNOTATION_NOTIFY } from './constants';
import { nearestName } from './nearestName';
import { ProblemList } from './ProblemList';
import { readList } from './readList';
import { AlertSeverity, NotifyReference, Parsed } from './types';

const REFERENCE =
  /^([A-Za-z0-9][A-Za-z0-9_-]{0,99})(?:\[(critical|warning|info)\])?$/;

/**
 * Parses `monitoring/notify`: `media-slack, media-email[critical]`.
 *
 * @param known - names of the configured channels; absent means that any is accepted
 * @public
 */
export function parseNotify(
  value: string,
  known?: readonly string[],
): Parsed<NotifyReference[]> {
  const problems = new ProblemList(MONITORING_ANNOTATION_NOTIFY, value);
  const references: NotifyReference[] = [];
  const places = readList(value, problems, {
    separators: ',;\n',
    maximum: 20,
    things: 'channels',
  });
  for (const place of places) {
    const [, channel, severity] = REFERENCE.exec(place.text) ?? [];
    if (!channel) {
      problems.error(
        `'${place.text}' is no channel: write its name, and [critical], [warning] or [info] behind it if only those alerts are meant. The other channels are used`,
        place,
      );
    } else if (known && !known.includes(channel)) {
      const nearest = nearestName(channel, known);
      problems.error(
        `No channel '${channel}' is configured${
          nearest ? `; did you mean '${nearest}'?` : '.'
        } There are: ${
          known.join(', ') || 'none'
        }. The other channels are used`,
        place,
      );
    } else {
      references.push({
        channel,
        ...(severity ? { severity: severity as AlertSeverity } : {}),
      });
    }
  }
  return { value: references, problems: problems.problems };
}
