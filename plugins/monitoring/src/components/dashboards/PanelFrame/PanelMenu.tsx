import { ReactElement, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import IconButton from '@material-ui/core/IconButton';
import ListItemIcon from '@material-ui/core/ListItemIcon';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import { makeStyles } from '@material-ui/core/styles';
import CodeIcon from '@material-ui/icons/Code';
import MoreVertIcon from '@material-ui/icons/MoreVert';
import OpenInNewIcon from '@material-ui/icons/OpenInNew';
import ShowChartIcon from '@material-ui/icons/ShowChart';
import TableChartIcon from '@material-ui/icons/TableChartOutlined';
import { monitoringTranslationRef } from '../../../translation';

const useStyles = makeStyles(theme => ({
  icon: {
    minWidth: theme.spacing(4.5),
  },
}));

/** Props of {@link PanelMenu}. */
export interface PanelMenuProps {
  title: string;
  /** Whether there is data that a table can show. */
  hasTable: boolean;
  isTable: boolean;
  hasQueries: boolean;
  grafanaUrl?: string;
  onTable: (isTable: boolean) => void;
  onQueries: () => void;
}

/** What can be done with a panel. */
export function PanelMenu(props: PanelMenuProps) {
  const { t } = useTranslationRef(monitoringTranslationRef);
  const classes = useStyles();
  const [anchor, setAnchor] = useState<Element>();
  const close = () => setAnchor(undefined);

  const item = (icon: ReactElement, text: string, run: () => void) => (
    <MenuItem
      dense
      onClick={() => {
        run();
        close();
      }}
    >
      <ListItemIcon className={classes.icon}>{icon}</ListItemIcon>
      {text}
    </MenuItem>
  );
  const { grafanaUrl, hasTable, hasQueries, isTable } = props;
  if (!grafanaUrl && !hasTable && !hasQueries) {
    return null;
  }
  return (
    <>
      <IconButton
        size="small"
        aria-haspopup="menu"
        aria-label={t('dashboards.panel.menu', { title: props.title })}
        onClick={event => setAnchor(event.currentTarget)}
      >
        <MoreVertIcon fontSize="small" />
      </IconButton>
      <Menu
        open={anchor !== undefined}
        anchorEl={anchor}
        onClose={close}
        MenuListProps={{
          'aria-label': t('dashboards.panel.menu', { title: props.title }),
        }}
      >
        {hasTable &&
          item(
            isTable ? (
              <ShowChartIcon fontSize="small" />
            ) : (
              <TableChartIcon fontSize="small" />
            ),
            isTable
              ? t('dashboards.panel.asGraph')
              : t('dashboards.panel.asTable'),
            () => props.onTable(!isTable),
          )}
        {hasQueries &&
          item(
            <CodeIcon fontSize="small" />,
            t('dashboards.panel.queries'),
            props.onQueries,
          )}
        {grafanaUrl && (
          <MenuItem
            dense
            component="a"
            href={grafanaUrl}
            target="_blank"
            rel="noopener noreferrer"
            onClick={close}
          >
            <ListItemIcon className={classes.icon}>
              <OpenInNewIcon fontSize="small" />
            </ListItemIcon>
            {t('dashboards.panel.openInGrafana')}
          </MenuItem>
        )}
      </Menu>
    </>
  );
}
