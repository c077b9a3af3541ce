import { KeyboardEvent, MouseEvent, useContext, useRef, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import {
  fieldLinks,
  PieChartOptions,
  readableOn,
} from '@sightline/backstage-plugin-monitoring-common';
import { ClockContext } from '../../../hooks/Clock';
import { monitoringDashboardsTranslationRef } from '../../../translation';
import { PanelProps } from '../types';
import { useElementSize } from '../useElementSize';
import { PieItem, pieTexts } from './pieItems';
import { PieTooltip } from './PieTooltip';
import { slicePath, slicePoint } from './slicePath';

const MARGIN = 8;
const USUAL_SIZE = { width: 240, height: 200 };
/** Slices that are narrower have no room for text, in radians. */
const NARROWEST_LABEL = 0.3;
const SMALLEST_TYPE = 12;

const useStyles = makeStyles(theme => ({
  root: {
    position: 'relative',
    flex: 1,
    minWidth: 0,
    minHeight: 0,
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    overflow: 'hidden',
  },
  svg: {
    borderRadius: '50%',
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: -2,
    },
  },
  slice: {
    transition: theme.transitions.create('opacity', { duration: 150 }),
  },
  label: {
    fontWeight: 500,
    pointerEvents: 'none',
  },
}));

/** Props of {@link PieDrawing}. */
export interface PieDrawingProps
  extends Pick<PanelProps, 'title' | 'frames' | 'variables' | 'range'> {
  items: PieItem[];
  options: PieChartOptions;
  /** Key of the item that the legend is on. */
  highlighted: string | undefined;
}

/** The pie or the ring. The arrow keys go from slice to slice; enter follows a slice's link. */
export function PieDrawing(props: PieDrawingProps) {
  const { items, options, title, highlighted } = props;
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const classes = useStyles();
  const { palette } = useTheme();
  const { timeZone } = useContext(ClockContext);
  const rootRef = useRef<HTMLDivElement>(null);
  const area = useElementSize(rootRef) ?? USUAL_SIZE;
  const [active, setActive] = useState<{
    key: string;
    at?: { x: number; y: number };
  }>();

  const slices = items.filter(({ arc }) => arc);
  const size = Math.max(40, Math.min(area.width, area.height) - 2 * MARGIN);
  const outer = size / 2 - 2;
  const inner = options.shape === 'donut' ? outer - Math.max(outer / 3, 20) : 0;
  const emphasized = active?.key ?? highlighted;
  const shown = slices.find(({ key }) => key === active?.key);

  const linkOf = ({ figure }: PieItem) =>
    figure.source &&
    fieldLinks(
      { ...figure.source, frames: props.frames },
      { row: figure.source.row, calculated: figure.value },
      { variables: props.variables, range: props.range },
      { theme: palette.type, timeZone },
    )[0];
  const follow = (item: PieItem) => {
    const link = linkOf(item);
    if (link) {
      window.open(
        link.url,
        link.targetBlank ? '_blank' : '_self',
        'noopener,noreferrer',
      );
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const now = slices.findIndex(({ key }) => key === active?.key);
    const steps: Record<string, number> = {
      ArrowRight: 1,
      ArrowDown: 1,
      ArrowLeft: -1,
      ArrowUp: -1,
    };
    if (steps[event.key] && slices.length) {
      event.preventDefault();
      const next = (now + steps[event.key] + slices.length) % slices.length;
      const start = now < 0 && steps[event.key] < 0 ? slices.length - 1 : next;
      setActive({ key: slices[start].key });
    } else if (event.key === 'Escape') {
      setActive(undefined);
    } else if (event.key === 'Enter' && shown) {
      follow(shown);
    }
  };
  const onPointer = (event: MouseEvent, key: string) => {
    const bounds = rootRef.current?.getBoundingClientRect();
    setActive({
      key,
      at: bounds && {
        x: event.clientX - bounds.left,
        y: event.clientY - bounds.top,
      },
    });
  };

  return (
    <div className={classes.root} ref={rootRef}>
      <svg
        className={classes.svg}
        width={size}
        height={size}
        viewBox={`${-size / 2} ${-size / 2} ${size} ${size}`}
        role="img"
        aria-label={labelOf(t, title, slices)}
        // The arrow keys go through the slices.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        onKeyDown={onKeyDown}
        onBlur={() => setActive(undefined)}
      >
        {slices.map(item => (
          <path
            key={item.key}
            className={classes.slice}
            d={slicePath(item.arc!, outer, inner)}
            fill={item.color}
            fillRule="evenodd"
            stroke={palette.background.paper}
            strokeWidth={1.5}
            opacity={emphasized && emphasized !== item.key ? 0.5 : 1}
            style={{ cursor: linkOf(item) ? 'pointer' : undefined }}
            onMouseMove={event => onPointer(event, item.key)}
            onMouseLeave={() => setActive(undefined)}
            onClick={() => follow(item)}
          />
        ))}
        {slices
          .filter(
            ({ arc }) =>
              options.labels.length > 0 &&
              arc!.end - arc!.start >= NARROWEST_LABEL,
          )
          .map(item => (
            <SliceLabel
              key={item.key}
              item={item}
              options={options}
              outer={outer}
              inner={inner}
            />
          ))}
      </svg>
      {shown && options.tooltip.mode !== 'none' && (
        <PieTooltip
          items={slices}
          active={shown}
          options={options.tooltip}
          at={active?.at ?? centerOf(shown, area, (outer + inner) / 2)}
          area={area}
        />
      )}
    </div>
  );
}

function SliceLabel(props: {
  item: PieItem;
  options: PieChartOptions;
  outer: number;
  inner: number;
}) {
  const { item, options, outer, inner } = props;
  const classes = useStyles();
  const { start, end } = item.arc!;
  const from = inner === 0 ? outer / 6 : inner;
  const { x, y } = slicePoint((outer + from) / 2, (start + end) / 2);
  const lines = pieTexts(item, options.labels);
  const named = options.labels.includes('name');
  const size = Math.min(
    Math.max((outer / (named ? 150 : 100)) * 14, SMALLEST_TYPE),
    named ? 30 : 36,
  );
  return (
    <text
      className={classes.label}
      textAnchor="middle"
      fontSize={size}
      fill={readableOn(item.color)}
      y={y - ((lines.length - 1) / 2) * size * 1.2}
    >
      {lines.map((line, index) => (
        <tspan
          key={options.labels[index]}
          x={x}
          dy={index ? '1.2em' : '0.35em'}
        >
          {line}
        </tspan>
      ))}
    </text>
  );
}

function centerOf(
  { arc }: PieItem,
  area: { width: number; height: number },
  radius: number,
): { x: number; y: number } {
  const { x, y } = slicePoint(radius, (arc!.start + arc!.end) / 2);
  return { x: area.width / 2 + x, y: area.height / 2 + y };
}

/** So many slices are told at once. */
const TOLD = 8;

function labelOf(
  t: ReturnType<
    typeof useTranslationRef<typeof monitoringDashboardsTranslationRef.T>
  >['t'],
  title: string,
  slices: PieItem[],
): string {
  const told = slices
    .slice(0, TOLD)
    .map(({ name, value, percent }) =>
      t('dashboards.figures.slice', { name, value, percent }),
    );
  const others = slices.length - told.length;
  return [
    t('dashboards.figures.pie', { title, count: slices.length }),
    ...told,
    ...(others > 0
      ? [t('dashboards.chart.more', { others: String(others) })]
      : []),
  ].join(' ');
}
