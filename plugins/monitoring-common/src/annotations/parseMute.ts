import { MONITORING_ANNOTATION_MUTE } from './constants';
import { nearestName } from './nearestName';
import { ProblemList } from './ProblemList';
import { readList } from './readList';
import { AlertSeverity, MuteReference, Parsed } from './types';

const REFERENCE =
  /^([A-Za-z0-9][A-Za-z0-9_-]{0,99})(?:\[(critical|warning|info)\])?$/;

/**
 * Parses `monitoring/mute`: `weekends, outside-office-hours[warning]`. A part that is not
 * understood mutes nothing: somebody is told rather than nobody.
 *
 * @param known - names of the configured mute timings; absent means that any is accepted
 */
export function parseMute(
  value: string,
  known?: readonly string[],
): Parsed<MuteReference[]> {
  const problems = new ProblemList(
    MONITORING_ANNOTATION_MUTE,
    value,
    known?.slice(0, 2).join(', ') || undefined,
  );
  const references: MuteReference[] = [];
  const places = readList(value, problems, {
    separators: ',;\n',
    maximum: 20,
    things: 'mute timings',
  });
  for (const place of places) {
    const [, timing, severity] = REFERENCE.exec(place.text) ?? [];
    if (!timing) {
      problems.error(
        `'${place.text}' is no mute timing: write its name, and [critical], [warning] or [info] behind it if only those alerts are meant. The other mute timings are used`,
        place,
      );
    } else if (known && !known.includes(timing)) {
      const nearest = nearestName(timing, known);
      problems.error(
        `No mute timing '${timing}' is configured${
          nearest ? `; did you mean '${nearest}'?` : '.'
        } There are: ${
          known.join(', ') || 'none'
        }. The other mute timings are used`,
        place,
      );
    } else {
      references.push({
        timing,
        ...(severity ? { severity: severity as AlertSeverity } : {}),
      });
    }
  }
  return { value: references, problems: problems.problems };
}
