import { anSlo } from '../__testUtils__/anSlo';
import { objectiveRule } from './objectiveRule';
import { runPromtool } from '../promtool/__testUtils__/promtool';
import { SloRuleOptions } from '../SloRuleOptions';
import { Slo } from '../types';

const NAME = 'sightline:slo_objective:ratio';
const SHARED = `sli="http:availability", slo="availability", rules="shared"`;

describe('the rule of shared objectives, in promtool', () => {
  it('gives each SLO its own labels, whatever stands in the texts', () => {
    const options: Record<string, SloRuleOptions> = {
      a: { owner: 'group:default/x', runbookUrl: 'https://e.org/?a=$1&b=${2}' },
      b: {},
      c: { entityUrl: 'https://portal.example.com/c' },
    };
    const group = {
      slos: [
        anSlo('c', {
          objective: '0.95',
          title: 'Tab\there\nand "quotes" \\ $$',
        }),
        anSlo('b', {
          title: '',
          window: { type: 'calendar', unit: 'month', timeZone: 'UTC' },
        }),
        anSlo('a', { title: '{{ query "up" }} $1' }),
      ],
      shared: true,
      optionsOf: ({ entityRef }: Slo) => options[entityRef.slice(-1)],
    };
    const sample = (labels: string, value: number) => ({
      labels: `${NAME}{${SHARED}, ${labels}}`,
      value,
    });
    expect(
      runPromtool([{ name: 'objectives', rules: [objectiveRule(group)] }], {
        input_series: [{ series: 'a', values: '1' }],
        promql_expr_test: [
          {
            expr: NAME,
            eval_time: '0m',
            exp_samples: [
              sample(
                'entity="component:default/a", policy="0.999/30d", objective="0.999", window="30d", title="{{ query \\"up\\" }} $1", owner="group:default/x", runbook_url="https://e.org/?a=$1&b=${2}"',
                0.999,
              ),
              sample(
                'entity="component:default/b", policy="0.999/month:UTC", objective="0.999", window="month:UTC"',
                0.999,
              ),
              sample(
                'entity="component:default/c", policy="0.95/30d", objective="0.95", window="30d", title="Tab here and \\"quotes\\" \\\\ $$", entity_url="https://portal.example.com/c"',
                0.95,
              ),
            ],
          },
        ],
      }),
    ).toBe('');
  });

  it('leaves out a text that is too long for a label', () => {
    const { labels } = objectiveRule({
      slos: [anSlo('a', { title: 'x'.repeat(3_000) })],
      shared: false,
      optionsOf: () => ({ owner: 'group:default/x' }),
    });
    expect(labels).not.toHaveProperty('title');
    expect(labels).toMatchObject({ owner: 'group:default/x', rules: 'own' });
  });
});
