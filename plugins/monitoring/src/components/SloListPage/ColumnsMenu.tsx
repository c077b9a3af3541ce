import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormGroup from '@material-ui/core/FormGroup';
import IconButton from '@material-ui/core/IconButton';
import Popover from '@material-ui/core/Popover';
import Tooltip from '@material-ui/core/Tooltip';
import { makeStyles } from '@material-ui/core/styles';
import ViewColumnIcon from '@material-ui/icons/ViewColumn';
import { monitoringSloPagesTranslationRef } from '../../translation';
import { SLO_COLUMN_LOOKS, SLO_COLUMNS, SloColumn } from './sloColumns';

const useStyles = makeStyles(theme => ({
  group: {
    padding: theme.spacing(1, 2),
  },
}));

/** Props of {@link ColumnsMenu}. */
export interface ColumnsMenuProps {
  columns: SloColumn[];
  onChange: (columns: SloColumn[]) => void;
}

/** Chooses which columns are shown. */
export function ColumnsMenu(props: ColumnsMenuProps) {
  const { columns, onChange } = props;
  const { t } = useTranslationRef(monitoringSloPagesTranslationRef);
  const classes = useStyles();
  const [anchor, setAnchor] = useState<Element>();
  const toggle = (column: SloColumn) =>
    onChange(
      columns.includes(column)
        ? columns.filter(other => other !== column)
        : [...columns, column],
    );

  return (
    <>
      <Tooltip title={t('sloList.columns')}>
        <IconButton
          size="small"
          aria-label={t('sloList.columns')}
          aria-haspopup="dialog"
          aria-expanded={anchor !== undefined}
          onClick={event => setAnchor(event.currentTarget)}
        >
          <ViewColumnIcon />
        </IconButton>
      </Tooltip>
      <Popover
        open={anchor !== undefined}
        anchorEl={anchor}
        onClose={() => setAnchor(undefined)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        PaperProps={{
          role: 'dialog',
          'aria-label': t('sloList.columns'),
        }}
      >
        <FormGroup className={classes.group}>
          {SLO_COLUMNS.filter(column => !SLO_COLUMN_LOOKS[column].isFixed).map(
            column => (
              <FormControlLabel
                key={column}
                control={
                  <Checkbox
                    size="small"
                    color="primary"
                    checked={columns.includes(column)}
                    onChange={() => toggle(column)}
                  />
                }
                label={t(`sloList.column.${column}`)}
              />
            ),
          )}
        </FormGroup>
      </Popover>
    </>
  );
}
