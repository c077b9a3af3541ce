import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import IconButton from '@material-ui/core/IconButton';
import { makeStyles } from '@material-ui/core/styles';
import MoreVertIcon from '@material-ui/icons/MoreVert';
import { monitoringTranslationRef } from '../../../translation';
import { lazilyOpened } from '../../lazily';
import { PanelAction } from './usePanelActions';

const ActionMenu = lazilyOpened(() =>
  import('./ActionMenu').then(module => module.ActionMenu),
);

const useStyles = makeStyles({
  button: {
    '@media print': { display: 'none' },
  },
});

/** Props of {@link PanelMenu}. */
export interface PanelMenuProps {
  title: string;
  actions: PanelAction[];
}

/** What can be done with a panel. */
export function PanelMenu(props: PanelMenuProps) {
  const { title, actions } = props;
  const { t } = useTranslationRef(monitoringTranslationRef);
  const classes = useStyles();
  const [anchor, setAnchor] = useState<Element>();
  const close = () => setAnchor(undefined);
  const label = t('dashboards.panel.menu', { title });

  return (
    <>
      <IconButton
        className={classes.button}
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
