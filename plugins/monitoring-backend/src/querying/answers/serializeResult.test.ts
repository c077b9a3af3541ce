import { PanelQueryResult } from '@sightline/backstage-plugin-monitoring-common';
import { serializeResult } from './serializeResult';

const RESULT: PanelQueryResult = {
  panelId: 1,
  key: '1-a',
  frames: [
    {
      refId: 'A',
      expression: 'up{job="a"}',
      durationMs: 12,
      cache: 'miss',
      times: [1, 2],
      series: [{ labels: { a: '"}' }, values: [null, 'NaN'] }],
    },
    { refId: 'B', expression: '', times: [], series: [] },
  ],
  step: 60,
  durationMs: 12,
  answeredAt: 1_000,
};

function tagOf(changes: Partial<PanelQueryResult>) {
  return serializeResult({ ...RESULT, ...changes }).tag;
}

describe('serializeResult', () => {
  it('writes one line of JSON, with its tag', () => {
    const { text, tag } = serializeResult(RESULT);
    expect(text.indexOf('\n')).toBe(text.length - 1);
    expect(JSON.parse(text)).toEqual({ ...RESULT, tag });
    expect(tag).toMatch(/^[A-Za-z0-9_-]{22}$/);
  });

  it('writes what has no frames', () => {
    const result = { panelId: 2, frames: [], error: 'no panel' };
    expect(JSON.parse(serializeResult(result).text)).toEqual(result);
  });

  it('gives the same data the same tag, however long it took', () => {
    const [first, second] = RESULT.frames;
    expect(
      tagOf({
        durationMs: 1,
        answeredAt: 2,
        frames: [{ ...first, durationMs: 3, cache: 'hit' }, second],
      }),
    ).toBe(tagOf({}));
  });

  it.each<[string, Partial<PanelQueryResult>]>([
    ['another panel', { panelId: 2 }],
    ['another copy', { key: '1-b' }],
    ['another step', { step: 30 }],
    ['fewer frames', { frames: RESULT.frames.slice(0, 1) }],
    [
      'another time',
      { frames: [{ ...RESULT.frames[0], times: [1, 3] }, RESULT.frames[1]] },
    ],
    [
      'another value',
      {
        frames: [
          {
            ...RESULT.frames[0],
            series: [{ labels: { a: '"}' }, values: [0, 'NaN'] }],
          },
          RESULT.frames[1],
        ],
      },
    ],
    [
      'another legend',
      {
        frames: [
          { ...RESULT.frames[0], legendFormat: '{{a}}' },
          RESULT.frames[1],
        ],
      },
    ],
  ])('gives %s another tag', (_what, changes) => {
    expect(tagOf(changes)).not.toBe(tagOf({}));
  });

  it.each<[string, Partial<PanelQueryResult>]>([
    ['with an error', { error: 'A: no' }],
    ['with a warning', { warnings: ['cut'] }],
    ['that is old', { staleMs: 0 }],
  ])('gives none to a result %s', (_what, changes) => {
    expect(tagOf(changes)).toBeUndefined();
  });
});
