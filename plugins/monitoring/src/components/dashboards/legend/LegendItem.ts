/** A figure beside a name in a legend. */
export interface LegendValue {
  /** Of the column: `Mean`, `Last *`. */
  title: string;
  /** As the panel writes it. */
  text: string;
  /** For sorting; absent when there is no such value. */
  number?: number;
}

/** One line of a legend. */
export interface LegendItem {
  /** Unique within the legend, and the same after a refresh. */
  key: string;
  name: string;
  /** What tells it from others of the same name, where that is known; said on hover. */
  difference?: string;
  /** For CSS. */
  color: string;
  /** How its line is drawn; absent means solid. */
  line?: 'dash' | 'dot';
  /** Whether it is measured by an axis on the right: then it stands there. */
  isOnRight?: boolean;
  /** In the order of the columns. */
  values: LegendValue[];
}
