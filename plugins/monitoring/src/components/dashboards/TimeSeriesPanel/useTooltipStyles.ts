import { makeStyles } from '@material-ui/core/styles';

/** How the tooltip of a chart looks; its place is set where the cursor is. */
export const useTooltipStyles = makeStyles(theme => ({
  root: {
    position: 'fixed',
    top: 0,
    left: 0,
    zIndex: theme.zIndex.tooltip,
    maxWidth: 'min(420px, 90vw)',
    maxHeight: '80vh',
    overflow: 'hidden',
    padding: theme.spacing(1),
    pointerEvents: 'none',
    // A layer of its own moves without anything being painted.
    willChange: 'transform',
    contain: 'layout style',
    fontSize: theme.typography.caption.fontSize,
    fontVariantNumeric: 'tabular-nums',
    border: `1px solid ${theme.palette.divider}`,
  },
  pinned: {
    pointerEvents: 'auto',
    overflow: 'auto',
  },
  time: {
    color: theme.palette.textSubtle,
    marginBottom: theme.spacing(0.5),
  },
  row: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    whiteSpace: 'nowrap',
  },
  nearest: {
    fontWeight: 700,
  },
  name: {
    flex: 1,
  },
  cut: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
  },
  value: {
    marginLeft: theme.spacing(1),
    fontWeight: 500,
  },
  link: {
    display: 'block',
    marginTop: theme.spacing(0.5),
  },
}));
