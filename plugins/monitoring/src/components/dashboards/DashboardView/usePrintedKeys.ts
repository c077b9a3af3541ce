import { useMemo } from 'react';
import { PanelModel } from '@sightline/backstage-plugin-monitoring-common';
import { usePrinting } from './usePrinting';

/** More fill no paper that anybody reads, and each is asked for. */
const MOST_PRINTED = 200;

/** Panels that a print needs although they are far from what is seen, by their keys. */
export function usePrintedKeys(
  shown: PanelModel[],
  isPrepared: boolean = false,
): string[] {
  const isPrinting = usePrinting();
  return useMemo(
    () =>
      isPrinting || isPrepared
        ? shown.slice(0, MOST_PRINTED).map(({ key }) => key)
        : [],
    [shown, isPrinting, isPrepared],
  );
}
