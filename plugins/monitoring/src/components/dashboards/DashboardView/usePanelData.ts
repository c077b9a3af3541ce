import { useCallback, useSyncExternalStore } from 'react';
import { PanelData } from '../types';
import { PanelAnswers } from './PanelAnswers';

/** The data of one panel, now and whenever it changes. */
export function usePanelData(answers: PanelAnswers, key: string): PanelData {
  return useSyncExternalStore(
    answers.subscribe,
    useCallback(() => answers.get(key), [answers, key]),
  );
}
