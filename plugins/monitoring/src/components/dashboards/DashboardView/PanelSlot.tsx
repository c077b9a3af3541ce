import { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { PanelModel } from '@sightline/backstage-plugin-monitoring-common';
import { SharedByPanels, usePanelTitle } from './DashboardPanel';

const useStyles = makeStyles(theme => ({
  placeholder: {
    height: '100%',
    overflow: 'hidden',
    padding: theme.spacing(1, 1.5),
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
    ...theme.typography.subtitle2,
    whiteSpace: 'nowrap',
    textOverflow: 'ellipsis',
  },
}));

/** Props of {@link PanelSlot}. */
export interface PanelSlotProps {
  panel: PanelModel;
  shared: SharedByPanels;
  /** Whether the panel is near enough to what is seen, or was lately. */
  isKept: boolean;
  children: () => ReactNode;
}

/** The place of a panel: far from what is seen it is no more than a title. */
export function PanelSlot(props: PanelSlotProps) {
  return props.isKept ? (
    <>{props.children()}</>
  ) : (
    <Placeholder panel={props.panel} shared={props.shared} />
  );
}

function Placeholder(props: Pick<PanelSlotProps, 'panel' | 'shared'>) {
  const classes = useStyles();
  const title = usePanelTitle(props.panel, props.shared);
  return (
    <div className={classes.placeholder} role="group" aria-label={title}>
      {title}
    </div>
  );
}
