import { SyntaxNode } from '@lezer/common';
import { parser } from '@prometheus-io/lezer-promql';
import fc from 'fast-check';
import { enforceMatchers } from './enforceMatchers';
import { anExpression } from './__testUtils__/anExpression';
import { validatePromql } from './validatePromql';

function enforce(expression: string) {
  return enforceMatchers(expression, [
    { label: 'namespace', operator: '=', value: 'media' },
  ]);
}

/** Walks the tree by its own means: whatever holds a name or braces outside a call. */
function selectorsIn(expression: string): string[] {
  const found: string[] = [];
  const visit = (node: SyntaxNode) => {
    if (node.name === 'VectorSelector') {
      found.push(expression.slice(node.from, node.to));
      return;
    }
    for (let child = node.firstChild; child; child = child.nextSibling) {
      visit(child);
    }
  };
  visit(parser.parse(expression).topNode);
  return found;
}

describe('enforceMatchers', () => {
  it('limits every selector of any expression', () => {
    fc.assert(
      fc.property(anExpression(), ({ text, selectors }) => {
        const result = enforce(text);
        const found = selectorsIn(result);
        expect(found).toHaveLength(selectors);
        expect(
          found.filter(selector => !selector.includes('namespace="media"')),
        ).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  it('enforces or refuses, whatever the text', () => {
    const token = fc.constantFrom(
      ...`a b{ } } {x="y"} { ( ) [5m] [1h:1m] , + - and or unless on(a) by (b) sum( topk(1, rate(
        offset 5m @ end() @ 1 # "s" 'x' \`raw\` 1 bool == NaN info( {"q"} =~ ". __name__= "}`.split(
        /\s+/,
      ),
      '\n',
      '\r',
      '# ',
    );
    const text = fc
      .array(token, { minLength: 1, maxLength: 12 })
      .map(parts => parts.join(' '));
    let accepted = 0;
    fc.assert(
      fc.property(text, value => {
        // An expression that is refused gives an error to look at, not a result.
        const fault = validatePromql(value);
        if (fault) {
          return fault.length > 0;
        }
        const result = enforce(value);
        accepted += 1;
        expect(parser.parse(result).toString()).not.toContain('LineComment');
        for (const selector of selectorsIn(result)) {
          expect(selector).toContain('namespace="media"');
        }
        return true;
      }),
      { numRuns: 5_000 },
    );
    expect(accepted).toBeGreaterThan(50);
  });
});
