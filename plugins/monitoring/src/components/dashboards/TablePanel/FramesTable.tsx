import { useId, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import {
  frameDisplayName,
  readTableOptions,
} from '@sightline/backstage-plugin-monitoring-common';
import { monitoringDashboardsTranslationRef } from '../../../translation';
import { FrameTable, FrameTableProps } from './FrameTable';

const useStyles = makeStyles(theme => ({
  choice: {
    flexShrink: 0,
    marginBottom: theme.spacing(1),
  },
}));

/** Props of {@link FramesTable}. */
export type FramesTableProps = Omit<FrameTableProps, 'frame' | 'children'>;

/** One of several frames as a table, and the choice of it. */
export function FramesTable(props: FramesTableProps) {
  const { frames, options } = props;
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const classes = useStyles();
  const choiceId = useId();
  const [chosen, setChosen] = useState<number>();
  const shown = frames.filter(({ fields }) => fields.length > 0);
  const wanted = chosen ?? readTableOptions(options).frameIndex;
  const index = shown[wanted] ? wanted : 0;
  const frame = shown[index];
  if (!frame) {
    return null;
  }
  return (
    <FrameTable
      {...props}
      // Each table has its own order and filters.
      key={index}
      frame={frame}
    >
      {shown.length > 1 && (
        <TextField
          className={classes.choice}
          select
          size="small"
          variant="outlined"
          margin="none"
          id={choiceId}
          label={t('dashboards.table.frame')}
          value={index}
          onChange={event => setChosen(Number(event.target.value))}
        >
          {shown.map((one, place) => (
            <MenuItem key={place} value={place}>
              {frameDisplayName(one, place)}
            </MenuItem>
          ))}
        </TextField>
      )}
    </FrameTable>
  );
}
