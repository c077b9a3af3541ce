import { useContext, useMemo, useRef } from 'react';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import { readStatOptions } from '@sightline/backstage-plugin-monitoring-common';
import { ClockContext } from '../../../hooks/Clock';
import { panelSeries } from '../series';
import { PanelProps } from '../types';
import { useElementSize } from '../useElementSize';
import { StatFigure } from './StatFigure';
import { figureItems } from '../figures';

const LARGEST_FONT = 44;
const SMALLEST_FONT = 16;
const USUAL_FONT = 24;
/** Width of a digit, relative to the size of the type. */
const DIGIT_WIDTH = 0.62;

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5),
    height: '100%',
    overflowY: 'auto',
  },
  vertical: {
    flexDirection: 'column',
    flexWrap: 'nowrap',
  },
}));

/** One figure for each series. */
export function StatPanel(props: PanelProps) {
  const { panel, result, variables } = props;
  const classes = useStyles();
  const theme = useTheme();
  const { timeZone } = useContext(ClockContext);
  const rootRef = useRef<HTMLDivElement>(null);
  const size = useElementSize(rootRef);

  const options = useMemo(() => readStatOptions(panel.options), [panel]);
  const items = useMemo(
    () =>
      figureItems(
        panelSeries(panel, result, variables, theme.palette.type),
        options,
        timeZone,
      ),
    [panel, result, variables, theme.palette.type, options, timeZone],
  );
  const isVertical =
    options.orientation === 'horizontal' ||
    (options.orientation === 'auto' &&
      size !== undefined &&
      size.height > size.width);
  const longest = items.reduce(
    (most, { display }) => Math.max(most, display.full.length + 2),
    1,
  );
  const share = {
    width: (size?.width ?? 0) / (isVertical ? 1 : items.length || 1),
    height: (size?.height ?? 0) / (isVertical ? items.length || 1 : 1),
  };
  const fontSize = size
    ? Math.round(
        Math.min(
          LARGEST_FONT,
          Math.max(
            SMALLEST_FONT,
            Math.min(share.height * 0.4, share.width / longest / DIGIT_WIDTH),
          ),
        ),
      )
    : USUAL_FONT;
  const isNamed =
    options.textMode === 'value_and_name' ||
    options.textMode === 'name' ||
    (options.textMode === 'auto' && items.length > 1);

  return (
    <div
      ref={rootRef}
      className={`${classes.root} ${isVertical ? classes.vertical : ''}`}
    >
      {items.map(item => (
        <StatFigure
          key={item.key}
          item={item}
          options={options}
          named={isNamed}
          fontSize={fontSize}
        />
      ))}
    </div>
  );
}
