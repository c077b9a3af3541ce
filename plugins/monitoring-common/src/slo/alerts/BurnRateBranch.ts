import { BurnRatePairDefinition } from './burnRatePairs';
import { Slo } from '../types';

/** SLOs of a group that fire at the same limits, and their pair of one tier. */
export interface BurnRateBranch {
  policy: string;
  /** One of them; the others differ in nothing that alerts. */
  slo: Slo;
  pair: BurnRatePairDefinition;
}
