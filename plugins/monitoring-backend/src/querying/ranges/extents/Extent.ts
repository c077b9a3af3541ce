import { KeptSeries } from './KeptSeries';
import { Span } from './Span';

/** What is known of a query over a span; never changed once it is made. */
export interface Extent extends Span {
  /** When the oldest part of it was asked for, in Unix milliseconds. */
  fetchedAt: number;
  /** In the order of `compareLabels`; those without a value in the span are not among them. */
  series: readonly KeptSeries[];
}
