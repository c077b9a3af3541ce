import Popover from '@material-ui/core/Popover';
import { OptionList, OptionListProps } from './OptionList';

/** Props of {@link OptionPopover}. */
export interface OptionPopoverProps extends OptionListProps {
  open: boolean;
  anchor: Element | undefined;
  onClose: () => void;
}

/** The values of a variable, beside what opened them. Load it lazily. */
export function OptionPopover(props: OptionPopoverProps) {
  const { open, anchor, onClose, ...list } = props;
  return (
    <Popover
      open={open}
      anchorEl={anchor}
      onClose={onClose}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
    >
      <OptionList {...list} />
    </Popover>
  );
}
