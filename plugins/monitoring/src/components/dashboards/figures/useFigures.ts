import { useContext, useMemo } from 'react';
import { useTheme } from '@material-ui/core/styles';
import {
  FieldDisplay,
  fieldDisplays,
  ReduceOptions,
} from '@sightline/backstage-plugin-monitoring-common';
import { ClockContext } from '../../../hooks/Clock';
import { PanelProps } from '../types';

/** The figures of a panel; see {@link fieldDisplays}. */
export function useFigures(
  {
    panel,
    frames,
    variables,
  }: Pick<PanelProps, 'panel' | 'frames' | 'variables'>,
  options: ReduceOptions,
  wants: { sparkline?: boolean; percentChange?: boolean } = {},
): FieldDisplay[] {
  const { type } = useTheme().palette;
  const clock = useContext(ClockContext);
  const { sparkline = false, percentChange = false } = wants;
  return useMemo(
    () =>
      fieldDisplays(frames, options, {
        theme: type,
        timeZone: clock.timeZone,
        now: clock.now(),
        fieldConfig: panel.fieldConfig,
        variables,
        withSparkline: sparkline,
        withPercentChange: percentChange,
      }),
    [frames, options, type, clock, panel, variables, sparkline, percentChange],
  );
}
