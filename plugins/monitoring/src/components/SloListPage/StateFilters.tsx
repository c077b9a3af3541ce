import { useTranslationRef } from '@backstage/frontend-plugin-api';
import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import {
  SLO_STATES_BY_URGENCY,
  SloListResponse,
  SloState,
} from '@sightline/backstage-plugin-monitoring-common';
import { formatNumber } from '../../format';
import { toneColors } from '../../theme/toneColors';
import { monitoringSloPagesTranslationRef } from '../../translation';
import { STATE_LOOKS } from '../StateLabel';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
  },
  chip: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.75),
    padding: theme.spacing(0.5, 1.5, 0.5, 1),
    border: `1px solid transparent`,
    borderRadius: 16,
    color: theme.palette.text.primary,
    fontFamily: theme.typography.fontFamily,
    fontSize: theme.typography.body2.fontSize,
    lineHeight: 1.43,
    fontVariantNumeric: 'tabular-nums',
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: 2,
    },
  },
  outlined: {
    borderColor: theme.palette.divider,
  },
  pressed: {
    borderColor: theme.palette.text.primary,
    boxShadow: `inset 0 0 0 1px ${theme.palette.text.primary}`,
  },
  icon: {
    fontSize: 18,
  },
}));

/** Props of {@link StateFilters}. */
export interface StateFiltersProps {
  counts: SloListResponse['counts'];
  chosen: SloState[];
  onChange: (states: SloState[]) => void;
}

/** How many SLOs are in each state, most urgent first; each is a filter. */
export function StateFilters(props: StateFiltersProps) {
  const { counts, chosen, onChange } = props;
  const { t } = useTranslationRef(monitoringSloPagesTranslationRef);
  const classes = useStyles();
  const theme = useTheme();
  // A chosen state can be let go even when no SLO is left in it.
  const shown = SLO_STATES_BY_URGENCY.filter(
    state => counts[state] > 0 || chosen.includes(state),
  );

  return (
    <div
      className={classes.root}
      role="group"
      aria-label={t('sloList.stateFilters')}
    >
      {shown.map(state => {
        const { Icon, tone } = STATE_LOOKS[state];
        const colors = toneColors(theme, tone);
        const isPressed = chosen.includes(state);
        const isTinted = tone === 'error' || tone === 'warning';
        return (
          <ButtonBase
            key={state}
            className={[
              classes.chip,
              isTinted ? '' : classes.outlined,
              isPressed ? classes.pressed : '',
            ].join(' ')}
            style={isTinted ? { backgroundColor: colors.tint } : undefined}
            aria-pressed={isPressed}
            onClick={() =>
              onChange(
                isPressed
                  ? chosen.filter(other => other !== state)
                  : [...chosen, state],
              )
            }
          >
            <Icon
              className={classes.icon}
              style={{ color: colors.icon }}
              aria-hidden
            />
            <strong>{formatNumber(counts[state], 0)}</strong>{' '}
            {t(`sloList.stateCount.${state}`)}
          </ButtonBase>
        );
      })}
    </div>
  );
}
