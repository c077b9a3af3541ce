import { cloneElement, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import IconButton from '@material-ui/core/IconButton';
import ListItemIcon from '@material-ui/core/ListItemIcon';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import { makeStyles } from '@material-ui/core/styles';
import MoreVertIcon from '@material-ui/icons/MoreVert';
import { monitoringTranslationRef } from '../../../translation';
import { PanelAction } from './usePanelActions';

const useStyles = makeStyles(theme => ({
  button: {
    '@media print': { display: 'none' },
  },
  icon: {
    minWidth: theme.spacing(4.5),
  },
  text: {
    flex: 1,
  },
  letter: {
    marginLeft: theme.spacing(4),
    color: theme.palette.textSubtle,
    fontFamily: 'inherit',
  },
}));

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
      <Menu
        open={anchor !== undefined}
        anchorEl={anchor}
        onClose={close}
        MenuListProps={{ 'aria-label': label }}
      >
        {actions.map(({ id, icon, text, letter, href, run }) => (
          <MenuItem
            key={id}
            dense
            aria-keyshortcuts={letter}
            {...(href && {
              component: 'a',
              href,
              target: '_blank',
              rel: 'noopener noreferrer',
            })}
            onClick={() => {
              close();
              run();
            }}
          >
            <ListItemIcon className={classes.icon}>
              {cloneElement(icon, { fontSize: 'small' })}
            </ListItemIcon>
            <span className={classes.text}>{text}</span>
            {letter && (
              <kbd className={classes.letter} aria-hidden>
                {letter}
              </kbd>
            )}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
