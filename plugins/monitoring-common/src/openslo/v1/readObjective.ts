import { isProperShare, percentToShare } from '../../annotations/decimals';
import { BudgetingMethod, Sli, TimeSlice } from '../../slo/types';
import { YamlNode } from '../yaml/YamlNode';
import { MOST_DECIMALS } from './mostDecimals';
import { Indicator } from './readIndicator';
import { readOperator } from './readOperator';
import { readTimeSlice } from './readTimeSlice';

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
