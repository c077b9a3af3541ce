import { alpha, Theme } from '@material-ui/core/styles';
import { ChartLook } from './chartOptions';

/** Colours and type of charts in the current theme. */
export function chartLook(theme: Theme): ChartLook {
  const { text, background, status, type } = theme.palette;
  return {
    axisText: text.secondary,
    grid: alpha(text.primary, 0.1),
    fontFamily: String(theme.typography.fontFamily),
    region: alpha(status.error, type === 'dark' ? 0.2 : 0.1),
    surface: background.paper,
  };
}
