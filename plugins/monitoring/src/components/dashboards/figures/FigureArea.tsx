import { ReactNode, useMemo, useRef } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { FieldDisplay } from '@sightline/backstage-plugin-monitoring-common';
import { monitoringDashboardsTranslationRef } from '../../../translation';
import { ElementSize } from '../followSize';
import { useElementSize } from '../useElementSize';
import { FigureArrangement, FigureBox, figureBoxes } from './figureBoxes';

/** Until the panel's size is known, and where it cannot be. */
const USUAL_SIZE: ElementSize = { width: 360, height: 200 };

const useStyles = makeStyles({
  root: {
    position: 'relative',
    flex: 1,
    width: '100%',
    minWidth: 0,
    height: '100%',
    minHeight: 0,
    margin: 0,
    padding: 0,
    overflow: 'auto',
    scrollbarWidth: 'thin',
    listStyle: 'none',
  },
  box: {
    position: 'absolute',
  },
  note: {
    position: 'sticky',
    top: 0,
    zIndex: 2,
    textAlign: 'right',
  },
});

/** More could not be told apart, and would take long to draw. */
const MOST_FIGURES = 400;

/** Props of {@link FigureArea}. */
export interface FigureAreaProps<F extends FieldDisplay> {
  /** For those who listen. */
  title: string;
  figures: F[];
  arrangement: FigureArrangement;
  children: (figure: F, box: FigureBox, area: ElementSize) => ReactNode;
}

/** Figures that share a panel, all of one size; scrolls when they do not fit. */
export function FigureArea<F extends FieldDisplay>(props: FigureAreaProps<F>) {
  const { arrangement, title } = props;
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const classes = useStyles();
  const figures = props.figures.slice(0, MOST_FIGURES);
  const others = props.figures.length - figures.length;
  const rootRef = useRef<HTMLUListElement>(null);
  const size = useElementSize(rootRef) ?? USUAL_SIZE;
  const boxes = useMemo(
    () => figureBoxes(figures.length, size, arrangement),
    [figures.length, size, arrangement],
  );
  const scrolls = boxes.some(
    ({ left, top, width, height }) =>
      left + width > size.width + 1 || top + height > size.height + 1,
  );

  return (
    <ul
      ref={rootRef}
      className={classes.root}
      aria-label={title}
      // What scrolls has to be reached without a pointer.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={scrolls ? 0 : undefined}
    >
      {figures.map((figure, index) => (
        <li key={figure.key} className={classes.box} style={boxes[index]}>
          {props.children(figure, boxes[index], size)}
        </li>
      ))}
      {others > 0 && (
        <li className={classes.note}>
          {t('dashboards.chart.tooMany', { others: String(others) })}
        </li>
      )}
    </ul>
  );
}
