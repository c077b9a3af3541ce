import ListItemIcon from '@material-ui/core/ListItemIcon';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import SvgIcon from '@material-ui/core/SvgIcon';
import { makeStyles } from '@material-ui/core/styles';
import CodeIcon from '@material-ui/icons/Code';
import DashboardIcon from '@material-ui/icons/DashboardOutlined';
import FullscreenIcon from '@material-ui/icons/Fullscreen';
import GetAppIcon from '@material-ui/icons/GetApp';
import LinkIcon from '@material-ui/icons/Link';
import OpenInNewIcon from '@material-ui/icons/OpenInNew';
import RefreshIcon from '@material-ui/icons/Refresh';
import ShowChartIcon from '@material-ui/icons/ShowChart';
import TableChartIcon from '@material-ui/icons/TableChartOutlined';
import { PanelAction, PanelActionIcon } from './usePanelActions';

const ICONS: Record<PanelActionIcon, typeof SvgIcon> = {
  code: CodeIcon,
  dashboard: DashboardIcon,
  download: GetAppIcon,
  fullscreen: FullscreenIcon,
  graph: ShowChartIcon,
  link: LinkIcon,
  open: OpenInNewIcon,
  refresh: RefreshIcon,
  table: TableChartIcon,
};

const useStyles = makeStyles(theme => ({
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

/** Props of {@link ActionMenu}. */
export interface ActionMenuProps {
  open: boolean;
  anchor: Element | undefined;
  label: string;
  actions: PanelAction[];
  onClose: () => void;
}

/** The actions of a panel as a menu. Load it lazily. */
export function ActionMenu(props: ActionMenuProps) {
  const { open, anchor, label, actions, onClose } = props;
  const classes = useStyles();
  return (
    <Menu
      open={open}
      anchorEl={anchor}
      onClose={onClose}
      MenuListProps={{ 'aria-label': label }}
    >
      {actions.map(({ id, icon, text, letter, href, run }) => {
        const Icon = ICONS[icon];
        return (
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
              onClose();
              run();
            }}
          >
            <ListItemIcon className={classes.icon}>
              <Icon fontSize="small" />
            </ListItemIcon>
            <span className={classes.text}>{text}</span>
            {letter && (
              <kbd className={classes.letter} aria-hidden>
                {letter}
              </kbd>
            )}
          </MenuItem>
        );
      })}
    </Menu>
  );
}
