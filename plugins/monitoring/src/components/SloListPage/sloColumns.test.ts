import { DEFAULT_COLUMNS, formatColumns, parseColumns } from './sloColumns';

describe('columns in the address', () => {
  it('are the usual ones where it names none, and are not named then', () => {
    expect(parseColumns(null)).toEqual(DEFAULT_COLUMNS);
    expect(formatColumns(DEFAULT_COLUMNS)).toBeUndefined();
  });

  it('come back in their own order, always with state and service', () => {
    expect(parseColumns('domain,sli,nonsense')).toEqual([
      'state',
      'service',
      'sli',
      'domain',
    ]);
    expect(formatColumns(['state', 'service', 'domain', 'sli'])).toBe(
      'sli,domain',
    );
  });

  it('may be none but those that say what a row is about', () => {
    expect(formatColumns(['state', 'service'])).toBe('');
    expect(parseColumns('')).toEqual(['state', 'service']);
  });
});
