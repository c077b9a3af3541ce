import { useState } from 'react';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import { makeStyles } from '@material-ui/core/styles';
import ArrowDropDownIcon from '@material-ui/icons/ArrowDropDown';
import { monitoringDashboardsTranslationRef } from '../../../translation';
import { PanelLink } from '../PanelFrame';

/** A link of a dashboard: one place, or several of the same tags. */
export interface ResolvedLink {
  title: string;
  tooltip?: string;
  /** Whether the places are in a menu. */
  asDropdown: boolean;
  places: PanelLink[];
}

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 2),
    margin: 0,
    padding: theme.spacing(0, 2.5, 1.5),
    fontSize: theme.typography.body2.fontSize,
    listStyle: 'none',
    overflowWrap: 'anywhere',
    '@media print': { display: 'none' },
  },
}));

/** Where the author of a dashboard leads on to. */
export function DashboardLinks(props: { links: ResolvedLink[] }) {
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const classes = useStyles();
  if (props.links.length === 0) {
    return null;
  }
  return (
    <ul className={classes.root} aria-label={t('dashboards.view.links')}>
      {props.links.flatMap((link, index) =>
        link.asDropdown ? (
          <li key={index}>
            <LinkMenu link={link} />
          </li>
        ) : (
          link.places.map((place, at) => (
            <li key={`${index}/${at}`}>
              <Link
                to={place.url}
                title={link.tooltip}
                {...(!place.targetBlank && { target: '_self' })}
              >
                {place.title}
              </Link>
            </li>
          ))
        ),
      )}
    </ul>
  );
}

function LinkMenu({ link }: { link: ResolvedLink }) {
  const [anchor, setAnchor] = useState<Element>();
  const close = () => setAnchor(undefined);
  return (
    <>
      <Button
        size="small"
        title={link.tooltip}
        endIcon={<ArrowDropDownIcon />}
        aria-haspopup="menu"
        aria-expanded={anchor !== undefined}
        onClick={event => setAnchor(event.currentTarget)}
      >
        {link.title}
      </Button>
      <Menu
        open={anchor !== undefined}
        anchorEl={anchor}
        onClose={close}
        MenuListProps={{ 'aria-label': link.title }}
      >
        {link.places.map(({ title, url, targetBlank }, index) => (
          <MenuItem
            key={index}
            dense
            component={Link}
            to={url}
            {...(!targetBlank && { target: '_self' })}
            onClick={close}
          >
            {title}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
