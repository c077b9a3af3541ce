import { CodeSnippet, Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { safeUrl } from '../../links';
import { monitoringTranslationRef } from '../../translation';
import { lazily } from '../lazily';
import { isForbidden } from '../LoadFailed/isForbidden';
import { SectionCard } from '../SectionCard';
import { useDismissed } from './useDismissed';
import { useSuggestions } from './useSuggestions';

const SuggestionList = lazily(() =>
  import('./SuggestionList').then(module => module.SuggestionList),
);

const useStyles = makeStyles(theme => ({
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    gap: theme.spacing(3),
    [theme.breakpoints.down('sm')]: {
      gridTemplateColumns: 'minmax(0, 1fr)',
    },
  },
  failed: {
    color: theme.palette.textSubtle,
  },
}));

/** Props of {@link SuggestionsCard}. */
export interface SuggestionsCardProps {
  entityRef: string;
  /** Where the entity's catalog-info.yaml can be edited. */
  editUrl?: string;
}

/** What a monitored service also exposes; says nothing when it exposes nothing else. */
export function SuggestionsCard(props: SuggestionsCardProps) {
  const { t } = useTranslationRef(monitoringTranslationRef);
  const classes = useStyles();
  const { value, error } = useSuggestions(props.entityRef);
  const items = value?.items ?? [];
  const [isDismissed, dismiss] = useDismissed(props.entityRef, items);
  const editUrl = safeUrl(props.editUrl);

  if (error && !value && !isForbidden(error)) {
    return (
      <Typography className={classes.failed} variant="caption" component="p">
        {t('suggestions.failed')}
      </Typography>
    );
  }
  // Nothing flashes up before it is known whether it was put away.
  if (!value?.line || isDismissed !== false) {
    return null;
  }
  return (
    <SectionCard
      title={t('suggestions.title')}
      subtitle={t('suggestions.subtitle')}
      action={
        <Button size="small" onClick={dismiss}>
          {t('suggestions.dismiss')}
        </Button>
      }
      footer={
        editUrl && <Link to={editUrl}>{t('common.openCatalogInfo')}</Link>
      }
    >
      <div className={classes.grid}>
        <SuggestionList items={items} />
        <div role="group" aria-label={t('onboarding.snippetLabel')}>
          <CodeSnippet
            text={`monitoring/packs: ${value.line}`}
            // The colours of YAML highlighting miss the contrast of AA.
            language="text"
            wrapLongLines
            showCopyCodeButton
          />
        </div>
      </div>
    </SectionCard>
  );
}
