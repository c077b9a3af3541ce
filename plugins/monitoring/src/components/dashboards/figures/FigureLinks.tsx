import { ReactNode, useContext, useMemo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import {
  FieldDisplay,
  fieldLinks,
} from '@sightline/backstage-plugin-monitoring-common';
import { ClockContext } from '../../../hooks/Clock';
import { monitoringDashboardsTranslationRef } from '../../../translation';
import { LinkedValue } from '../LinkedValue';
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

  return (
    <LinkedValue
      links={links}
      menuLabel={t('dashboards.figures.links', { figure: label })}
      linkLabel={linkTitle => `${label}: ${linkTitle}`}
      className={classes.whole}
    >
      {children}
    </LinkedValue>
  );
}
