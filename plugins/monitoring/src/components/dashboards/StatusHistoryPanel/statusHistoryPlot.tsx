import {
  stateGrid,
  StateCell,
} from '@sightline/backstage-plugin-monitoring-common';
import { NO_ITEMS, Plot, TimeAxis } from '../plot';
import {
  RowNames,
  RowPlaces,
  rowPlaces,
  shownText,
  stateColors,
  TimelineInput,
} from '../timeline';
import { ElementSize } from '../followSize';
import { cellItems } from './cellItems';

/** A cell, in pixels. */
export interface LaidCell extends StateCell {
  left: number;
  width: number;
}

/** A status history at a size; more columns than half the pixels cannot be told apart. */
export function statusHistoryPlot(
  input: TimelineInput,
  size: ElementSize,
): Plot {
  const { rows, options, look, t } = input;
  const places = rowPlaces(rows, options.rowHeight, size);
  const { area } = places;
  const { times, step, range, cells } = stateGrid(rows, look, input.range);
  if (times.length > size.width / 2) {
    return {
      area,
      items: NO_ITEMS,
      drawing: (
        <text x={size.width / 2} y={size.height / 2} textAnchor="middle">
          <tspan x={size.width / 2}>{t('dashboards.plot.tooMany')}</tspan>
          <tspan x={size.width / 2} dy={18}>
            {t('dashboards.plot.tooManyPoints', { count: times.length })}
          </tspan>
        </text>
      ),
    };
  }
  const span = Math.max(1, range.to - range.from);
  const column = (step / span) * area.width;
  const laid = cells.map(row =>
    row
      .filter(
        cell =>
          times[cell.column] >= range.from && times[cell.column] <= range.to,
      )
      .map((cell): LaidCell => {
        const middle =
          area.left + ((times[cell.column] - range.from) / span) * area.width;
        const width = Math.max(1, column * options.colWidth);
        return { ...cell, left: middle - width / 2, width };
      }),
  );
  return {
    area,
    range,
    items: cellItems(input, { cells: laid, times, places }),
    drawing: (
      <>
        <TimeAxis area={area} range={range} timeZone={look.timeZone} />
        <RowNames rows={rows} places={places} />
        {rows.map((row, index) => (
          <CellsOfRow
            key={row.key}
            input={input}
            index={index}
            cells={laid[index]}
            places={places}
          />
        ))}
      </>
    ),
  };
}

function CellsOfRow(props: {
  input: TimelineInput;
  index: number;
  cells: LaidCell[];
  places: RowPlaces;
}) {
  const { input, index, cells, places } = props;
  const { top, height } = places.rows[index];
  const row = input.rows[index];
  return (
    <g>
      {cells.map(({ column, color, text, left, width }) => {
        const style = stateColors(color, row, input.look.theme);
        const inset = Math.min(style.lineWidth / 2, width / 2, height / 2);
        const shown =
          height >= 12
            ? shownText(text, width, input.options.showValue)
            : undefined;
        return (
          <g key={column}>
            <rect
              x={left + inset}
              y={top + inset}
              width={width - 2 * inset}
              height={height - 2 * inset}
              fill={style.fill}
              stroke={style.lineWidth > 0 ? style.stroke : 'none'}
              strokeWidth={style.lineWidth}
            />
            {shown && (
              <text
                x={left + width / 2}
                y={top + height / 2 + 4}
                textAnchor="middle"
                style={{ fill: style.text, fontWeight: 500 }}
              >
                {shown}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}
