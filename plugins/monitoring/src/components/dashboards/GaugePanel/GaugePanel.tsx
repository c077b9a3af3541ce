import { useContext, useMemo } from 'react';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import { readGaugeOptions } from '@sightline/backstage-plugin-monitoring-common';
import { ClockContext } from '../../../hooks/Clock';
import { gaugeFigures } from '../figures';
import { panelSeries } from '../series';
import { PanelProps } from '../types';
import { GaugeDial } from './GaugeDial';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    height: '100%',
    overflowY: 'auto',
  },
}));

/** One dial for each series. */
export function GaugePanel(props: PanelProps) {
  const { panel, result, variables, title } = props;
  const classes = useStyles();
  const { type } = useTheme().palette;
  const { timeZone } = useContext(ClockContext);
  const options = useMemo(() => readGaugeOptions(panel.options), [panel]);
  const figures = useMemo(
    () =>
      gaugeFigures(panelSeries(panel, result, variables, type), options, {
        theme: type,
        timeZone,
      }),
    [panel, result, variables, type, options, timeZone],
  );
  const isNamed = figures.length > 1;

  return (
    <div className={classes.root}>
      {figures.map(figure => (
        <GaugeDial
          key={figure.key}
          figure={figure}
          label={isNamed ? figure.name : title}
          named={isNamed}
          showBands={options.showThresholdMarkers}
          showLimits={options.showThresholdLabels || figures.length === 1}
        />
      ))}
    </div>
  );
}
