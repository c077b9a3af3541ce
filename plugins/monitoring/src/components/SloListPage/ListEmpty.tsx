import { CodeSnippet, Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import SearchIcon from '@material-ui/icons/Search';
import { useGuide } from '../../hooks/useGuide';
import {
  monitoringSloPagesTranslationRef,
  monitoringTranslationRef,
} from '../../translation';
import { CenteredMessage } from '../CenteredMessage';
import { EmptyState } from '../EmptyState';
import { SloListState } from './useSloListState';

const useStyles = makeStyles(theme => ({
  example: {
    maxWidth: '100%',
    margin: theme.spacing(1, 0),
    textAlign: 'left',
  },
}));

/** What makes the first SLO of a service. */
const EXAMPLE = `metadata:
  annotations:
    monitoring/packs: http
    monitoring/slos: availability 99.9% 30d; latency p95 < 500ms 30d`;

/** Says why there is no row, and what to do about it. */
export function ListEmpty(props: { state: SloListState }) {
  const { state } = props;
  const { t } = useTranslationRef(monitoringSloPagesTranslationRef);
  const { t: tShared } = useTranslationRef(monitoringTranslationRef);
  const classes = useStyles();
  const guide = useGuide()('service-teams');
  return state.isFiltered ? (
    <CenteredMessage
      Icon={SearchIcon}
      title={t('sloList.nothingMatchesTitle')}
      text={t('sloList.nothingMatchesText')}
      action={
        <Button size="small" color="primary" onClick={state.clear}>
          {t('sloList.clearFilters')}
        </Button>
      }
    />
  ) : (
    <EmptyState
      state="not-monitored"
      title={t('sloList.emptyTitle')}
      text={t('sloList.emptyText')}
      action={
        <>
          <div className={classes.example}>
            <CodeSnippet language="yaml" text={EXAMPLE} showCopyCodeButton />
          </div>
          {guide && <Link to={guide}>{tShared('common.guide')}</Link>}
        </>
      }
    />
  );
}
