import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { monitoringTargetsTranslationRef } from '../../translation';
import { SectionCard } from '../SectionCard';

const CHECKS = ['noneScraped', 'noneLabels', 'noneSelector'] as const;

const useStyles = makeStyles(theme => ({
  checks: {
    margin: theme.spacing(1, 0, 0),
    paddingLeft: theme.spacing(2.5),
    overflowWrap: 'anywhere',
  },
}));

/** Says that nothing is scraped of a service, and what to check. */
export function NoTargets({ query }: { query: string }) {
  const { t } = useTranslationRef(monitoringTargetsTranslationRef);
  const classes = useStyles();
  return (
    <SectionCard title={t('targets.noneTitle')}>
      <Typography variant="body2">
        {t('targets.noneText', { query })}
      </Typography>
      <Typography variant="body2" component="ul" className={classes.checks}>
        {CHECKS.map(check => (
          <li key={check}>{t(`targets.${check}`)}</li>
        ))}
      </Typography>
    </SectionCard>
  );
}
