import { TimelineRow } from '@sightline/backstage-plugin-monitoring-common';
import { fitText } from '../plot';
import { RowPlaces } from './rowPlaces';

const GAP = 12;
const LINE_HEIGHT = 14;

/** What the rows of a timeline are called, left of them. */
export function RowNames(props: { rows: TimelineRow[]; places: RowPlaces }) {
  const { rows, places } = props;
  const { left } = places.area;
  const distance = places.area.height / Math.max(1, rows.length);
  const every = Math.max(1, Math.ceil(LINE_HEIGHT / distance));
  return (
    <g>
      {rows.map(({ key, name }, index) => {
        const { top, height } = places.rows[index];
        const text = fitText(name, left - GAP);
        return (
          index % every === 0 && (
            <text
              key={key}
              x={left - GAP}
              y={top + height / 2 + 4}
              textAnchor="end"
            >
              {text}
              {text !== name && <title>{name}</title>}
            </text>
          )
        );
      })}
    </g>
  );
}
