import { ReactNode } from 'react';
import { CenteredMessage } from '../CenteredMessage';
import { LabelState, STATE_LOOKS } from '../StateLabel';

/** Props of {@link EmptyState}. */
export interface EmptyStateProps {
  state: LabelState;
  title: string;
  text: string;
  action?: ReactNode;
}

/** What stands where a list has nothing to list. */
export function EmptyState(props: EmptyStateProps) {
  const { state, ...message } = props;
  return <CenteredMessage Icon={STATE_LOOKS[state].Icon} {...message} />;
}
