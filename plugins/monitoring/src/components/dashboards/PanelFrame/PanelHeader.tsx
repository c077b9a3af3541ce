import { ReactNode, useContext } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import SvgIcon from '@material-ui/core/SvgIcon';
import Tooltip from '@material-ui/core/Tooltip';
import Typography from '@material-ui/core/Typography';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import InfoOutlinedIcon from '@material-ui/icons/InfoOutlined';
import NotificationsActiveIcon from '@material-ui/icons/NotificationsActive';
import WarningIcon from '@material-ui/icons/ReportProblemOutlined';
import {
  ActiveAlert,
  interpolateVariables,
  PanelModel,
  VariableValues,
} from '@sightline/backstage-plugin-monitoring-common';
import { formatTime } from '../../../format';
import { ClockContext } from '../../../hooks/Clock';
import { toneColors } from '../../../theme/toneColors';
import { monitoringTranslationRef } from '../../../translation';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    minHeight: 36,
    padding: theme.spacing(0.5, 0.5, 0, 1.5),
  },
  title: {
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
  firing: {
    display: 'inline-flex',
    alignItems: 'center',
    flex: 'none',
    gap: theme.spacing(0.5),
    padding: theme.spacing(0.125, 1),
    borderRadius: 12,
    fontSize: theme.typography.caption.fontSize,
    fontWeight: 500,
  },
  space: {
    flex: 1,
  },
}));

/** Props of {@link PanelHeader}. */
export interface PanelHeaderProps {
  panel: PanelModel;
  title: string;
  variables: VariableValues;
  alerts: ActiveAlert[];
  headingLevel: 3 | 4;
  /** For people: what is wrong with data that is shown all the same. */
  warning?: string;
  /** The menu. */
  children?: ReactNode;
}

/** A panel's title, and what should be known before reading it. */
export function PanelHeader(props: PanelHeaderProps) {
  const { panel, title, variables, alerts, warning } = props;
  const { t } = useTranslationRef(monitoringTranslationRef);
  const classes = useStyles();
  const theme = useTheme();
  const clock = useContext(ClockContext);
  const firing = alerts.filter(({ state }) => state === 'firing');
  const format = { now: clock.now(), timeZone: clock.timeZone };
  const notes = [
    panel.description &&
      interpolateVariables(panel.description, {
        variables,
        defaultFormat: 'text',
      }),
    panel.repeat && t('dashboards.panel.repeated', { variable: panel.repeat }),
    panel.timeFrom &&
      t('dashboards.panel.lastShown', { duration: panel.timeFrom }),
  ].filter(Boolean);

  const note = (text: string, label: string, Icon: typeof SvgIcon) => (
    <Tooltip title={text}>
      {/* The text is for everybody, so it must be reached by the keyboard. */}
      <span
        className={classes.note}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        role="img"
        aria-label={`${label}: ${text}`}
      >
        <Icon className={classes.icon} />
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
      {notes.length > 0 &&
        note(
          notes.join(' · '),
          t('dashboards.panel.description', { title }),
          InfoOutlinedIcon,
        )}
      {warning && note(warning, title, WarningIcon)}
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
            className={classes.firing}
            style={{ backgroundColor: toneColors(theme, 'error').tint }}
          >
            <NotificationsActiveIcon
              style={{ fontSize: 16, color: toneColors(theme, 'error').icon }}
              aria-hidden
            />
            {t('dashboards.panel.firing')}
          </span>
        </Tooltip>
      )}
      <span className={classes.space} />
      {props.children}
    </div>
  );
}
