import { LinkButton } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import MenuBookIcon from '@material-ui/icons/MenuBook';
import RefreshIcon from '@material-ui/icons/Refresh';
import {
  ActiveAlert,
  SloDetailResponse,
  SloHistory,
} from '@sightline/backstage-plugin-monitoring-common';
import { formatDuration, formatTime } from '../../format';
import { useTimeFormat } from '../../hooks/useTimeFormat';
import { safeUrl } from '../../links';
import {
  monitoringSlosTranslationRef,
  monitoringSloPagesTranslationRef,
  monitoringTranslationRef,
} from '../../translation';
import { hasFigures } from '../SloCard';
import { StateHeader } from '../StateHeader';
import { SloHeaderFacts } from './SloHeaderFacts';
import { SloHeadline } from './sloHeadline';
import { SloLinks } from './SloLinks';
import { SloSentence } from './SloSentence';
import { stateSince } from './stateSince';

/** Props of {@link SloHeader}. */
export interface SloHeaderProps {
  detail: SloDetailResponse;
  headline: SloHeadline;
  /** Of this SLO. */
  alerts: ActiveAlert[];
  /** Of the SLO's window. */
  history?: SloHistory;
  /** Reads everything again now. */
  onRetry: () => void;
}

/** The answer first: how the SLO stands, since when, what it means, what to do. */
export function SloHeader(props: SloHeaderProps) {
  const { detail, headline, alerts, history } = props;
  const { status } = detail;
  const { t } = useTranslationRef(monitoringSlosTranslationRef);
  const { t: tPage } = useTranslationRef(monitoringSloPagesTranslationRef);
  const { t: tShared } = useTranslationRef(monitoringTranslationRef);
  const format = useTimeFormat();
  const isUnknown = headline.state === 'unknown';
  const runbookUrl = safeUrl(detail.runbookUrl);
  const since = stateSince(status, alerts, history);

  const age = (time: number) => formatDuration((format.now - time) / 1000);

  const sinceText = () => {
    const { lastKnown, source } = headline;
    if (lastKnown && source?.lastSuccessAt) {
      return tPage('sloPage.header.lastKnown', {
        state: tShared(`state.${lastKnown}`),
        time: formatTime(source.lastSuccessAt, format),
        age: age(Date.parse(source.lastSuccessAt)),
      });
    }
    if (status.state === 'stale' && status.measuredAt) {
      return t('slo.lastKnown', {
        time: formatTime(status.measuredAt, format),
        age: age(Date.parse(status.measuredAt)),
      });
    }
    return isUnknown || since === undefined
      ? undefined
      : tShared('common.since', {
          time: formatTime(since, format),
          age: age(since),
        });
  };

  const action = () => {
    if (isUnknown) {
      return (
        <Button
          variant="outlined"
          startIcon={<RefreshIcon />}
          onClick={props.onRetry}
        >
          {tPage('sloPage.header.tryNow')}
        </Button>
      );
    }
    return (
      runbookUrl && (
        <LinkButton
          role={undefined}
          to={runbookUrl}
          variant="contained"
          color="primary"
          startIcon={<MenuBookIcon />}
        >
          {tPage('sloPage.header.runbook')}
        </LinkButton>
      )
    );
  };

  return (
    <StateHeader
      label={tPage('sloPage.stateLabel', { slo: status.title })}
      state={headline.state}
      title={tShared(`state.${headline.state}`)}
      since={sinceText()}
      text={<SloSentence detail={detail} headline={headline} />}
      facts={<SloHeaderFacts detail={detail} isOld={isUnknown} />}
      actions={action()}
    >
      <SloLinks
        detail={detail}
        alerts={alerts}
        isMeasured={!isUnknown && hasFigures(status)}
      />
    </StateHeader>
  );
}
