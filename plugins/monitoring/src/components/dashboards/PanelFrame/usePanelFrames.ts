import { useContext, useMemo } from 'react';
import {
  DashboardVariable,
  DataFrame,
  PanelModel,
  preparePanelData,
  rangeVariables,
  VariableValues,
} from '@sightline/backstage-plugin-monitoring-common';
import { ClockContext } from '../../../hooks/Clock';
import { PanelData } from '../types';

/** What a panel's answers came to. */
export interface PreparedFrames {
  frames: DataFrame[];
  /** Why they came to nothing: something in the panel cannot be applied to them. */
  failure?: string;
}

const NOTHING: PreparedFrames = { frames: [] };

/** The answers of a panel, transformed, configured and named; once for each answer. */
export function usePanelFrames(
  panel: PanelModel,
  { result, range }: Pick<PanelData, 'result' | 'range'>,
  variables: VariableValues,
  definitions: DashboardVariable[],
): PreparedFrames {
  const { timeZone } = useContext(ClockContext);
  return useMemo(() => {
    if (!result) {
      return NOTHING;
    }
    try {
      return {
        frames: preparePanelData(panel, result, {
          variables,
          definitions,
          builtIns: range && rangeVariables(range),
          timeZone,
        }),
      };
    } catch (error) {
      return {
        frames: [],
        failure: error instanceof Error ? error.message : String(error),
      };
    }
  }, [panel, result, range, variables, definitions, timeZone]);
}
