import { ReactNode, useContext, useMemo } from 'react';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import {
  FieldDisplay,
  fieldLinks,
} from '@sightline/backstage-plugin-monitoring-common';
import { ClockContext } from '../../../hooks/Clock';
import { monitoringDashboardsTranslationRef } from '../../../translation';
import { LinksMenu } from '../LinksMenu';
import { PanelProps } from '../types';

const useStyles = makeStyles(theme => ({
  whole: {
    display: 'block',
    width: '100%',
    height: '100%',
    textAlign: 'inherit',
    font: 'inherit',
    color: 'inherit',
    '&:hover': { textDecoration: 'none', opacity: 0.9 },
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: -2,
    },
  },
}));

/** Props of {@link FigureLinks}. */
export interface FigureLinksProps
  extends Pick<PanelProps, 'frames' | 'variables' | 'range'> {
  figure: FieldDisplay;
  /** For those who listen: the figure and its name. */
  label: string;
  children: ReactNode;
}

/** Makes a figure a link when it has one, and a menu when it has several. */
export function FigureLinks(props: FigureLinksProps) {
  const { figure, frames, variables, range, label, children } = props;
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const classes = useStyles();
  const { type } = useTheme().palette;
  const { timeZone } = useContext(ClockContext);
  const links = useMemo(() => {
    const { source } = figure;
    return source
      ? fieldLinks(
          { ...source, frames },
          {
            row: source.row,
            calculated:
              figure.calculation === undefined ? undefined : figure.value,
          },
          { variables, range },
          { theme: type, timeZone },
        )
      : [];
  }, [figure, frames, variables, range, type, timeZone]);

  if (links.length === 0) {
    return <>{children}</>;
  }
  if (links.length === 1) {
    const [{ url, title, targetBlank }] = links;
    return (
      <Link
        to={url}
        className={classes.whole}
        title={title}
        aria-label={`${label}: ${title}`}
        target={targetBlank ? '_blank' : undefined}
      >
        {children}
      </Link>
    );
  }
  return (
    <LinksMenu
      links={links}
      label={t('dashboards.figures.links', { figure: label })}
      className={classes.whole}
    >
      {children}
    </LinksMenu>
  );
}
