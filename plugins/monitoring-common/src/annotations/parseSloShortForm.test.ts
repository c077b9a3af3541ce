import fc from 'fast-check';
import { parseSloShortForm } from './parseSloShortForm';

describe('parseSloShortForm', () => {
  it('reads one form, with 30 days and UTC unless told otherwise', () => {
    expect(parseSloShortForm(' availability 99.9% min=100 name=a ')).toEqual({
      value: {
        type: 'availability',
        objective: '0.999',
        minimumEvents: 100,
        name: 'a',
        window: { type: 'rolling', duration: 2_592_000 },
      },
      problems: [],
    });
    expect(
      parseSloShortForm('uptime 99% year', { timeZone: 'Asia/Tokyo' }).value,
    ).toMatchObject({ window: { unit: 'year', timeZone: 'Asia/Tokyo' } });
  });

  it.each([
    ['availabilty 99%', 'availabilty', "did you mean 'availability'?"],
    ['availability 99% months', 'months', "did you mean 'month'?"],
    ['availability 99% month@Berlin', 'month@Berlin', 'month@Europe/Berlin'],
    ['availability 99% mim=5', 'mim=5', "did you mean 'min'?"],
    ['availability 99% owner=me', 'owner=me', 'name=, sli= and min='],
    ['availability 99% min=many', 'min=many', 'min=100'],
    ['availability 99% min=-1', 'min=-1', 'min=100'],
    ['', '', 'A kind of SLO is missing'],
  ])('says what is wrong with %p, and where', (text, word, message) => {
    const { value, problems } = parseSloShortForm(text);
    expect(value).toBeUndefined();
    expect(problems).toHaveLength(1);
    expect(problems[0].message).toContain(message);
    const { offset, length } = problems[0].position!;
    expect(text.slice(offset, offset + length)).toBe(word);
  });

  it('never throws', () => {
    const word = fc.oneof(
      fc.constantFrom(
        ...['availability', 'latency', 'p95', '<', '99.9%', '30d', 'month@'],
        ...['name=', 'sli=a:b', 'min=', 'errors', '@', '=', 'year@UTC'],
      ),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.array(word), words => {
        const { value, problems } = parseSloShortForm(words.join(' '));
        expect(value === undefined).toBe(problems.length > 0);
      }),
      { numRuns: 1_000 },
    );
  });
});
