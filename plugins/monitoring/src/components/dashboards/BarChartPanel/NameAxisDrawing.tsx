import type { BarLayout } from './layoutBars';

/** The names of the groups, below the bars or beside them. */
export function NameAxisDrawing({ layout }: { layout: BarLayout }) {
  const { area, names, slots, isUpright } = layout;
  const bottom = area.top + area.height;
  return (
    <g>
      {names.texts.map((text, index) => {
        if (text === undefined) {
          return null;
        }
        const middle = (slots[index].from + slots[index].to) / 2;
        if (!isUpright) {
          return (
            <text key={index} x={area.left - 8} y={middle + 4} textAnchor="end">
              {text}
            </text>
          );
        }
        const y = bottom + (names.rotation === 0 ? 20 : 14);
        const anchor = names.rotation > 0 ? 'start' : 'end';
        return (
          <text
            key={index}
            x={middle}
            y={y}
            textAnchor={names.rotation === 0 ? 'middle' : anchor}
            transform={
              names.rotation === 0
                ? undefined
                : `rotate(${names.rotation} ${middle} ${y})`
            }
          >
            {text}
          </text>
        );
      })}
      {names.label && isUpright && (
        <text
          x={area.left + area.width / 2}
          y={bottom + names.size - 4}
          textAnchor="middle"
        >
          {names.label}
        </text>
      )}
      {names.label && !isUpright && (
        <text
          x={12}
          y={area.top + area.height / 2}
          textAnchor="middle"
          transform={`rotate(-90 12 ${area.top + area.height / 2})`}
        >
          {names.label}
        </text>
      )}
    </g>
  );
}
