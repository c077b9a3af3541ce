import { ChangeEvent } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import MenuItem from '@material-ui/core/MenuItem';
import Select from '@material-ui/core/Select';
import { monitoringTranslationRef } from '../../translation';
import { WidgetScope } from './widgetSettings';

/** Props of {@link ScopeSelect}. */
export interface ScopeSelectProps {
  scope: WidgetScope;
  onChange: (scope: WidgetScope) => void;
}

/** Chooses between the user's own services and all. */
export function ScopeSelect(props: ScopeSelectProps) {
  const { t } = useTranslationRef(monitoringTranslationRef);
  const onChange = (event: ChangeEvent<{ value: unknown }>) =>
    props.onChange(event.target.value === 'all' ? 'all' : 'mine');

  return (
    <Select
      value={props.scope}
      onChange={onChange}
      disableUnderline
      SelectDisplayProps={{ 'aria-label': t('widget.scopeLabel') }}
    >
      <MenuItem value="mine">{t('widget.mine')}</MenuItem>
      <MenuItem value="all">{t('widget.all')}</MenuItem>
    </Select>
  );
}
