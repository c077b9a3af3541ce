import { makeStyles } from '@material-ui/core/styles';

/** The frame of a chart, and uPlot's own parts in the theme's colours. */
export const useChartStyles = makeStyles(theme => ({
  root: {
    position: 'relative',
    flex: 1,
    minHeight: 80,
    minWidth: 0,
  },
  canvas: {
    position: 'absolute',
    top: 0,
    right: 0,
    bottom: 0,
    left: 0,
    '& .uplot': {
      fontFamily: theme.typography.fontFamily,
    },
    // uPlot asks for a layer for each. With two dozen charts, whose crosshairs move together, the browser
    // would put all these layers in order at every move.
    '& .u-cursor-x, & .u-cursor-y, & .u-cursor-pt': {
      willChange: 'auto',
    },
    '& .u-cursor-x': {
      borderRight: `1px dashed ${theme.palette.text.secondary}`,
    },
    '& .u-select': {
      background: theme.palette.action.selected,
    },
  },
}));
