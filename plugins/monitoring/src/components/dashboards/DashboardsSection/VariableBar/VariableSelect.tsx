import { useId, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import ButtonBase from '@material-ui/core/ButtonBase';
import CircularProgress from '@material-ui/core/CircularProgress';
import ExpandMoreIcon from '@material-ui/icons/ExpandMore';
import { makeStyles } from '@material-ui/core/styles';
import { AUTO_INTERVAL } from '@sightline/backstage-plugin-monitoring-common';
import {
  monitoringDashboardsTranslationRef,
  monitoringTranslationRef,
} from '../../../../translation';
import { lazilyOpened } from '../../../lazily';
import { ChoosableVariable } from '../useVariables';
import { choiceOf } from '../variableValues';
import { optionText } from './shownValue';
import { VariableLabel } from './VariableLabel';

const OptionPopover = lazilyOpened(() =>
  import('./OptionPopover').then(module => module.OptionPopover),
);

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.75),
    maxWidth: '100%',
    fontSize: theme.typography.body2.fontSize,
  },
  button: {
    gap: theme.spacing(0.5),
    minWidth: 64,
    minHeight: 32,
    maxWidth: 320,
    padding: theme.spacing(0, 0.5, 0, 1.25),
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
    fontSize: 'inherit',
    textAlign: 'left',
    '&:hover': {
      borderColor: theme.palette.text.primary,
    },
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: 1,
    },
  },
  value: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  icon: {
    fontSize: '1.25rem',
  },
}));

/** Props of {@link VariableSelect}. */
export interface VariableSelectProps {
  definition: ChoosableVariable;
  value: string | string[];
  /** What is chosen, as people read it. */
  text: string;
  onChange: (value: string | string[]) => void;
}

/** A variable whose value is chosen from a list, several at once where it may have several. */
export function VariableSelect(props: VariableSelectProps) {
  const { definition, value, text, onChange } = props;
  const { name, label = name, multi, isLoading } = definition;
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const { t: tShared } = useTranslationRef(monitoringTranslationRef);
  const classes = useStyles();
  const labelId = useId();
  const buttonId = useId();
  const [anchor, setAnchor] = useState<Element>();
  const chosen = [value].flat().filter(one => one !== '');
  const options = optionsOf(definition, chosen, t('dashboards.all'));

  const choose = (one: string) => {
    if (!multi) {
      onChange(one);
      setAnchor(undefined);
      return;
    }
    const next = chosen.includes(one)
      ? chosen.filter(other => other !== one)
      : [...chosen, one];
    onChange(choiceOf(definition, chosen, next));
  };

  return (
    <span className={classes.root}>
      <VariableLabel id={labelId} definition={definition} />
      <ButtonBase
        id={buttonId}
        className={classes.button}
        aria-haspopup="listbox"
        aria-expanded={anchor !== undefined}
        aria-labelledby={`${labelId} ${buttonId}`}
        title={text}
        onClick={event => setAnchor(event.currentTarget)}
      >
        <span className={classes.value}>{text}</span>
        {isLoading ? (
          <CircularProgress
            size={14}
            aria-label={tShared('common.loading')}
            role="progressbar"
          />
        ) : (
          <ExpandMoreIcon className={classes.icon} aria-hidden />
        )}
      </ButtonBase>
      <OptionPopover
        open={anchor !== undefined}
        anchor={anchor}
        onClose={() => setAnchor(undefined)}
        label={label}
        options={options}
        chosen={chosen}
        multi={multi}
        allowOthers={definition.type === 'query' && definition.allowCustomValue}
        onChoose={choose}
      />
    </span>
  );
}

/** All choices. What is chosen can be kept, even if nothing has that value now. */
function optionsOf(
  definition: ChoosableVariable,
  chosen: string[],
  all: string,
): { text: string; value: string }[] {
  const { options, auto, name } = definition;
  const automatic = auto ? [`${AUTO_INTERVAL}_interval_${name}`] : [];
  const listed = new Set([...automatic, ...options.map(one => one.value)]);
  return [
    ...automatic,
    ...options.map(one => one.value),
    ...chosen.filter(one => !listed.has(one)),
  ].map(value => ({ value, text: optionText(definition, value, all) }));
}
