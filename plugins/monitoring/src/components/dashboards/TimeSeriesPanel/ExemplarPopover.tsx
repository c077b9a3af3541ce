import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Popover from '@material-ui/core/Popover';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { PanelExemplar } from '@sightline/backstage-plugin-monitoring-common';
import { safeUrl } from '../../../links';
import { monitoringDashboardsTranslationRef } from '../../../translation';
import { formatMoment } from '../series';

const useStyles = makeStyles(theme => ({
  content: {
    maxWidth: 420,
    padding: theme.spacing(1.5, 2),
  },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gap: theme.spacing(0.25, 1.5),
    margin: 0,
    ...theme.typography.body2,
    '& dt': { color: theme.palette.textSubtle },
    '& dd': { margin: 0, overflowWrap: 'anywhere' },
  },
  links: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 2),
    marginTop: theme.spacing(1),
  },
}));

/** Props of {@link ExemplarPopover}. */
export interface ExemplarPopoverProps {
  exemplar: PanelExemplar;
  /** As the panel writes it. */
  value: string;
  anchor: HTMLElement;
  timeZone?: string;
  onClose: () => void;
}

/** One observation: its value, its labels, and the way to its trace. */
export function ExemplarPopover(props: ExemplarPopoverProps) {
  const { exemplar, value, anchor, timeZone, onClose } = props;
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const classes = useStyles();
  const time = formatMoment(exemplar.time, timeZone);
  const label = t('dashboards.exemplars.one', { value, time });
  const links = exemplar.links.flatMap(({ title, url }) => {
    const to = safeUrl(url);
    return to ? [{ title, to }] : [];
  });
  const facts: [string, string][] = [
    [t('dashboards.exemplars.value'), value],
    [t('dashboards.exemplars.time'), time],
    ...Object.entries(exemplar.labels),
    [t('dashboards.exemplars.series'), seriesText(exemplar.seriesLabels)],
  ];
  return (
    <Popover
      open
      anchorEl={anchor}
      onClose={onClose}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'center' }}
      transformOrigin={{ vertical: 'top', horizontal: 'center' }}
      PaperProps={{ role: 'dialog', 'aria-label': label }}
    >
      <div className={classes.content}>
        <dl className={classes.facts}>
          {facts.map(([name, text]) => [
            <dt key={`${name} name`}>{name}</dt>,
            <dd key={name}>{text}</dd>,
          ])}
        </dl>
        {links.length > 0 && (
          <Typography className={classes.links} variant="body2" component="div">
            {links.map(({ title, to }) => (
              <Link key={to} to={to}>
                {title}
              </Link>
            ))}
          </Typography>
        )}
      </div>
    </Popover>
  );
}

function seriesText({
  __name__: name = '',
  ...labels
}: Record<string, string>): string {
  const matchers = Object.entries(labels).map(
    ([label, value]) => `${label}=${JSON.stringify(value)}`,
  );
  return `${name}{${matchers.join(', ')}}`;
}
