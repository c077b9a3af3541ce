import { Change, diffLines, LinesOptions } from 'diff';

/** Equal lines around a difference that stay visible. */
const CONTEXT = 3;
/** More time is not spent on which lines belong together, in milliseconds; its types lack it. */
const LIMITS: LinesOptions & { timeout: number } = { timeout: 1_000 };

/** A line of one side. */
export interface SideLine {
  /** Counted from 1. */
  number: number;
  text: string;
}

/** A row of two texts side by side, or of equal lines that are not shown. */
export type AlignedRow =
  | { type: 'same' | 'changed'; theirs?: SideLine; ours?: SideLine }
  | { type: 'folded'; lines: number };

/** Puts two texts side by side, lines that belong together in one row, and folds what is equal. */
export function alignLines(theirs: string, ours: string): AlignedRow[] {
  const left = prettyJson(theirs);
  const right = prettyJson(ours);
  // Undefined when it took too long.
  const found: Change[] | undefined = diffLines(left, right, LIMITS);
  const changes = found ?? [
    { value: left, removed: true },
    { value: right, added: true },
  ];
  const rows: AlignedRow[] = [];
  let leftNumber = 0;
  let rightNumber = 0;
  let removed: SideLine[] = [];

  const flush = (added: SideLine[]) => {
    for (
      let index = 0;
      index < Math.max(removed.length, added.length);
      index += 1
    ) {
      rows.push({
        type: 'changed',
        theirs: removed[index],
        ours: added[index],
      });
    }
    removed = [];
  };
  changes.forEach(({ value, added, removed: isRemoved }, index) => {
    const lines = value.replace(/\n$/, '').split('\n');
    if (isRemoved) {
      removed = lines.map(text => ({ number: (leftNumber += 1), text }));
    } else if (added) {
      flush(lines.map(text => ({ number: (rightNumber += 1), text })));
    } else {
      flush([]);
      const same = lines.map(text => ({
        type: 'same' as const,
        theirs: { number: (leftNumber += 1), text },
        ours: { number: (rightNumber += 1), text },
      }));
      rows.push(...fold(same, index === 0, index === changes.length - 1));
    }
  });
  flush([]);
  return rows;
}

function fold(
  rows: AlignedRow[],
  isFirst: boolean,
  isLast: boolean,
): AlignedRow[] {
  const head = isFirst ? 0 : CONTEXT;
  const tail = isLast ? 0 : CONTEXT;
  const hidden = rows.length - head - tail;
  return hidden > 1
    ? [
        ...rows.slice(0, head),
        { type: 'folded', lines: hidden },
        ...rows.slice(rows.length - tail),
      ]
    : rows;
}

/** What is not JSON, such as a rule file, stays as it is. */
function prettyJson(text: string): string {
  try {
    return `${JSON.stringify(JSON.parse(text), null, 2)}\n`;
  } catch {
    return text.endsWith('\n') ? text : `${text}\n`;
  }
}
