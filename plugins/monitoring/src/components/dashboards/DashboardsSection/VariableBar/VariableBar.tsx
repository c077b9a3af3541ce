import {
  VariableOption,
  VariableValues,
} from '@sightline/backstage-plugin-monitoring-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { monitoringDashboardsTranslationRef } from '../../../../translation';
import { ChoosableVariable } from '../useVariables';
import { VariableField } from './VariableField';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    gap: theme.spacing(1),
    margin: 0,
    padding: 0,
    minWidth: 0,
    listStyle: 'none',
    '& > li': {
      minWidth: 0,
      maxWidth: '100%',
    },
  },
}));

/** Props of {@link VariableBar}. */
export interface VariableBarProps {
  definitions: ChoosableVariable[];
  values: VariableValues;
  /** Set by the entity's selector; cannot be changed. */
  preset: VariableValues;
  onChange: (name: string, value: string | string[]) => void;
  /** Labels that a filter can have; with a key, values of that label. */
  readFilters: (name: string, key?: string) => Promise<VariableOption[]>;
}

/** The variables of a dashboard, each to be chosen by what it is. */
export function VariableBar(props: VariableBarProps) {
  const { definitions, values, preset, onChange, readFilters } = props;
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const classes = useStyles();
  const shown = definitions.filter(
    ({ hide, type }) => hide !== 'variable' && type !== 'constant',
  );
  if (shown.length === 0) {
    return null;
  }
  return (
    <ul className={classes.root} aria-label={t('dashboards.variables')}>
      {shown.map(definition => {
        const { name } = definition;
        return (
          <li key={name}>
            <VariableField
              definition={definition}
              value={values[name] ?? ''}
              isPreset={Object.hasOwn(preset, name)}
              onChange={value => onChange(name, value)}
              readFilters={key => readFilters(name, key)}
            />
          </li>
        );
      })}
    </ul>
  );
}
