import { useContext, useMemo } from 'react';
import { useTheme } from '@material-ui/core/styles';
import { readBarGaugeOptions } from '@sightline/backstage-plugin-monitoring-common';
import { ClockContext } from '../../../hooks/Clock';
import {
  FigureArea,
  FigureArrangement,
  FigureLinks,
  figureText,
  gaugeFigure,
  longestText,
  resolvedOrientation,
  useFigures,
} from '../figures';
import { LegendItem, LegendLayout, PanelLegend } from '../legend';
import { PanelProps } from '../types';
import { barGaugeLayout } from './barGaugeLayout';
import { BarGaugeRow } from './BarGaugeRow';

/** One bar for each series and calculation. */
export function BarGaugePanel(props: PanelProps) {
  const { panel, title } = props;
  const { palette, typography } = useTheme();
  const theme = palette.type;
  const { timeZone } = useContext(ClockContext);
  const options = useMemo(() => readBarGaugeOptions(panel.options), [panel]);
  const displays = useFigures(props, options);
  const figures = useMemo(
    () => displays.map(display => gaugeFigure(display, { theme, timeZone })),
    [displays, theme, timeZone],
  );
  const arrangement = useMemo<FigureArrangement>(
    () => ({
      orientation: options.orientation,
      spacing: options.displayMode === 'lcd' ? 2 : 10,
      ...options.sizing,
    }),
    [options],
  );
  const isNamed =
    figures.length > 1 || panel.fieldConfig.defaults.displayName !== undefined;
  const longest = useMemo(
    () => ({
      name: longestText(figures, figure => figure.title ?? ''),
      value: longestText(figures, ({ display }) => figureText(display)),
    }),
    [figures],
  );
  const legend = useMemo<LegendItem[]>(
    () =>
      figures.map(({ key, title: name = '', display }) => ({
        key,
        name,
        color: display.color,
        values: [],
      })),
    [figures],
  );

  return (
    <LegendLayout
      options={options.legend}
      legend={
        options.legend.displayMode !== 'hidden' && (
          <PanelLegend
            title={title}
            items={legend}
            options={options.legend}
            visible={new Set(legend.map(({ key }) => key))}
          />
        )
      }
    >
      <FigureArea title={title} figures={figures} arrangement={arrangement}>
        {(figure, box, area) => {
          const isUpright =
            resolvedOrientation(options.orientation, area) === 'vertical';
          return (
            <FigureLinks
              {...props}
              figure={figure}
              label={`${figure.title ?? title} ${figure.display.full}`}
            >
              <BarGaugeRow
                figure={isNamed ? figure : { ...figure, title: undefined }}
                options={options}
                isUpright={isUpright}
                label={figure.title ?? title}
                layout={barGaugeLayout(box, isUpright, {
                  name: isNamed ? longest.name : undefined,
                  value: longest.value,
                  options,
                  text: options.text,
                  font: String(typography.fontFamily),
                })}
              />
            </FigureLinks>
          );
        }}
      </FigureArea>
    </LegendLayout>
  );
}
