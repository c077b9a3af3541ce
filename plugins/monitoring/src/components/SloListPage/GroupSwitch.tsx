import { useId } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import ToggleButton from '@material-ui/lab/ToggleButton';
import ToggleButtonGroup from '@material-ui/lab/ToggleButtonGroup';
import { makeStyles } from '@material-ui/core/styles';
import { SloRollupKey } from '@sightline/backstage-plugin-monitoring-common';
import { monitoringSloPagesTranslationRef } from '../../translation';
import { ROLLUP_KEYS } from './useSloListState';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
  },
  label: {
    color: theme.palette.textSubtle,
  },
  button: {
    padding: theme.spacing(0.5, 1.5),
    color: theme.palette.text.primary,
    textTransform: 'none',
    fontSize: theme.typography.body2.fontSize,
    lineHeight: 1.43,
  },
  selected: {
    '&&': { color: theme.palette.text.primary },
    fontWeight: 700,
  },
}));

const BY_SLO = 'slo';

/** Props of {@link GroupSwitch}. */
export interface GroupSwitchProps {
  by?: SloRollupKey;
  onChange: (by: SloRollupKey | undefined) => void;
}

/** Chooses between a row for each SLO and a row for each system, domain or owner. */
export function GroupSwitch(props: GroupSwitchProps) {
  const { t } = useTranslationRef(monitoringSloPagesTranslationRef);
  const classes = useStyles();
  const id = useId();
  return (
    <div className={classes.root}>
      <Typography className={classes.label} variant="body2" id={id}>
        {t('sloList.by')}
      </Typography>
      <ToggleButtonGroup
        exclusive
        size="small"
        aria-labelledby={id}
        value={props.by ?? BY_SLO}
        onChange={(_, value) =>
          // Pressing what is pressed already says nothing.
          value !== null &&
          props.onChange(ROLLUP_KEYS.find(key => key === value))
        }
      >
        {([BY_SLO, ...ROLLUP_KEYS] as const).map(key => (
          <ToggleButton
            key={key}
            value={key}
            classes={{ root: classes.button, selected: classes.selected }}
          >
            {t(`sloList.byKey.${key}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  );
}
