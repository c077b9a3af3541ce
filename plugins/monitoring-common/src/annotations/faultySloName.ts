import { parseDuration } from '../durations/parseDuration';
import { sloId } from '../slo/sloId';
import { nearestWord } from './nearestWord';
import { SLO_TYPES } from './sloTypes';

/**
 * What an SLO would be called whose short form has a fault, as well as that can be told: a mistake
 * in its objective or window is in neither.
 */
export function faultySloName(text: string): string {
  const [first = ''] = text.trim().split(/[\s<]/);
  const near = nearestWord(first, SLO_TYPES);
  const type = SLO_TYPES.find(known => known === (near ?? first));
  const name = /(?:^|\s)name=([a-z0-9-]+)/.exec(text)?.[1];
  const threshold = /<\s*([0-9.]+[a-z]+)/.exec(text)?.[1];
  return sloId({
    type: type ?? 'availability',
    name: name ?? (type ? undefined : first),
    thresholdSeconds: threshold ? parseDuration(threshold) : undefined,
  });
}
