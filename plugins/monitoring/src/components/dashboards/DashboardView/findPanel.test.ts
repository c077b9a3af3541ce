import { PanelModel } from '@sightline/backstage-plugin-monitoring-common';
import { aPanel } from '../../../__testUtils__';
import { findPanel } from './findPanel';

const panel = (id: number, key: string): PanelModel => ({
  ...aPanel({ id }),
  key,
});
const PANELS = [
  panel(1, '1'),
  panel(2, '2'),
  panel(2, '2-job-b'),
  panel(12, '12'),
];

describe('findPanel', () => {
  it.each([
    ['1', '1'],
    ['12', '12'],
    ['2-job-b', '2-job-b'],
    ['panel-2', '2'],
    ['row-1$panel-12', '12'],
    ['panel-1$panel-2-clone-1', '2'],
  ])('finds %s', (text, key) => {
    expect(findPanel(PANELS, text)?.key).toBe(key);
  });

  it.each(['', '3', 'panel-3', 'panel', '-1', '1e0'])(
    'finds nothing for %j',
    text => {
      expect(findPanel(PANELS, text)).toBeUndefined();
    },
  );
});
