import {
  formatSloWindow,
  SloState,
  SloStatus,
} from '@sightline/backstage-plugin-monitoring-common';
import {
  budgetText,
  burnText,
  eventsText,
  goneText,
  minutesText,
  objectiveText,
  sliText,
} from './figures';
import { formatTable } from './formatTable';

const HEAD = [
  'STATE',
  'SERVICE',
  'SLO',
  'SLI',
  'OBJECTIVE',
  'WINDOW',
  'BUDGET LEFT',
  'MINUTES',
  'EVENTS',
  'BURN',
  'GONE IN',
];

/** Colours of terminals; the word says the same. */
const COLOURS: Partial<Record<SloState, number>> = {
  burning: 31,
  exhausted: 31,
  invalid: 31,
  warning: 33,
  'no-data': 33,
  stale: 33,
  ok: 32,
};

function serviceOf({ entityRef }: SloStatus): string {
  return entityRef.replace(/^component:default\//, '');
}

function row(slo: SloStatus): string[] {
  return [
    slo.state,
    serviceOf(slo),
    slo.id,
    sliText(slo),
    objectiveText(slo),
    formatSloWindow(slo.window),
    budgetText(slo),
    minutesText(slo),
    eventsText(slo),
    burnText(slo),
    goneText(slo),
  ];
}

function coloured(line: string, state: SloState): string {
  const colour = COLOURS[state];
  return colour === undefined
    ? line
    : line.replace(state, `\u001b[${colour}m${state}\u001b[0m`);
}

/**
 * SLOs as a table, and below it why those that are not well are not.
 *
 * @param slos - in the order in which they are to be shown
 */
export function formatStatus(
  slos: SloStatus[],
  options: { colours: boolean },
): string {
  const [head, ...lines] = formatTable([HEAD, ...slos.map(row)])
    .trimEnd()
    .split('\n');
  const shown = lines.map((line, index) =>
    options.colours ? coloured(line, slos[index].state) : line,
  );
  const reasons = slos.flatMap(slo =>
    slo.reason && slo.state !== 'ok'
      ? [`${serviceOf(slo)} ${slo.id}: ${slo.reason}`]
      : [],
  );
  return `${[
    head,
    ...shown,
    ...(reasons.length > 0 ? ['', ...reasons] : []),
  ].join('\n')}\n`;
}
