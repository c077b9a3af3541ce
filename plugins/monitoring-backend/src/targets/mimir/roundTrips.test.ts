import { parse } from 'yaml';
import recorded from './__fixtures__/ruler.json';
import { groupContent, hashGroup } from './groupContent';
import { markGroup, readGroup } from './groupMarks';
import { RulerGroup } from './MimirRulerClient';

/** Groups as they were sent and as they came back. */
const roundTrips = recorded.scenarios
  .filter(({ name }) => name === 'ruler.crud' || name === 'ruler.roundtrip')
  .flatMap(({ exchanges }) => {
    const read = (exchanges as any[]).filter(
      ({ request, response }) =>
        request.method === 'GET' && /^name:/.test(response.text ?? ''),
    );
    return read.map(({ response }) => {
      const back: RulerGroup = parse(response.text);
      const sent = (exchanges as any[])
        .filter(({ request }) => request.method === 'POST')
        .map(({ request }) => parse(request.body))
        .find(({ name }) => name === back.name);
      return { name: back.name, sent, back };
    });
  });

describe('recorded round trips', () => {
  it('are there', () => {
    expect(roundTrips.map(({ name }) => name)).toEqual([
      'availability',
      'full',
      'json',
      'json',
      'd',
      'e',
    ]);
  });

  it.each(roundTrips)('of $name change nothing', ({ sent, back }) => {
    expect(groupContent(sent)).toEqual(groupContent(back));
    expect(hashGroup(sent)).toBe(hashGroup(back));
  });

  it.each(roundTrips)('of $name keep the owner mark', ({ back }) => {
    const mark = { key: 'a|b|c', entityRef: 'a', hash: 'abc123' };
    const marked = markGroup(back, mark);
    const { group, mark: found } = readGroup(marked);
    expect(found).toEqual(mark);
    expect(groupContent(group)).toEqual(groupContent(back));
  });

  it('find no mark where a person wrote', () => {
    for (const { back } of roundTrips) {
      expect(readGroup(back).mark).toBeUndefined();
    }
  });
});
