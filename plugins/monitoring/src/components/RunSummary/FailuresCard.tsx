import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { ProvisioningRun } from '@sightline/backstage-plugin-monitoring-common';
import { formatNumber } from '../../format';
import { monitoringRunsTranslationRef } from '../../translation';
import { groupErrors } from '../provisioning';
import { RowList } from '../RowList';
import { SectionCard } from '../SectionCard';
import { isEntityRef, ServiceLink } from '../ServiceLink';
import { StateLabel } from '../StateLabel';

/** More names than these say nothing more. */
const MOST_NAMES = 5;

const useStyles = makeStyles(theme => ({
  row: {
    display: 'grid',
    gridTemplateColumns: '112px minmax(0, 1fr) auto',
    alignItems: 'start',
    gap: theme.spacing(0.5, 2),
    padding: theme.spacing(1.5, 2.5),
    borderBottom: `1px solid ${theme.palette.divider}`,
    [theme.breakpoints.down('xs')]: {
      gridTemplateColumns: 'minmax(0, 1fr) auto',
      '& > :nth-child(2)': { gridColumn: '1 / -1', gridRow: 2 },
    },
  },
  state: {
    justifySelf: 'start',
  },
  text: {
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  subtle: {
    color: theme.palette.textSubtle,
  },
  count: {
    fontWeight: 500,
    fontVariantNumeric: 'tabular-nums',
  },
}));

/** Props of {@link FailuresCard}. */
export interface FailuresCardProps {
  title: string;
  errors: ProvisioningRun['errors'];
}

/** What failed, by cause, the most frequent first. Absent when nothing did. */
export function FailuresCard(props: FailuresCardProps) {
  const { t } = useTranslationRef(monitoringRunsTranslationRef);
  const classes = useStyles();
  const causes = groupErrors(props.errors);
  if (causes.length === 0) {
    return null;
  }
  return (
    <SectionCard title={props.title} flush>
      <RowList label={props.title}>
        {causes.map(({ target, message, count, entityRefs }) => {
          const names = entityRefs.filter(isEntityRef);
          const more = names.length - MOST_NAMES;
          return (
            <li key={`${target} ${message}`} className={classes.row}>
              <div className={classes.state}>
                <StateLabel state="failed" />
              </div>
              <div className={classes.text}>
                <Typography variant="body2">{message}</Typography>
                <Typography
                  className={classes.subtle}
                  variant="caption"
                  component="div"
                >
                  {target}
                  {names.slice(0, MOST_NAMES).map((ref, index) => (
                    <span key={ref}>
                      {(target || index > 0) && ' · '}
                      <ServiceLink entityRef={ref} />
                    </span>
                  ))}
                  {more > 0 &&
                    ` · ${t('runs.failures.more', {
                      number: formatNumber(more),
                    })}`}
                </Typography>
              </div>
              <Typography className={classes.count} variant="body2">
                {t('runs.failures.count', {
                  count,
                  number: formatNumber(count),
                })}
              </Typography>
            </li>
          );
        })}
      </RowList>
    </SectionCard>
  );
}
