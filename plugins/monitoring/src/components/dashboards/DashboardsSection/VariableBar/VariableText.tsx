import { useEffect, useId, useState } from 'react';
import TextField from '@material-ui/core/TextField';
import Tooltip from '@material-ui/core/Tooltip';
import { DashboardVariable } from '@sightline/backstage-plugin-monitoring-common';

/** Props of {@link VariableText}. */
export interface VariableTextProps {
  definition: DashboardVariable;
  value: string;
  onChange: (value: string) => void;
}

/** A variable that is a text; it counts when it is finished, not with every letter. */
export function VariableText(props: VariableTextProps) {
  const { definition, value, onChange } = props;
  const { name, label = name, description, hide } = definition;
  const id = useId();
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const finish = () => {
    if (text !== value) {
      onChange(text);
    }
  };
  return (
    <Tooltip title={description ?? ''}>
      <TextField
        id={id}
        size="small"
        variant="outlined"
        margin="none"
        label={hide === 'label' ? undefined : label}
        inputProps={{ 'aria-label': label, maxLength: 1_000 }}
        value={text}
        onChange={event => setText(event.target.value)}
        onBlur={finish}
        onKeyDown={event => {
          if (event.key === 'Enter') {
            finish();
          } else if (event.key === 'Escape') {
            setText(value);
          }
        }}
      />
    </Tooltip>
  );
}
