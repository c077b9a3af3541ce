import { useContext, useMemo } from 'react';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import DashboardIcon from '@material-ui/icons/DashboardOutlined';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  interpolateVariables,
  rangeVariables,
  readDashboardListOptions,
  variableParameters,
} from '@sightline/backstage-plugin-monitoring-common';
import { monitoringDashboardsTranslationRef } from '../../../translation';
import { DashboardContext } from '../DashboardContext';
import { isCompact, PanelNotice } from '../PanelNotice';
import { PanelProps } from '../types';
import { listedDashboards } from './listedDashboards';

const useStyles = makeStyles(theme => ({
  list: {
    flex: 1,
    width: '100%',
    height: '100%',
    margin: 0,
    padding: 0,
    overflow: 'auto',
    listStyle: 'none',
  },
  item: {
    padding: theme.spacing(0.5, 0),
    borderBottom: `1px solid ${theme.palette.divider}`,
    overflowWrap: 'anywhere',
  },
  tags: {
    marginLeft: theme.spacing(1),
    color: theme.palette.text.secondary,
  },
}));

/** Other dashboards of the entity, as far as the author wants to list them. */
export function DashboardListPanel(props: PanelProps) {
  const { panel, title, variables, range } = props;
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const classes = useStyles();
  const surroundings = useContext(DashboardContext);
  const options = useMemo(() => {
    const read = readDashboardListOptions(panel.options);
    const fill = (text: string) =>
      interpolateVariables(text, {
        variables,
        scoped: panel.scopedVariables,
        defaultFormat: 'text',
      });
    return { ...read, query: fill(read.query), tags: read.tags.map(fill) };
  }, [panel, variables]);
  const dashboards = useMemo(
    () => listedDashboards(surroundings?.dashboards ?? [], options),
    [surroundings?.dashboards, options],
  );
  const { __from: from, __to: to } = rangeVariables(range);
  const kept = [
    options.keepTime ? `from=${from}&to=${to}` : '',
    options.includeVariables ? variableParameters(variables) : '',
  ].filter(Boolean);

  if (!surroundings || dashboards.length === 0) {
    return (
      <PanelNotice
        Icon={DashboardIcon}
        compact={isCompact(panel.gridPos)}
        title={t('dashboards.figures.noDashboards')}
        text={t('dashboards.figures.noDashboardsHelp')}
      />
    );
  }
  return (
    <ul className={classes.list} aria-label={title}>
      {dashboards.map(({ uid, title: name, tags = [] }) => (
        <li key={uid} className={classes.item}>
          <Link
            to={withParameters(surroundings.pathOf(uid), kept)}
            aria-current={uid === surroundings.uid ? 'page' : undefined}
          >
            {name}
          </Link>
          {tags.length > 0 && (
            <Typography variant="caption" className={classes.tags}>
              {tags.join(', ')}
            </Typography>
          )}
        </li>
      ))}
    </ul>
  );
}

function withParameters(path: string, parameters: string[]): string {
  if (parameters.length === 0) {
    return path;
  }
  return `${path}${path.includes('?') ? '&' : '?'}${parameters.join('&')}`;
}
