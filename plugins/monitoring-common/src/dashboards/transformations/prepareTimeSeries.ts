import { compileFieldMatcher } from '../frames/fieldMatches';
import { joinFrames } from './joinFrames';
import { partitionFrame } from './partitionByValues';
import { sortFrame } from './sortFrame';
import { toLongSeries } from './toLongSeries';
import { toMultiSeries } from './toMultiSeries';
import { Transform } from './Transform';

/** Series as one frame with a column for each, as one with a row for each value, or as a frame each. */
export const prepareTimeSeries: Transform = (frames, { format }) => {
  switch (format) {
    case 'many':
    case 'multi':
      return toMultiSeries(frames);
    case 'long':
      return toLongSeries(frames);
    default: {
      const series = frames.flatMap(frame =>
        frame.meta?.type === 'timeseries-long'
          ? partitionFrame(frame, ({ type }) => type === 'string')
          : [frame],
      );
      if (series.length === 0) {
        return [];
      }
      const isTime = compileFieldMatcher({ id: 'firstTimeField' });
      const wide =
        series.length === 1
          ? sortFrame(
              series[0],
              series[0].fields.findIndex(({ type }) => type === 'time'),
            )
          : joinFrames(series, isTime);
      return [{ ...wide, meta: { ...wide.meta, type: 'timeseries-wide' } }];
    }
  }
};
