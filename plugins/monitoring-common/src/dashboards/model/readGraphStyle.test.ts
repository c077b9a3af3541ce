import { readGraphStyle } from './readGraphStyle';

describe('readGraphStyle', () => {
  it('has what Grafana has where nothing is said', () => {
    expect(readGraphStyle({})).toMatchObject({
      drawStyle: 'line',
      lineWidth: 1,
      fillOpacity: 0,
      pointSize: 5,
      showPoints: 'auto',
      spanNulls: false,
      barWidthFactor: 0.6,
      stacking: { mode: 'none', group: 'A' },
      axis: { placement: 'auto', colorMode: 'text', showBorder: false },
      scale: { type: 'linear' },
      thresholdsStyle: 'off',
    });
  });

  it.each([
    [{ lineStyle: { fill: 'dash' } }, { dashes: [10, 10], lineStyle: 'dash' }],
    [{ lineStyle: { fill: 'dot' } }, { dashes: [0, 10] }],
    [{ lineStyle: { fill: 'dash', dash: [4, 'x', 2] } }, { dashes: [4, 2] }],
    [{ spanNulls: true }, { spanNulls: true }],
    [{ spanNulls: 3600000 }, { spanNulls: 3600000 }],
    [{ insertNulls: 60000 }, { insertNulls: 60000 }],
    [{ insertNulls: false }, { insertNulls: undefined }],
    [{ fillOpacity: 250 }, { fillOpacity: 100 }],
    [
      { scaleDistribution: { type: 'log', log: 10 } },
      { scale: { type: 'log', base: 10 } },
    ],
    [{ scaleDistribution: { type: 'log' } }, { scale: { base: 2 } }],
    [
      { scaleDistribution: { type: 'symlog', log: 2, linearThreshold: 5 } },
      { scale: { type: 'symlog', linearThreshold: 5 } },
    ],
    [{ barAlignment: -1 }, { barAlignment: -1 }],
    [{ barAlignment: 'left' }, { barAlignment: 0 }],
    [{ transform: 'negative-Y' }, { transform: 'negative-Y' }],
    [{ transform: 'flip' }, { transform: undefined }],
    [
      { axisSoftMin: 0, axisCenteredZero: true, axisGridShow: false },
      { axis: { softMin: 0, centeredZero: true, showGrid: false } },
    ],
    [{ thresholdsStyle: { mode: 'area' } }, { thresholdsStyle: 'area' }],
    [{ drawStyle: ['bars'], lineWidth: {} }, { drawStyle: 'line' }],
  ])('reads %j', (custom, expected) => {
    expect(readGraphStyle(custom as never)).toMatchObject(expected);
  });
});
