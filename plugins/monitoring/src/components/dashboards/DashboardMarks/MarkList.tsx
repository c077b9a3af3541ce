import { useContext } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import {
  DashboardMark,
  resolveColor,
} from '@sightline/backstage-plugin-monitoring-common';
import { MonitoringTimeRange } from '../../../api';
import { ClockContext } from '../../../hooks/Clock';
import { monitoringDashboardsTranslationRef } from '../../../translation';
import { formatMoment } from '../series';
import { MARK_ICONS } from './markLook';

/** Of more, the newest are listed. */
const MOST_LISTED = 100;

const useStyles = makeStyles(theme => ({
  root: {
    maxHeight: 280,
    overflow: 'auto',
    margin: 0,
    padding: theme.spacing(0.5, 0),
    listStyle: 'none',
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
    },
  },
  mark: {
    display: 'flex',
    gap: theme.spacing(1),
    padding: theme.spacing(0.5, 0),
    fontSize: theme.typography.body2.fontSize,
  },
  sample: {
    flex: 'none',
    width: 3,
    borderRadius: 1,
  },
  icon: {
    flex: 'none',
    fontSize: 18,
    color: theme.palette.textSubtle,
  },
  text: {
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  time: {
    color: theme.palette.textSubtle,
    fontVariantNumeric: 'tabular-nums',
  },
}));

/** All marks in words, newest first. */
export function MarkList(props: {
  marks: DashboardMark[];
  range: MonitoringTimeRange;
}) {
  const { marks, range } = props;
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const classes = useStyles();
  const { type } = useTheme().palette;
  const { timeZone } = useContext(ClockContext);
  const write = (time: number) => formatMoment(time, timeZone);

  if (marks.length === 0) {
    return (
      <Typography variant="body2">{t('dashboards.marksBar.empty')}</Typography>
    );
  }
  const listed = marks.slice(-MOST_LISTED).reverse();
  return (
    <>
      <ul
        className={classes.root}
        aria-label={t('dashboards.marksBar.listOf', {
          from: write(range.from),
          to: write(range.to),
        })}
        // Keyboards scroll only what they can reach.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        {listed.map(mark => {
          const { id, kind, name, color, from, to, title, text, tags } = mark;
          const Icon = MARK_ICONS[kind];
          return (
            <li key={id} className={classes.mark}>
              <span
                className={classes.sample}
                style={{ backgroundColor: resolveColor(color, type) }}
                aria-hidden
              />
              <Icon
                className={classes.icon}
                titleAccess={t(`dashboards.marks.${kind}`)}
              />
              <span className={classes.text}>
                <span className={classes.time}>
                  {to === undefined
                    ? write(from)
                    : t('dashboards.marksBar.until', {
                        from: write(from),
                        to: write(to),
                      })}
                </span>{' '}
                {[title ?? name, text, tags.join(', ')]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          );
        })}
      </ul>
      {marks.length > MOST_LISTED && (
        <Typography variant="caption">
          {t('dashboards.marksBar.more', {
            others: String(marks.length - MOST_LISTED),
          })}
        </Typography>
      )}
    </>
  );
}
