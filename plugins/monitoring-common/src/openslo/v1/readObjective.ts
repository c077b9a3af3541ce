import { nearestName } from '../../annotations/nearestName';
import { isProperShare, percentToShare } from '../../annotations/decimals';
import { BudgetingMethod, Sli, TimeSlice } from '../../slo/types';
import { readShorthand } from '../yaml/readShorthand';
import { YamlNode } from '../yaml/YamlNode';
import { Indicator } from './readIndicator';

export const OBJECTIVE_FIELDS = [
  'displayName',
  'op',
  'value',
  'target',
  'targetPercent',
  'timeSliceTarget',
  'timeSliceWindow',
  'indicator',
  'indicatorRef',
  'compositeWeight',
];

const OPERATORS = { lt: '<', lte: '<=', gt: '>', gte: '>=' } as const;
/** Digits behind the point that rules can be computed with exactly. */
const MOST_DECIMALS = 12;

/** What one objective says. */
export interface Objective {
  sli: Sli;
  objective: string;
  timeSlice?: TimeSlice;
}

/** Reads one entry of `objectives`. */
export function readObjective(
  node: YamlNode,
  indicator: Indicator,
  method: BudgetingMethod,
  windowSeconds: number,
): Objective | undefined {
  const sli = readSli(node, indicator.metric);
  const objective = readTarget(node);
  const timeSlice = readTimeSlice(node, method, windowSeconds);
  if (!sli || objective === undefined || timeSlice === undefined) {
    return undefined;
  }
  return { sli, objective, ...(timeSlice ? { timeSlice } : {}) };
}

function readSli(node: YamlNode, metric: Indicator['metric']): Sli | undefined {
  const op = node.get('op');
  const value = node.get('value');
  if ('sli' in metric) {
    for (const field of [op, value].filter(({ isMissing }) => !isMissing)) {
      field.warn('has a meaning with a thresholdMetric only, and is not used');
    }
    return metric.sli;
  }
  const operator = readOperator(op);
  if (value.isMissing) {
    value.error('is missing, which a thresholdMetric is compared with');
  }
  const number = value.number();
  if (operator === undefined || number === undefined) {
    return undefined;
  }
  return metric.own && operator === '>=' && number === 1
    ? metric.own
    : { type: 'threshold', query: metric.gauge, operator, value: number };
}

/** Reads `op`. */
export function readOperator(
  node: YamlNode,
): '<' | '<=' | '>' | '>=' | undefined {
  const text = node.text();
  if (text !== undefined && Object.hasOwn(OPERATORS, text)) {
    return OPERATORS[text as keyof typeof OPERATORS];
  }
  const near =
    text === undefined
      ? undefined
      : Object.keys(OPERATORS).find(
          name =>
            name === text.toLowerCase() ||
            OPERATORS[name as keyof typeof OPERATORS] === text,
        );
  node.error(
    node.isMissing
      ? 'is missing: one of lt, lte, gt, gte'
      : `${node.quote()} is no comparison: write lt, lte, gt or gte${
          near ? `. Is ${near} meant?` : ''
        }`,
  );
  return undefined;
}

function readTarget(node: YamlNode): string | undefined {
  const target = node.get('target');
  const percent = node.get('targetPercent');
  if (target.isMissing === percent.isMissing) {
    node.error('needs one of target and targetPercent, and only one of them');
    return undefined;
  }
  const field = percent.isMissing ? target : percent;
  const text = field.decimal();
  if (text === undefined) {
    return undefined;
  }
  const share =
    percent.isMissing || text.startsWith('-') ? text : percentToShare(text);
  if (share.startsWith('-') || !isProperShare(share)) {
    field.error(
      `${field.quote()} leaves nothing to measure: it must lie between 0 and ${
        percent.isMissing ? '1' : '100'
      }, both excluded${
        percent.isMissing && Number(text) > 1 && Number(text) < 100
          ? `. Is targetPercent: ${text} meant?`
          : ''
      }`,
    );
    return undefined;
  }
  if ((share.split('.')[1] ?? '').length > MOST_DECIMALS) {
    field.error(
      `${field.quote()} is finer than any figure: at most ${
        percent.isMissing ? MOST_DECIMALS : MOST_DECIMALS - 2
      } decimals`,
    );
    return undefined;
  }
  return share;
}

