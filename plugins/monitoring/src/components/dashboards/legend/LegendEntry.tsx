import { LegendItem } from './LegendItem';
import type { PanelLegendProps } from './PanelLegend';
import { SeriesMark } from './SeriesMark';
import { useLegendStyles } from './useLegendStyles';

/** Props of {@link LegendEntry}. */
export interface LegendEntryProps
  extends Pick<PanelLegendProps, 'visible' | 'onSelect' | 'onHighlight'> {
  item: LegendItem;
  /** Whether the name fits wherever it is shown. */
  hasRoom?: boolean;
}

/** The mark and the name of an item; a button where it can be chosen. */
export function LegendEntry(props: LegendEntryProps) {
  const { item, visible, onSelect, onHighlight } = props;
  const classes = useLegendStyles();
  const isShown = visible.has(item.key);
  const hint = [item.name, item.difference].filter(Boolean).join(' ');
  // What may be cut is a region of its own for the browser, which puts all regions in order at every
  // drawing: hundreds of them take longer than the graphs.
  const cut = props.hasRoom ? '' : classes.cut;
  const content = (
    <>
      <SeriesMark color={item.color} line={item.line} />
      <span className={`${classes.name} ${cut}`}>{item.name}</span>
    </>
  );
  if (!onSelect) {
    return (
      <span className={classes.item} title={hint}>
        {content}
      </span>
    );
  }
  return (
    // Hundreds of these are on a page: Material's button would cost more than the graphs.
    <button
      type="button"
      className={`${classes.item} ${classes.button} ${
        isShown ? '' : classes.off
      }`}
      aria-pressed={isShown}
      title={hint}
      onClick={({ ctrlKey, metaKey, shiftKey }) =>
        onSelect(item.key, !(ctrlKey || metaKey || shiftKey))
      }
      onMouseEnter={() => onHighlight?.(item.key)}
      onMouseLeave={() => onHighlight?.(undefined)}
      onFocus={() => onHighlight?.(item.key)}
      onBlur={() => onHighlight?.(undefined)}
    >
      {content}
    </button>
  );
}
