import {
  DataField,
  DataFrame,
} from '@sightline/backstage-plugin-monitoring-common';
import { aPanel } from '../../../__testUtils__';
import { downloadCsv } from './downloadCsv';

const field = (
  name: string,
  type: DataField['type'],
  values: number[],
): DataField => ({
  name,
  type,
  values,
  config: { mappings: [], custom: {}, displayNameFromSource: name },
});

const series = (
  name: string,
  times: number[],
  values: number[],
): DataFrame => ({
  refId: 'A',
  fields: [field('Time', 'time', times), field(name, 'number', values)],
});

describe('downloadCsv', () => {
  it('puts series beside each other, by their times', async () => {
    let file: Blob | undefined;
    URL.createObjectURL = jest.fn(blob => {
      file = blob as Blob;
      return 'blob:x';
    });
    URL.revokeObjectURL = jest.fn();
    const click = jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation(() => {});
    downloadCsv({
      title: 'Network',
      panel: aPanel(),
      frames: [series('in', [0, 1_000], [1, 2]), series('out', [1_000], [3])],
      range: { from: 0, to: 2_000 },
    });
    expect(click).toHaveBeenCalledTimes(1);
    expect(await file?.text()).toBe(
      [
        'Time,in,out',
        '1970-01-01T00:00:00.000Z,1,',
        '1970-01-01T00:00:01.000Z,2,3',
        '',
      ].join('\r\n'),
    );
  });
});
