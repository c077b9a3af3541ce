import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import IconButton from '@material-ui/core/IconButton';
import { makeStyles } from '@material-ui/core/styles';
import MoreVertIcon from '@material-ui/icons/MoreVert';
import { monitoringDashboardsTranslationRef } from '../../../translation';
import { lazilyOpened } from '../../lazily';
import { PanelAction } from './usePanelActions';

const ActionMenu = lazilyOpened(() =>
  import('./ActionMenu').then(module => module.ActionMenu),
);

/** Of the button and the gap before it, in pixels. */
const WIDTH = 30;

const useStyles = makeStyles({
  button: {
    '@media print': { display: 'none' },
    // Where nothing can hover, it has to be seen.
    '@media (hover: hover)': {
      opacity: 0,
      '[data-panel-key]:hover &, [data-panel-key]:focus-within &, &[aria-expanded="true"]':
        { opacity: 1 },
    },
  },
  aside: {
    marginLeft: 'auto',
    '@media (hover: hover)': {
      marginLeft: -WIDTH,
      '[data-panel-key]:hover &, [data-panel-key]:focus-within &, &[aria-expanded="true"]':
        { marginLeft: 'auto' },
    },
  },
});

/** Props of {@link PanelMenu}. */
export interface PanelMenuProps {
  title: string;
  actions: PanelAction[];
  /** Whether what stands beside it may have its room until the panel is hovered or focused. */
  isAside: boolean;
}

/** What can be done with a panel. */
export function PanelMenu(props: PanelMenuProps) {
  const { title, actions, isAside } = props;
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const classes = useStyles();
  const [anchor, setAnchor] = useState<Element>();
  const close = () => setAnchor(undefined);
  const label = t('dashboards.panel.menu', { title });

  return (
    <>
      <IconButton
        className={`${classes.button} ${isAside ? classes.aside : ''}`}
        size="small"
        aria-haspopup="menu"
        aria-expanded={anchor !== undefined}
        aria-label={label}
        onClick={event => setAnchor(event.currentTarget)}
      >
        <MoreVertIcon fontSize="small" />
      </IconButton>
      <ActionMenu
        open={anchor !== undefined}
        anchor={anchor}
        label={label}
        actions={actions}
        onClose={close}
      />
    </>
  );
}