/** `null` for a method without slices. */
function readTimeSlice(
  node: YamlNode,
  method: BudgetingMethod,
  windowSeconds: number,
): TimeSlice | null | undefined {
  const target = node.get('timeSliceTarget');
  const window = node.get('timeSliceWindow');
  const unused = method === 'Occurrences' ? [target, window] : [target];
  if (method !== 'Timeslices') {
    for (const field of unused.filter(({ isMissing }) => !isMissing)) {
      field.warn(`has no meaning with ${method}, and is not used`);
    }
  }
  if (method === 'Occurrences') {
    return null;
  }
  const seconds = readSlice(window, method, windowSeconds);
  if (method === 'RatioTimeslices') {
    return seconds === undefined ? undefined : { seconds };
  }
  const share = readSliceTarget(target);
  return seconds === undefined || share === undefined
    ? undefined
    : { seconds, target: share };
}

function readSliceTarget(node: YamlNode): string | undefined {
  if (node.isMissing) {
    node.error(
      'is missing: the share of good events from which on a slice is good, such as 0.95',
    );
    return undefined;
  }
  const text = node.decimal();
  if (text === undefined) {
    return undefined;
  }
  if (text !== '1' && (text.startsWith('-') || !isProperShare(text))) {
    node.error(
      `${node.quote()} is no share of good events: it lies above 0 and is at most 1${
        Number(text) > 1 && Number(text) <= 100
          ? `. Is ${Number(text) / 100} meant?`
          : ''
      }`,
    );
    return undefined;
  }
  if ((text.split('.')[1] ?? '').length > MOST_DECIMALS) {
    node.error(
      `${node.quote()} is finer than any figure: at most ${MOST_DECIMALS} decimals`,
    );
    return undefined;
  }
  return text;
}

/** Rules look at slices by five minutes, or at several in five minutes. */
const STEP = 300;
const SHORTEST_SLICE = 60;

function readSlice(
  node: YamlNode,
  method: BudgetingMethod,
  windowSeconds: number,
): number | undefined {
  if (node.isMissing) {
    node.error(
      `is missing, which ${method} needs: the length of a slice, such as 5m`,
    );
    return undefined;
  }
  const seconds = node.isNumber
    ? readMinutes(node)
    : readShorthand(node)?.seconds;
  if (seconds === undefined) {
    return undefined;
  }
  if (
    seconds < SHORTEST_SLICE ||
    (STEP % seconds !== 0 && seconds % STEP !== 0)
  ) {
    const near = Math.max(STEP, Math.round(seconds / STEP) * STEP) / 60;
    node.error(
      `${node.quote()} is no length of a slice: it is 1m, 5m or a multiple of 5m. ${near}m is the nearest`,
    );
    return undefined;
  }
  if (seconds >= windowSeconds) {
    node.error(
      `${node.quote()} is no slice of the SLO's window, which is no longer itself`,
    );
    return undefined;
  }
  return seconds;
}

function readMinutes(node: YamlNode): number | undefined {
  const minutes = node.number();
  if (minutes === undefined || !Number.isInteger(minutes) || minutes < 1) {
    node.error(`${node.quote()} is no number of minutes; write 5m`);
    return undefined;
  }
  node.warn(`is read as minutes; other tools want it written as ${minutes}m`);
  return minutes * 60;
}

const METHODS: BudgetingMethod[] = [
  'Occurrences',
  'Timeslices',
  'RatioTimeslices',
];

/** Reads `budgetingMethod`. */
export function readBudgetingMethod(
  node: YamlNode,
): BudgetingMethod | undefined {
  const text = node.text();
  const found = METHODS.find(method => method === text);
  if (!found) {
    const near = text === undefined ? undefined : nearestName(text, METHODS);
    node.error(
      node.isMissing
        ? `is missing: one of ${METHODS.join(', ')}`
        : `${node.quote()} is no budgeting method: write ${METHODS.join(
            ', ',
          )}, with capitals as here${near ? `. Is ${near} meant?` : ''}`,
    );
  }
  return found;
}
