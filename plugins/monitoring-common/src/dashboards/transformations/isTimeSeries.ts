import { DataField, DataFrame } from '../frames/DataFrame';

/** So many times are looked at. */
const SAMPLES = 100;

/** Whether a frame is one of series: it has numbers, and times that only go on. */
export function isTimeSeriesFrame({ fields }: DataFrame): boolean {
  return (
    fields.some(({ type }) => type === 'number') && fields.some(isTimeField)
  );
}

/** Whether a field has times that only go on. */
export function isTimeField({ type, values }: DataField): boolean {
  if (type !== 'time') {
    return false;
  }
  let latest = -Infinity;
  return values.slice(0, SAMPLES).every(time => {
    const isLater = typeof time === 'number' && time > latest;
    latest = isLater ? time : latest;
    return isLater;
  });
}
