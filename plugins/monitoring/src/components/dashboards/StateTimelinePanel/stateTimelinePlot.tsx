import {
  StateSegment,
  stateSegments,
} from '@sightline/backstage-plugin-monitoring-common';
import { Plot, TimeAxis } from '../plot';
import { RowNames, rowPlaces, TimelineInput } from '../timeline';
import { ElementSize } from '../followSize';
import { SegmentsOfRow } from './SegmentsOfRow';
import { segmentItems } from './segmentItems';

/** A segment, in pixels. */
export interface LaidSegment extends StateSegment {
  left: number;
  width: number;
}

/** A state timeline at a size. */
export function stateTimelinePlot(
  input: TimelineInput,
  size: ElementSize,
): Plot {
  const { rows, options, look, range } = input;
  const places = rowPlaces(rows, options.rowHeight, size);
  const { area } = places;
  const span = Math.max(1, range.to - range.from);
  const x = (time: number) =>
    area.left +
    Math.min(1, Math.max(0, (time - range.from) / span)) * area.width;
  const segments = rows.map(row =>
    stateSegments(row, options, look, range.to)
      .filter(({ from, to }) => to > range.from && from < range.to)
      .map((segment): LaidSegment => {
        const left = Math.round(x(segment.from));
        return {
          ...segment,
          left,
          width: Math.max(1, Math.round(x(segment.to)) - left),
        };
      }),
  );
  return {
    area,
    range,
    items: segmentItems(input, segments, places),
    drawing: (
      <>
        <TimeAxis area={area} range={range} timeZone={look.timeZone} />
        <RowNames rows={rows} places={places} />
        {rows.map((row, index) => (
          <SegmentsOfRow
            key={row.key}
            row={row}
            segments={segments[index]}
            place={places.rows[index]}
            options={options}
            theme={look.theme}
          />
        ))}
      </>
    ),
  };
}
