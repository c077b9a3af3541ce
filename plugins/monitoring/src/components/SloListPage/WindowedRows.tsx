import { FocusEvent, Fragment, ReactNode, RefObject, useState } from 'react';
import { RowRange } from './useVisibleRows';

/** Of a row: its place in the whole list, counted from 0. */
export const INDEX_ATTRIBUTE = 'data-index';

/** Props of {@link WindowedRows}. */
export interface WindowedRowsProps {
  /** The body of a table, or a list. */
  component: 'tbody' | 'ul';
  className?: string;
  label?: string;
  rowsRef: RefObject<HTMLElement>;
  /** All rows, in view or not. */
  total: number;
  range: RowRange;
  /** Of each row, in pixels. */
  rowHeight: number;
  /** One `tr` or `li` with its {@link INDEX_ATTRIBUTE}. */
  rowAt: (index: number) => ReactNode;
}

/**
 * Rows of a long list, of which only those in view are in the document, and the one that has
 * the focus: it is not lost by scrolling away.
 */
export function WindowedRows(props: WindowedRowsProps) {
  const { rowsRef, total, range, rowHeight, rowAt, label } = props;
  const [focused, setFocused] = useState<number>();

  const rows: number[] = [];
  for (let row = range.first; row < Math.min(range.last, total); row++) {
    rows.push(row);
  }
  if (focused !== undefined && focused < total && !rows.includes(focused)) {
    rows.push(focused);
    rows.sort((a, b) => a - b);
  }
  const end = rows.length > 0 ? rows[rows.length - 1] + 1 : 0;

  const space = (count: number) => {
    if (count <= 0) {
      return null;
    }
    const style = { height: count * rowHeight };
    return props.component === 'tbody' ? (
      <tr aria-hidden style={style}>
        <td />
      </tr>
    ) : (
      <li aria-hidden style={style} />
    );
  };
  const shared = {
    className: props.className,
    'aria-label': label,
    onFocus: ({ target }: FocusEvent) => setFocused(indexOf(target)),
    onBlur: () => setFocused(undefined),
    children: (
      <>
        {rows.map((index, position) => (
          <Fragment key={index}>
            {space(index - (position > 0 ? rows[position - 1] + 1 : 0))}
            {rowAt(index)}
          </Fragment>
        ))}
        {space(total - end)}
      </>
    ),
  };
  return props.component === 'tbody' ? (
    <tbody {...shared} ref={rowsRef as RefObject<HTMLTableSectionElement>} />
  ) : (
    <ul {...shared} ref={rowsRef as RefObject<HTMLUListElement>} />
  );
}

function indexOf(element: Element): number | undefined {
  const row = element.closest(`[${INDEX_ATTRIBUTE}]`);
  return row ? Number(row.getAttribute(INDEX_ATTRIBUTE)) : undefined;
}
