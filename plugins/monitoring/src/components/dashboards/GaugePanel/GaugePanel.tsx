import { useContext, useMemo } from 'react';
import { useTheme } from '@material-ui/core/styles';
import { readGaugeOptions } from '@sightline/backstage-plugin-monitoring-common';
import { ClockContext } from '../../../hooks/Clock';
import {
  FigureArea,
  FigureArrangement,
  FigureLinks,
  gaugeFigure,
  useFigures,
  withWholeScale,
} from '../figures';
import { PanelProps } from '../types';
import { GaugeDial } from './GaugeDial';

/** One dial for each series and calculation. */
export function GaugePanel(props: PanelProps) {
  const { panel, title } = props;
  const theme = useTheme().palette.type;
  const { timeZone } = useContext(ClockContext);
  const options = useMemo(() => readGaugeOptions(panel.options), [panel]);
  const frames = useMemo(() => withWholeScale(props.frames), [props.frames]);
  const displays = useFigures({ ...props, frames }, options);
  const figures = useMemo(
    () => displays.map(display => gaugeFigure(display, { theme, timeZone })),
    [displays, theme, timeZone],
  );
  const arrangement = useMemo<FigureArrangement>(
    () => ({
      orientation: options.orientation,
      isGrid: true,
      spacing: 8,
      ...options.sizing,
    }),
    [options],
  );
  const isNamed =
    figures.length > 1 || panel.fieldConfig.defaults.displayName !== undefined;

  return (
    <FigureArea title={title} figures={figures} arrangement={arrangement}>
      {(figure, box) => (
        <FigureLinks
          {...props}
          figure={figure}
          label={`${figure.title ?? title} ${figure.display.full}`}
        >
          <GaugeDial
            figure={figure}
            box={box}
            label={isNamed ? figure.title ?? title : title}
            named={isNamed && figure.title !== undefined}
            showBands={options.showThresholdMarkers}
            showLimits={options.showThresholdLabels}
            text={options.text}
          />
        </FigureLinks>
      )}
    </FigureArea>
  );
}
