import { VariableOption } from '@sightline/backstage-plugin-monitoring-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormHelperText from '@material-ui/core/FormHelperText';
import Switch from '@material-ui/core/Switch';
import { makeStyles } from '@material-ui/core/styles';
import {
  monitoringDashboardsTranslationRef,
  monitoringTranslationRef,
} from '../../../../translation';
import { lazily } from '../../../lazily';
import { ChoosableVariable } from '../useVariables';
import { FixedVariable } from './FixedVariable';
import { shownValue } from './shownValue';
import { VariableSelect } from './VariableSelect';

const AdhocFilters = lazily(() =>
  import('./AdhocFilters').then(module => module.AdhocFilters),
);

const VariableText = lazily(() =>
  import('./VariableText').then(module => module.VariableText),
);

const useStyles = makeStyles(theme => ({
  error: {
    maxWidth: 320,
    margin: theme.spacing(0.5, 1.25, 0),
    overflowWrap: 'anywhere',
  },
}));

/** Props of {@link VariableField}. */
export interface VariableFieldProps {
  definition: ChoosableVariable;
  value: string | string[];
  isPreset: boolean;
  onChange: (value: string | string[]) => void;
  readFilters: (key?: string) => Promise<VariableOption[]>;
}

/** One variable: what it is, what it has, and why it cannot be chosen where it cannot. */
export function VariableField(props: VariableFieldProps) {
  const { definition, isPreset } = props;
  const classes = useStyles();
  return (
    <>
      <Control {...props} />
      {definition.error && !isPreset && (
        <FormHelperText className={classes.error}>
          {definition.error}
        </FormHelperText>
      )}
    </>
  );
}

function Control(props: VariableFieldProps) {
  const { definition, value, isPreset, onChange } = props;
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const { t: tShared } = useTranslationRef(monitoringTranslationRef);
  const { name, label = name, type, options, isLoading } = definition;
  const text = shownValue(definition, value, {
    all: t('dashboards.all'),
    more: count => t('dashboards.variable.more', { others: String(count) }),
    none:
      type === 'datasource'
        ? t('dashboards.variable.ofOperator')
        : t('dashboards.variable.none'),
  });
  const fixed = (note?: string) => (
    <FixedVariable definition={definition} text={text} note={note} />
  );
  if (isPreset) {
    return fixed(t('dashboards.presetValue', { name: label }));
  }
  switch (type) {
    case 'datasource':
      return fixed(t('dashboards.variable.datasource'));
    case 'groupby':
      return fixed(t('dashboards.variable.groupby'));
    case 'textbox':
      return (
        <VariableText
          definition={definition}
          value={[value].flat().join(',')}
          onChange={onChange}
        />
      );
    case 'adhoc':
      return (
        <AdhocFilters
          definition={definition}
          texts={[value].flat()}
          onChange={onChange}
          readChoices={props.readFilters}
        />
      );
    case 'switch':
      return (
        <FormControlLabel
          label={definition.hide === 'label' ? '' : label}
          control={
            <Switch
              size="small"
              color="primary"
              inputProps={{ 'aria-label': label }}
              checked={value === options[0]?.value}
              onChange={(_, isOn) => onChange(options[isOn ? 0 : 1].value)}
            />
          }
        />
      );
    default:
      return options.length === 0 && !definition.auto ? (
        fixed(isLoading ? tShared('common.loading') : undefined)
      ) : (
        <VariableSelect
          definition={definition}
          value={value}
          text={text}
          onChange={onChange}
        />
      );
  }
}
