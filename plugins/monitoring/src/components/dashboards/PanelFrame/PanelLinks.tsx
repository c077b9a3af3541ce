import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import IconButton from '@material-ui/core/IconButton';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import Tooltip from '@material-ui/core/Tooltip';
import { makeStyles } from '@material-ui/core/styles';
import OpenInNewIcon from '@material-ui/icons/OpenInNew';
import { monitoringDashboardsTranslationRef } from '../../../translation';

/** A link of a panel that a browser may open. */
export interface PanelLink {
  title: string;
  url: string;
  targetBlank: boolean;
}

const useStyles = makeStyles(theme => ({
  icon: {
    fontSize: 18,
    color: theme.palette.textSubtle,
  },
}));

/** Where the author of a panel leads on to. */
export function PanelLinks(props: { title: string; links: PanelLink[] }) {
  const { title, links } = props;
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const classes = useStyles();
  const [anchor, setAnchor] = useState<Element>();

  if (links.length === 0) {
    return null;
  }
  if (links.length === 1) {
    return (
      <Tooltip title={links[0].title}>
        <IconButton
          size="small"
          component="a"
          aria-label={links[0].title}
          {...attributesOf(links[0])}
        >
          <OpenInNewIcon className={classes.icon} />
        </IconButton>
      </Tooltip>
    );
  }
  const label = t('dashboards.panel.links', { title });
  const close = () => setAnchor(undefined);
  return (
    <>
      <Tooltip title={label}>
        <IconButton
          size="small"
          aria-haspopup="menu"
          aria-expanded={anchor !== undefined}
          aria-label={label}
          onClick={event => setAnchor(event.currentTarget)}
        >
          <OpenInNewIcon className={classes.icon} />
        </IconButton>
      </Tooltip>
      <Menu
        open={anchor !== undefined}
        anchorEl={anchor}
        onClose={close}
        MenuListProps={{ 'aria-label': label }}
      >
        {links.map((link, index) => (
          <MenuItem
            key={index}
            dense
            component="a"
            onClick={close}
            {...attributesOf(link)}
          >
            {link.title}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}

function attributesOf({ url, targetBlank }: PanelLink) {
  return {
    href: url,
    ...(targetBlank && { target: '_blank', rel: 'noopener noreferrer' }),
  };
}
