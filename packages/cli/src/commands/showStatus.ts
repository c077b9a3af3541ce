import { measureSlos } from '@sightline/backstage-plugin-monitoring-backend/offline';
import {
  compareSloUrgency,
  SLO_STATES_BY_URGENCY,
  SloState,
  SloStatus,
} from '@sightline/backstage-plugin-monitoring-common';
import { ExitCode, exitCodes } from '../exitCodes';
import { answering } from '../servers/createClient';
import { FoundSlo } from '../slos/FoundSlo';
import { loadSlos } from '../slos/loadSlos';
import { formatStatus } from '../status/formatStatus';
import { StatusOptions } from '../status/StatusOptions';
import { Terminal } from '../Terminal';
import { UsageError } from '../UsageError';

function readStates(text: string | undefined): SloState[] {
  return (text ?? '')
    .split(',')
    .map(state => state.trim())
    .filter(Boolean)
    .map(state => {
      const known = SLO_STATES_BY_URGENCY.find(one => one === state);
      if (!known) {
        throw new UsageError(
          `--fail-on has '${state}'; expected ${SLO_STATES_BY_URGENCY.join(
            ', ',
          )}`,
        );
      }
      return known;
    });
}

function withOwners(statuses: SloStatus[], found: FoundSlo[]): SloStatus[] {
  return statuses.map((status, index) => ({
    ...status,
    ...(found[index].owner ? { owner: found[index].owner } : {}),
  }));
}

/** `sightline slo status`: measures SLOs and shows how they stand. */
export async function showStatus(
  files: string[],
  options: StatusOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const failing = readStates(options.failOn);
  const {
    slos: found,
    problems,
    errors,
    client,
  } = await loadSlos(files, options, terminal);
  if (found.length === 0 && errors === 0) {
    throw new UsageError('There are no SLOs in what was read');
  }
  const time = Math.floor(terminal.now().getTime() / 1_000);
  const measured = client
    ? await answering(
        measureSlos(
          client,
          found.map(({ slo }) => slo),
          { time },
        ),
      )
    : [];
  const slos = withOwners(measured, found).sort(compareSloUrgency);
  if (options.format === 'json') {
    terminal.out(
      `${JSON.stringify(
        { measuredAt: new Date(time * 1_000).toISOString(), slos, problems },
        undefined,
        2,
      )}\n`,
    );
  } else if (slos.length > 0) {
    terminal.out(
      formatStatus(slos, {
        colours: terminal.isInteractive && !terminal.env.NO_COLOR,
      }),
    );
  }
  return errors > 0 || slos.some(({ state }) => failing.includes(state))
    ? exitCodes.problems
    : exitCodes.fine;
}
