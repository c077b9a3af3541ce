import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import { toneColors } from '../../theme/toneColors';
import { monitoringTranslationRef } from '../../translation';
import { LabelState, STATE_LOOKS } from './stateLook';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.75),
    whiteSpace: 'nowrap',
    fontSize: theme.typography.body2.fontSize,
    lineHeight: 1.43,
    color: theme.palette.text.primary,
  },
  tinted: {
    fontWeight: 500,
    borderRadius: 12,
    padding: theme.spacing(0.25, 1.25, 0.25, 0.75),
  },
  icon: {
    fontSize: 18,
  },
}));

/**
 * A state as icon, word and colour. States that want somebody's attention are tinted,
 * unless the label stands in a list where the tint would be noise.
 */
export function StateLabel(props: { state: LabelState; plain?: boolean }) {
  const { t } = useTranslationRef(monitoringTranslationRef);
  const classes = useStyles();
  const theme = useTheme();
  const { Icon, tone } = STATE_LOOKS[props.state];
  const colors = toneColors(theme, tone);
  const isTinted = !props.plain && tone !== 'ok';

  return (
    <span
      className={`${classes.root} ${isTinted ? classes.tinted : ''}`}
      style={isTinted ? { backgroundColor: colors.tint } : undefined}
    >
      <Icon
        className={classes.icon}
        style={{ color: colors.icon }}
        aria-hidden
      />
      {t(`state.${props.state}`)}
    </span>
  );
}
