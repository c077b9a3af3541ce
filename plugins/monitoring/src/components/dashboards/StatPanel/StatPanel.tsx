import { useMemo } from 'react';
import { useTheme } from '@material-ui/core/styles';
import {
  FieldDisplay,
  readStatOptions,
} from '@sightline/backstage-plugin-monitoring-common';
import {
  FigureArea,
  FigureArrangement,
  FigureBox,
  FigureLinks,
  figureLevel,
  figureText,
  longestText,
  useFigures,
} from '../figures';
import { PanelProps } from '../types';
import { StatFigure } from './StatFigure';
import { statLayout } from './statLayout';

/** One figure for each series and calculation. */
export function StatPanel(props: PanelProps) {
  const { panel, title, range } = props;
  const { typography } = useTheme();
  const options = useMemo(() => readStatOptions(panel.options), [panel]);
  const figures = useFigures(props, options, {
    sparkline: options.graphMode !== 'none',
    percentChange: options.showPercentChange,
  });
  const arrangement = useMemo<FigureArrangement>(
    () => ({ orientation: options.orientation, isGrid: true, spacing: 3 }),
    [options],
  );
  const shows = useMemo(() => {
    const isNamed =
      panel.fieldConfig.defaults.displayName !== undefined ||
      panel.title === '' ||
      figures.length > 1;
    const mode =
      options.textMode === 'auto' && isNamed
        ? 'value_and_name'
        : options.textMode;
    return {
      name: mode === 'value_and_name' || mode === 'name',
      value: mode === 'value_and_name' || mode === 'value' || mode === 'auto',
    };
  }, [options, panel, figures.length]);
  const longest = useMemo(
    () => ({
      name: longestText(figures, figure => figure.title ?? ''),
      value: longestText(figures, ({ display }) => figureText(display)),
      unit: longestText(figures, ({ display }) => display.suffix ?? ''),
      hasIcon: figures.some(figure => figureLevel(figure)),
    }),
    [figures],
  );

  const draw = (figure: FieldDisplay, box: FigureBox) => (
    <FigureLinks
      {...props}
      figure={figure}
      label={`${figure.title ?? title} ${figure.display.full}`}
    >
      <StatFigure
        figure={figure}
        options={options}
        box={box}
        range={range}
        shows={shows.name && !figure.title ? { ...shows, name: false } : shows}
        layout={statLayout(box, {
          name: shows.name && shows.value ? longest.name : undefined,
          value: shows.value ? longest.value : longest.name,
          unit: longest.unit,
          hasIcon: shows.value && longest.hasIcon,
          hasCourse: (figure.sparkline?.values.length ?? 0) > 1,
          hasChange: figure.percentChange !== undefined,
          wideLayout: options.wideLayout,
          text: options.text,
          font: String(typography.fontFamily),
        })}
      />
    </FigureLinks>
  );

  return (
    <FigureArea title={title} figures={figures} arrangement={arrangement}>
      {draw}
    </FigureArea>
  );
}
