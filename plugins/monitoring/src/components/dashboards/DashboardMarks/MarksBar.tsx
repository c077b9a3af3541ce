import { useId, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Typography from '@material-ui/core/Typography';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import { resolveColor } from '@sightline/backstage-plugin-monitoring-common';
import { MonitoringTimeRange } from '../../../api';
import { monitoringDashboardsTranslationRef } from '../../../translation';
import { lazily } from '../../lazily';
import { MARK_ICONS } from './markLook';
import { DashboardMarks } from './useDashboardMarks';

const MarkList = lazily(() =>
  import('./MarkList').then(module => module.MarkList),
);

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 2),
    padding: theme.spacing(0, 2.5, 1),
  },
  control: {
    margin: 0,
    marginLeft: theme.spacing(-1),
  },
  label: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    fontSize: theme.typography.body2.fontSize,
    overflowWrap: 'anywhere',
  },
  sample: {
    flex: 'none',
    width: 3,
    height: 16,
    borderRadius: 1,
  },
  icon: {
    fontSize: 18,
    color: theme.palette.textSubtle,
  },
  count: {
    color: theme.palette.textSubtle,
    fontVariantNumeric: 'tabular-nums',
  },
  problem: {
    flexBasis: '100%',
    color: theme.palette.textSubtle,
    overflowWrap: 'anywhere',
  },
  list: {
    flexBasis: '100%',
    minWidth: 0,
  },
}));

/** Which marks are shown on the graphs, switches for them, and all of them in words. */
export function MarksBar(props: {
  marks: DashboardMarks;
  range: MonitoringTimeRange;
}) {
  const { groups, shown, problems, failure, toggle } = props.marks;
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const classes = useStyles();
  const { type } = useTheme().palette;
  const [isListed, setListed] = useState(false);
  const listId = useId();
  const switches = groups.filter(({ isHidden }) => !isHidden);

  if (switches.length === 0 && shown.length === 0 && !failure) {
    return null;
  }
  return (
    <div
      className={classes.root}
      role="group"
      aria-label={t('dashboards.marksBar.label')}
    >
      {switches.map(({ name, kind, color, count, isShown }) => {
        const Icon = MARK_ICONS[kind];
        return (
          <FormControlLabel
            key={name}
            className={classes.control}
            control={
              <Checkbox
                size="small"
                color="primary"
                checked={isShown}
                onChange={() => toggle(name)}
              />
            }
            label={
              <span className={classes.label}>
                <span
                  className={classes.sample}
                  style={{ backgroundColor: resolveColor(color, type) }}
                  aria-hidden
                />
                <Icon className={classes.icon} aria-hidden />
                {name}
                {count > 0 && <span className={classes.count}>{count}</span>}
              </span>
            }
          />
        );
      })}
      <Button
        size="small"
        aria-expanded={isListed}
        aria-controls={isListed ? listId : undefined}
        onClick={() => setListed(!isListed)}
      >
        {isListed
          ? t('dashboards.marksBar.hideList')
          : t('dashboards.marksBar.list', { count: shown.length })}
      </Button>
      {(failure || problems.length > 0) && (
        <Typography className={classes.problem} variant="caption" role="status">
          {failure
            ? t('dashboards.marksBar.failed', { error: failure })
            : t('dashboards.marksBar.problems', {
                problems: problems.join('; '),
              })}
        </Typography>
      )}
      {isListed && (
        <div id={listId} className={classes.list}>
          <MarkList marks={shown} range={props.range} />
        </div>
      )}
    </div>
  );
}
