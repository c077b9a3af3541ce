import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { PanelModel } from '@sightline/backstage-plugin-monitoring-common';
import { isQueried } from '../types';
import { DashboardViewProps } from './DashboardViewProps';
import { PanelAnswers } from './PanelAnswers';
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

/** Charts are drawn after their data is there, in milliseconds. */
const DRAWING_TIME = 400;

/** Says when all panels that a print needs have been read and drawn. */
export function usePrintReady(
  props: Pick<DashboardViewProps, 'isPrintPrepared' | 'onPrintReady'>,
  shown: PanelModel[],
  answers: PanelAnswers,
): void {
  const { isPrintPrepared = false, onPrintReady } = props;
  const latest = useRef(onPrintReady);
  latest.current = onPrintReady;
  const isReady = useSyncExternalStore(
    answers.subscribe,
    () =>
      isPrintPrepared &&
      shown.slice(0, MOST_PRINTED).every(panel => {
        const { isLoading, result, failure } = answers.get(panel.key);
        return !isQueried(panel) || (!isLoading && Boolean(result ?? failure));
      }),
  );
  useEffect(() => {
    if (!isReady) {
      return undefined;
    }
    const timer = setTimeout(() => latest.current?.(), DRAWING_TIME);
    return () => clearTimeout(timer);
  }, [isReady]);
}
