import {
  LegendOptions,
  StateDisplay,
} from '@sightline/backstage-plugin-monitoring-common';
import { PanelLegend } from '../legend';

/** Props of {@link StatesLegend}. */
export interface StatesLegendProps {
  title: string;
  states: StateDisplay[];
  options: LegendOptions;
}

/** What the colours of a timeline stand for. */
export function StatesLegend({ title, states, options }: StatesLegendProps) {
  return (
    <PanelLegend
      title={title}
      options={options}
      items={states.map(({ text, color }) => ({
        key: text,
        name: text,
        color,
        values: [],
      }))}
      visible={new Set(states.map(({ text }) => text))}
    />
  );
}
