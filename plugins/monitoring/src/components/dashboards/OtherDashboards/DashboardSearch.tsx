import { KeyboardEvent, useId, useRef, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import LinearProgress from '@material-ui/core/LinearProgress';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  monitoringDashboardsTranslationRef,
  monitoringTranslationRef,
} from '../../../translation';
import { EmptyState } from '../../EmptyState';
import { LoadFailed } from '../../LoadFailed';
import { DashboardOption, DashboardOptions } from './DashboardOptions';
import {
  AvailableDashboards,
  useAvailableDashboards,
} from './useAvailableDashboards';
import { RecentDashboard } from './useRecentDashboards';

const useStyles = makeStyles({
  content: {
    // The dialog keeps its size while the answers change.
    height: 420,
  },
});

/** Props of {@link DashboardSearch}. */
export interface DashboardSearchProps {
  entityRef: string;
  own: string[];
  recent: RecentDashboard[];
  onClose: () => void;
  onChoose: (dashboard: DashboardOption) => void;
}

/** Finds a dashboard by a part of its title. */
export function DashboardSearch(props: DashboardSearchProps) {
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const { t: tShared } = useTranslationRef(monitoringTranslationRef);
  const classes = useStyles();
  const titleId = useId();
  const content = useRef<HTMLDivElement>(null);
  const [query, setQuery] = useState('');
  const found = useAvailableDashboards(props.entityRef, query.trim());
  const isLoading = found.query !== query.trim();

  const onKeyDown = (event: KeyboardEvent) => {
    const first = content.current?.querySelector('li button');
    if (event.key === 'ArrowDown' && first instanceof HTMLElement) {
      event.preventDefault();
      first.focus();
    }
  };
  return (
    <Dialog
      open
      onClose={props.onClose}
      maxWidth="sm"
      fullWidth
      aria-labelledby={titleId}
    >
      <DialogTitle id={titleId}>{t('dashboards.picker.title')}</DialogTitle>
      <DialogContent ref={content} className={classes.content}>
        <TextField
          id={`${titleId}-search`}
          type="search"
          label={t('dashboards.picker.search')}
          value={query}
          onChange={event => setQuery(event.target.value)}
          onKeyDown={onKeyDown}
          // The dialog is there to search.
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          fullWidth
          size="small"
          variant="outlined"
          margin="dense"
        />
        {isLoading && (
          <LinearProgress aria-label={t('dashboards.picker.loading')} />
        )}
        {!query && props.recent.length > 0 && (
          <>
            <Typography variant="subtitle2" component="h3">
              {t('dashboards.picker.recent')}
            </Typography>
            <DashboardOptions
              label={t('dashboards.picker.recent')}
              items={props.recent}
              onChoose={props.onChoose}
            />
          </>
        )}
        <Found {...props} found={found} />
      </DialogContent>
      <DialogActions>
        <Button onClick={props.onClose} color="primary">
          {tShared('common.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function Found(props: DashboardSearchProps & { found: AvailableDashboards }) {
  const { answer, error, query, retry } = props.found;
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  if (error) {
    return (
      <LoadFailed
        error={error}
        what={t('dashboards.picker.failed')}
        onRetry={retry}
      />
    );
  }
  if (!answer) {
    return null;
  }
  const items = answer.items.filter(({ uid }) => !props.own.includes(uid));
  if (items.length === 0) {
    return query ? (
      <Typography role="status">
        {t('dashboards.picker.nothing', { query })}
      </Typography>
    ) : (
      <EmptyState
        state="not-monitored"
        title={t('dashboards.picker.empty')}
        text={t('dashboards.picker.emptyHelp')}
      />
    );
  }
  return (
    <>
      <div role="status">
        <Typography variant="subtitle2" component="h3">
          {t('dashboards.picker.found', { count: items.length })}
        </Typography>
      </div>
      <DashboardOptions
        label={t('dashboards.picker.title')}
        items={items}
        onChoose={props.onChoose}
      />
      {answer.isCut && (
        <Typography variant="caption">{t('dashboards.picker.cut')}</Typography>
      )}
    </>
  );
}
