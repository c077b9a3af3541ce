import { isProperShare } from '../../annotations/decimals';
import { BudgetingMethod, TimeSlice } from '../../slo/types';
import { readShorthand } from '../yaml/readShorthand';
import { YamlNode } from '../yaml/YamlNode';
import { MOST_DECIMALS } from './mostDecimals';

/**
 * Reads the slices of an objective.
 *
 * @returns `null` for a method without any, `undefined` for faulty ones
 */
export function readTimeSlice(
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
