import { useTranslationRef } from '@backstage/frontend-plugin-api';
import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import {
  ManagedObject,
  ManagedObjectState,
} from '@sightline/backstage-plugin-monitoring-common';
import { formatNumber } from '../../format';
import { toneColors } from '../../theme/toneColors';
import {
  monitoringProvisioningTranslationRef,
  monitoringTranslationRef,
} from '../../translation';
import { STATE_LOOKS } from '../StateLabel';
import { countStates } from './objectSummary';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
  },
  chip: {
    gap: theme.spacing(0.75),
    height: 32,
    padding: theme.spacing(0, 1.5, 0, 1),
    borderRadius: 16,
    border: `1px solid ${theme.palette.divider}`,
    font: 'inherit',
    fontSize: theme.typography.body2.fontSize,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
    '&[aria-pressed=true]': {
      boxShadow: `inset 0 0 0 2px ${theme.palette.primary.main}`,
    },
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: 2,
    },
  },
  icon: {
    fontSize: 18,
  },
}));

/** Props of {@link ObjectCounts}. */
export interface ObjectCountsProps {
  objects: ManagedObject[];
  /** The only state that is shown; absent means all. */
  selected?: ManagedObjectState;
  onSelect: (state: ManagedObjectState | undefined) => void;
}

/** How many objects are in each state; each count shows only its own, or all again. */
export function ObjectCounts(props: ObjectCountsProps) {
  const { objects, selected, onSelect } = props;
  const { t } = useTranslationRef(monitoringProvisioningTranslationRef);
  const { t: tShared } = useTranslationRef(monitoringTranslationRef);
  const classes = useStyles();
  const theme = useTheme();
  return (
    <div
      className={classes.root}
      role="group"
      aria-label={t('provisioning.filterLabel')}
    >
      {countStates(objects).map(({ state, count }) => {
        const { Icon, tone } = STATE_LOOKS[state];
        const colors = toneColors(theme, tone);
        const isTinted = tone === 'error' || tone === 'warning';
        return (
          <ButtonBase
            key={state}
            className={classes.chip}
            style={
              isTinted
                ? { backgroundColor: colors.tint, borderColor: 'transparent' }
                : undefined
            }
            aria-pressed={state === selected}
            onClick={() => onSelect(state === selected ? undefined : state)}
          >
            <Icon
              className={classes.icon}
              style={{ color: colors.icon }}
              aria-hidden
            />
            <strong>{formatNumber(count)}</strong> {tShared(`state.${state}`)}
          </ButtonBase>
        );
      })}
    </div>
  );
}
