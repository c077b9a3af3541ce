/** One thing that is wrong in a file, at its place. */
export interface Problem {
  /** As on the command line. */
  file: string;
  /** From 1. */
  line: number;
  /** From 1, in UTF-16 code units. */
  column: number;
  severity: 'error' | 'warning';
  /** One or more sentences, for the author. */
  message: string;
  /** Canonical ref of the entity, where there is one. */
  entity?: string;
  /** The full annotation key. */
  annotation?: string;
  /** JSON pointer into the SLO document, `/spec/objectives/0/target`. */
  pointer?: string;
  /** Something in its place that works. */
  example?: string;
}

/** In the order of the files, then of the lines. */
export function sortProblems(problems: Problem[], files: string[]): Problem[] {
  const order = new Map(files.map((file, index) => [file, index]));
  const rank = ({ file }: Problem) => order.get(file) ?? files.length;
  return [...problems].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      (a.file < b.file ? -1 : Number(a.file > b.file)) ||
      a.line - b.line ||
      a.column - b.column,
  );
}
