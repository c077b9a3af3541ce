import { LOOKS_RANGE, looksPanel } from './looks';

it.each([...Array(39).keys()].map(index => index + 1))(
  'has the panel %d with its data',
  id => {
    const { panel, result, frames, texts } = looksPanel(id);
    expect(panel.id).toBe(id);
    expect(result.panelId).toBe(id);
    expect(texts === undefined).toBe([23, 24].includes(id));
    const columns = frames.flatMap(({ fields }) => fields);
    const moments = columns
      .filter(({ type }) => type === 'time')
      .flatMap(({ values }) => values as number[]);
    expect(Math.min(...moments)).toBeGreaterThanOrEqual(LOOKS_RANGE.from);
    expect(Math.max(...moments)).toBeLessThanOrEqual(LOOKS_RANGE.to);
  },
);
