import { ReactNode } from 'react';
import { LinkButton } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Card from '@material-ui/core/Card';
import Divider from '@material-ui/core/Divider';
import Typography from '@material-ui/core/Typography';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import MenuBookIcon from '@material-ui/icons/MenuBook';
import RefreshIcon from '@material-ui/icons/Refresh';
import { toneColors } from '../../theme/toneColors';
import { monitoringTranslationRef } from '../../translation';
import { STATE_LOOKS } from '../StateLabel';
import { assessHealth, HealthInput } from './assessHealth';
import { HealthFacts } from './HealthFacts';
import { HealthSentence } from './HealthSentence';
import { HealthSince } from './HealthSince';

const useStyles = makeStyles(theme => ({
  card: {
    borderLeft: '4px solid',
  },
  main: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(2, 2.5),
    padding: theme.spacing(2, 2.5),
  },
  icon: {
    fontSize: 36,
  },
  text: {
    flex: '1 1 260px',
    minWidth: 0,
  },
  title: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: theme.spacing(0, 1),
  },
}));

/** Props of {@link HealthHeader}. */
export interface HealthHeaderProps extends HealthInput {
  entityName: string;
  /** Reads the snapshot again now. */
  onRetry: () => void;
  /** The time bar. */
  children?: ReactNode;
}

/** The answer first: how the service is, since when, what it means, what to do. */
export function HealthHeader(props: HealthHeaderProps) {
  const { t } = useTranslationRef(monitoringTranslationRef);
  const classes = useStyles();
  const theme = useTheme();
  const health = assessHealth(props);
  const { Icon, tone } = STATE_LOOKS[health.state];
  const colors = toneColors(theme, tone);
  const isUnknown = health.state === 'unknown';
  const showFacts =
    health.state !== 'not-monitored' &&
    (props.slos.length > 0 || props.alerts.length > 0);

  return (
    <Card
      component="section"
      aria-label={t('health.regionLabel', { entity: props.entityName })}
      className={classes.card}
      style={{
        borderLeftColor: tone === 'ok' ? theme.palette.divider : colors.icon,
      }}
    >
      <div className={classes.main}>
        <Icon
          className={classes.icon}
          style={{ color: colors.icon }}
          aria-hidden
        />
        <div className={classes.text}>
          <div className={classes.title}>
            {/* Only the state is announced: figures and ages change all the time. */}
            <Typography variant="h6" component="h2" aria-live="polite">
              {t(`state.${health.state}`)}
            </Typography>
            <HealthSince health={health} />
          </div>
          <Typography variant="body2">
            <HealthSentence
              health={health}
              entityName={props.entityName}
              slos={props.slos}
            />
          </Typography>
        </div>
        {showFacts && (
          <HealthFacts
            slos={props.slos}
            alerts={props.alerts}
            deciding={health.slo}
            subtle={isUnknown}
          />
        )}
        {isUnknown && (
          <Button
            variant="outlined"
            startIcon={<RefreshIcon />}
            onClick={props.onRetry}
          >
            {t('health.tryNow')}
          </Button>
        )}
        {health.runbookUrl && !isUnknown && (
          <LinkButton
            role={undefined}
            to={health.runbookUrl}
            variant="contained"
            color="primary"
            startIcon={<MenuBookIcon />}
          >
            {t('health.openRunbook')}
          </LinkButton>
        )}
      </div>
      {props.children && (
        <>
          <Divider />
          {props.children}
        </>
      )}
    </Card>
  );
}
