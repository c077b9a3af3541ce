import { PanelFrame } from '../../api/types';
import { PanelTarget } from '../types';
import { fieldName } from './TableFrame';
import { tableFrames } from './tableFrames';

const frame = (refId: string, values: number[]): PanelFrame => ({
  refId,
  expression: `expression of ${refId}`,
  legendFormat: '{{queue}}',
  times: [1_000],
  series: values.map((value, index) => ({
    labels: { queue: `q${index}`, account: 'A' },
    values: [value],
  })),
});
const show = (frames: PanelFrame[], formats: PanelTarget['format'][]) =>
  tableFrames(
    frames,
    frames.map(({ refId }, index) => ({ refId, format: formats[index] })),
  ).map(({ fields }) => fields.map(field => [fieldName(field), field.values]));

describe('tableFrames', () => {
  it('makes a row of each series and a column of each label', () => {
    expect(show([frame('A', [3, 5])], ['table'])).toEqual([
      [
        ['Time', [1_000, 1_000]],
        ['account', ['A', 'A']],
        ['queue', ['q0', 'q1']],
        ['Value', [3, 5]],
      ],
    ]);
  });

  it('names values by their query when there are several', () => {
    const tables = show([frame('A', [3]), frame('B', [4])], ['table', 'table']);
    expect(tables.map(columns => columns[3])).toEqual([
      ['Value #A', [3]],
      ['Value #B', [4]],
    ]);
  });

  it('leaves out samples that are not there, and labels that a series lacks', () => {
    const answer: PanelFrame = {
      ...frame('A', []),
      times: [1_000, 2_000],
      series: [
        { labels: { a: 'x' }, values: [null, 1] },
        { labels: {}, values: ['NaN', null] },
      ],
    };
    expect(show([answer], ['table'])).toEqual([
      [
        ['Time', [2_000, 1_000]],
        ['a', ['x', null]],
        ['Value', [1, NaN]],
      ],
    ]);
  });

  it('gives every series of another format a table of its own', () => {
    expect(show([frame('A', [3, 5])], ['time_series'])).toEqual([
      [
        ['Time', [1_000]],
        ['q0', [3]],
      ],
      [
        ['Time', [1_000]],
        ['q1', [5]],
      ],
    ]);
  });
});
