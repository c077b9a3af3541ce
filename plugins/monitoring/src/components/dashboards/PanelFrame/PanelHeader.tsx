import { memo, ReactNode, useContext } from 'react';
import { MarkdownContent } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import SvgIcon from '@material-ui/core/SvgIcon';
import Tooltip from '@material-ui/core/Tooltip';
import Typography from '@material-ui/core/Typography';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import ErrorIcon from '@material-ui/icons/Error';
import InfoOutlinedIcon from '@material-ui/icons/InfoOutlined';
import NotificationsActiveIcon from '@material-ui/icons/NotificationsActive';
import HistoryIcon from '@material-ui/icons/History';
import WarningIcon from '@material-ui/icons/ReportProblemOutlined';
import ScheduleIcon from '@material-ui/icons/Schedule';
import { ActiveAlert } from '@sightline/backstage-plugin-monitoring-common';
import { formatDuration, formatTime } from '../../../format';
import { ClockContext } from '../../../hooks/Clock';
import { toneColors } from '../../../theme/toneColors';
import { monitoringDashboardsTranslationRef } from '../../../translation';
import { lazily } from '../../lazily';
import { visuallyHidden } from '../visuallyHidden';
import type { PanelLink } from './PanelLinks';
import { PanelMenu } from './PanelMenu';
import { PanelAction } from './usePanelActions';

const PanelLinks = lazily(() =>
  import('./PanelLinks').then(module => module.PanelLinks),
);

/** Of a state beside the title, in pixels. */
const CHIP_HEIGHT = 20;

/** A header less wide than this has room for the pictures of states, not for their words. In pixels. */
const WIDTH_OF_WORDS = 180;
const NARROW = `@container (max-width: ${WIDTH_OF_WORDS}px)`;

const useStyles = makeStyles(theme => ({
  root: {
    containerType: 'inline-size',
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    minHeight: 36,
    padding: theme.spacing(0.5, 0.5, 0),
    // Where a title has few pixels, it needs them.
    paddingLeft: `min(${theme.spacing(1.5)}px, 7%)`,
  },
  title: {
    minWidth: theme.spacing(3),
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  icon: {
    fontSize: 18,
    color: theme.palette.textSubtle,
  },
  note: {
    display: 'inline-flex',
    borderRadius: theme.shape.borderRadius,
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
    },
  },
  markdown: {
    '& p': { margin: theme.spacing(0.5, 0) },
    '& a': { color: 'inherit', textDecoration: 'underline' },
  },
  time: {
    display: 'inline-flex',
    alignItems: 'center',
    flex: '0 1 auto',
    gap: theme.spacing(0.5),
    minWidth: 0,
    marginLeft: 'auto',
    color: theme.palette.textSubtle,
    whiteSpace: 'nowrap',
  },
  chip: {
    display: 'inline-flex',
    alignItems: 'center',
    flex: 'none',
    gap: theme.spacing(0.5),
    height: CHIP_HEIGHT,
    padding: theme.spacing(0, 1),
    [NARROW]: { padding: theme.spacing(0, 0.25) },
    borderRadius: CHIP_HEIGHT / 2,
    fontSize: theme.typography.caption.fontSize,
    fontWeight: 500,
    whiteSpace: 'nowrap',
  },
  chipIcon: {
    fontSize: 16,
  },
  words: {
    [NARROW]: visuallyHidden,
  },
}));

/** Props of {@link PanelHeader}. */
export interface PanelHeaderProps {
  title: string;
  /** Markdown, with variables replaced. */
  description?: string;
  /** For people: that the panel's time is not that of the page. */
  timeInfo?: string;
  links: PanelLink[];
  alerts: ActiveAlert[];
  headingLevel: 3 | 4;
  /** For people: why a part of the data is not there. */
  error?: string;
  /** For people: what is wrong with data that is shown all the same. */
  warning?: string;
  /** How old the data is, in milliseconds; set when Prometheus did not answer. */
  staleMs?: number;
  /** Of the menu. */
  actions: PanelAction[];
}

/** A panel's title, and what should be known before reading it. */
export const PanelHeader = memo(function DrawnPanelHeader(
  props: PanelHeaderProps,
) {
  const { title, description, timeInfo, alerts, error, warning, staleMs } =
    props;
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const classes = useStyles();
  const theme = useTheme();
  const clock = useContext(ClockContext);
  const firing = alerts.filter(({ state }) => state === 'firing');
  const format = { now: clock.now(), timeZone: clock.timeZone };

  const note = (
    label: string,
    Icon: typeof SvgIcon,
    shown: ReactNode,
    color?: string,
  ) => (
    <Tooltip title={<>{shown}</>} interactive>
      {/* The text is for everybody, so it must be reached by the keyboard. */}
      <span
        className={classes.note}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        role="img"
        aria-label={label}
      >
        <Icon className={classes.icon} style={color ? { color } : undefined} />
      </span>
    </Tooltip>
  );

  return (
    <div className={classes.root}>
      <Typography
        className={classes.title}
        variant="subtitle2"
        component={`h${props.headingLevel}` as const}
        title={title}
      >
        {title}
      </Typography>
      {description &&
        note(
          `${t('dashboards.panel.description', { title })}: ${description}`,
          InfoOutlinedIcon,
          <div className={classes.markdown}>
            <MarkdownContent content={description} linkTarget="_blank" />
          </div>,
        )}
      {props.links.length > 0 && (
        <PanelLinks title={title} links={props.links} />
      )}
      {error &&
        note(
          t('dashboards.panel.partly', { error }),
          ErrorIcon,
          error,
          toneColors(theme, 'error').icon,
        )}
      {warning && note(warning, WarningIcon, warning)}
      {staleMs !== undefined && <StaleChip classes={classes} age={staleMs} />}
      {firing.length > 0 && (
        <Tooltip
          title={firing
            .map(alert =>
              t('dashboards.panel.firingSince', {
                alert: alert.name,
                time: formatTime(alert.since, format),
              }),
            )
            .join(', ')}
        >
          <span
            className={classes.chip}
            style={{ backgroundColor: toneColors(theme, 'error').tint }}
          >
            <NotificationsActiveIcon
              className={classes.chipIcon}
              style={{ color: toneColors(theme, 'error').icon }}
              aria-hidden
            />
            <span className={classes.words}>
              {t('dashboards.panel.firing')}
            </span>
          </span>
        </Tooltip>
      )}
      {timeInfo && (
        <Typography
          className={classes.time}
          variant="caption"
          component="span"
          title={timeInfo}
        >
          <ScheduleIcon style={{ fontSize: 14 }} aria-hidden />
          {timeInfo}
        </Typography>
      )}
      <PanelMenu title={title} actions={props.actions} isAside={!timeInfo} />
    </div>
  );
});

/** Says that what is shown is old, and how old. */
function StaleChip(props: {
  classes: ReturnType<typeof useStyles>;
  age: number;
}) {
  const { classes, age } = props;
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const tone = toneColors(useTheme(), 'warning');
  const words = { age: formatDuration(age / 1_000) };
  const help = t('dashboards.panel.staleHelp', words);
  return (
    <Tooltip title={help}>
      {/* The text is for everybody, so it must be reached by the keyboard. */}
      <span
        className={`${classes.chip} ${classes.note}`}
        style={{ backgroundColor: tone.tint }}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        role="img"
        aria-label={help}
      >
        <HistoryIcon
          className={classes.chipIcon}
          style={{ color: tone.icon }}
          aria-hidden
        />
        <span className={classes.words}>
          {t('dashboards.panel.stale', words)}
        </span>
      </span>
    </Tooltip>
  );
}
