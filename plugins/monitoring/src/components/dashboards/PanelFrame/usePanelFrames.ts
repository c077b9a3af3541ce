import { useContext, useEffect, useMemo, useState } from 'react';
import {
  configureFrames,
  DashboardVariable,
  DataFrame,
  framesOfResult,
  PanelModel,
  preparePanelData,
  rangeVariables,
  VariableValues,
} from '@sightline/backstage-plugin-monitoring-common';
import { errorText } from '../../../api/errorText';
import { ClockContext } from '../../../hooks/Clock';
import { PanelData } from '../types';

/** What a panel's answers came to. */
export interface PreparedFrames {
  frames: DataFrame[];
  /** Whether the code that prepares them is still on its way. */
  isPending?: boolean;
  /** Why they came to nothing: something in the panel cannot be applied to them. */
  failure?: string;
}

type Prepare = typeof preparePanelData;

const NOTHING: PreparedFrames = { frames: [] };
const PENDING: PreparedFrames = { frames: [], isPending: true };

/** The answers of a panel, transformed, configured and named; once for each answer. */
export function usePanelFrames(
  panel: PanelModel,
  { result, range }: Pick<PanelData, 'result' | 'range'>,
  variables: VariableValues,
  definitions: DashboardVariable[],
): PreparedFrames {
  const { timeZone } = useContext(ClockContext);
  const isTransformed =
    panel.transformations.length > 0 ||
    (result?.sourceTransformations ?? []).length > 0;
  const prepare = usePrepare(isTransformed);

  return useMemo(() => {
    if (!result) {
      return NOTHING;
    }
    if (typeof prepare === 'string') {
      return { frames: [], failure: prepare };
    }
    if (!prepare) {
      return PENDING;
    }
    try {
      return {
        frames: prepare(panel, result, {
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
  }, [prepare, panel, result, range, variables, definitions, timeZone]);
}

const prepareUntransformed: Prepare = (panel, result, context) =>
  configureFrames(panel, framesOfResult(result.frames, panel.targets), context);

/** Once loaded, it is there for all panels. */
let loaded: Prepare | undefined;

/** What prepares frames; undefined while it is loaded, a text when it cannot be. */
function usePrepare(isTransformed: boolean): Prepare | string | undefined {
  const [state, setState] = useState<{ failure?: string }>({});
  const isMissing = isTransformed && !loaded;
  useEffect(() => {
    if (isMissing) {
      import('./transformedFrames').then(
        module => {
          loaded = module.preparePanelData;
          setState({});
        },
        error => setState({ failure: errorText(error) }),
      );
    }
  }, [isMissing]);
  if (!isTransformed) {
    return prepareUntransformed;
  }
  return loaded ?? state.failure;
}
