import { useCallback } from 'react';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  SloListQuery,
  SloRollupKey,
} from '@sightline/backstage-plugin-monitoring-common';
import { monitoringApiRef } from '../../api';
import { usePolling } from '../../hooks/usePolling';
import { monitoringSloPagesTranslationRef } from '../../translation';
import { ListEmpty } from './ListEmpty';
import { RollupTable } from './RollupTable';
import { RowsPending } from './RowsPending';
import { SloListState } from './useSloListState';

const useStyles = makeStyles(theme => ({
  footer: {
    padding: theme.spacing(1.5, 2.5),
    borderTop: `1px solid ${theme.palette.divider}`,
    color: theme.palette.textSubtle,
  },
}));

/** Props of {@link RollupRows}. */
export interface RollupRowsProps {
  by: SloRollupKey;
  state: SloListState;
  query?: SloListQuery;
}

/** A row for each system, domain or owner of what matches. */
export function RollupRows(props: RollupRowsProps) {
  const { by, state, query } = props;
  const { t } = useTranslationRef(monitoringSloPagesTranslationRef);
  const classes = useStyles();
  const api = useApi(monitoringApiRef);
  const load = useCallback(
    async () => query && (await api.getSloRollups(by, query)),
    [api, by, query],
  );
  const { value, error, refresh } = usePolling(load);

  if (!value) {
    return <RowsPending error={error} refresh={refresh} />;
  }
  if (value.items.length === 0) {
    return <ListEmpty state={state} />;
  }
  return (
    <>
      <RollupTable by={by} rollups={value.items} state={state} />
      <Typography className={classes.footer} variant="body2">
        {t('sloList.rollupFooter')}
      </Typography>
    </>
  );
}
