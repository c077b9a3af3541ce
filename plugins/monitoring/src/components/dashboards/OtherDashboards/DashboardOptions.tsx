import { KeyboardEvent } from 'react';
import List from '@material-ui/core/List';
import ListItem from '@material-ui/core/ListItem';
import ListItemText from '@material-ui/core/ListItemText';

/** A dashboard that can be chosen. */
export interface DashboardOption {
  uid: string;
  title: string;
  folder?: string;
  tags?: string[];
}

/** Props of {@link DashboardOptions}. */
export interface DashboardOptionsProps {
  label: string;
  items: DashboardOption[];
  onChoose: (item: DashboardOption) => void;
}

/** Dashboards to choose from; the arrow keys go through them. */
export function DashboardOptions(props: DashboardOptionsProps) {
  return (
    <List dense aria-label={props.label} onKeyDown={moveFocus}>
      {props.items.map(item => (
        <li key={item.uid}>
          <ListItem
            button
            component="button"
            onClick={() => props.onChoose(item)}
          >
            <ListItemText
              primary={item.title}
              secondary={
                [item.folder, ...(item.tags ?? [])]
                  .filter(Boolean)
                  .join(' · ') || undefined
              }
            />
          </ListItem>
        </li>
      ))}
    </List>
  );
}

function moveFocus(event: KeyboardEvent<HTMLElement>) {
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
  const next = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    Home: 0,
    End: buttons.length - 1,
  }[event.key];
  if (next !== undefined && buttons[next]) {
    event.preventDefault();
    buttons[next].focus();
  }
}
