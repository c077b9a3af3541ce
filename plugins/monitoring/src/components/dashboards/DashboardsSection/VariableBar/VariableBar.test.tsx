import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import {
  parseDashboard,
  VariableOption,
  VariableValues,
} from '@sightline/backstage-plugin-monitoring-common';
import { readable, renderScreen } from '../../../../__testUtils__';
import { ChoosableVariable } from '../useVariables';
import { VariableBar } from './VariableBar';

const many = Array.from({ length: 10_000 }, (_, at) => `pod-${at}`);
const optionsOf = (values: string[]) =>
  values.map(value => ({ text: value, value }));

/** Variables as a dashboard writes them. */
function variables(...list: object[]): ChoosableVariable[] {
  return parseDashboard({
    templating: { list: list as never },
  }).variables;
}

async function show(
  definitions: ChoosableVariable[],
  values: VariableValues,
  rest: {
    preset?: VariableValues;
    readFilters?: (name: string, key?: string) => Promise<VariableOption[]>;
  } = {},
) {
  const onChange = jest.fn();
  const rendered = await renderScreen(
    <VariableBar
      definitions={definitions}
      values={values}
      preset={rest.preset ?? {}}
      onChange={onChange}
      readFilters={rest.readFilters ?? (async () => [])}
    />,
  );
  return { onChange, ...rendered };
}

describe('VariableBar', () => {
  it('shows what is chosen, and not what the dashboard hides', async () => {
    await show(
      variables(
        { name: 'pod', type: 'query', multi: true },
        { name: 'secret', type: 'constant', query: '1', hide: 2 },
        { name: 'gone', type: 'query', hide: 2 },
        {
          name: 'quiet',
          type: 'custom',
          query: 'A : a',
          hide: 1,
          label: 'Quiet',
        },
      ).map(one => ({
        ...one,
        options: one.name === 'pod' ? optionsOf(many) : one.options,
      })),
      { pod: ['a', 'b', 'c', 'd', 'e'], secret: '1', gone: 'x', quiet: 'a' },
    );
    const list = screen.getByRole('list', { name: /variables$/ });
    expect(readable(list)).toBe('poda + b + c + 2 moreQuietA');
    expect(screen.getByLabelText(/^pod/)).toHaveTextContent(
      'a + b + c + 2 more',
    );
    // Its name is for those who listen.
    expect(screen.getByLabelText(/^Quiet/)).toHaveTextContent('A');
  });

  it('finds one of ten thousand choices by a part of it, by keyboard alone', async () => {
    const [pod] = variables({ name: 'pod', type: 'query' });
    const { onChange } = await show([{ ...pod, options: optionsOf(many) }], {
      pod: 'pod-0',
    });
    screen.getByLabelText(/^pod/).focus();
    await userEvent.keyboard('{Enter}');
    expect(await screen.findAllByRole('option')).toHaveLength(100);
    expect(screen.getByRole('status')).toHaveTextContent('and 9900 more');
    await userEvent.keyboard('777{ArrowDown}{ArrowDown}{Enter}');
    expect(onChange).toHaveBeenCalledWith('pod', 'pod-2777');
  });

  it('takes a value that is not listed, where the dashboard lets it', async () => {
    const [pod] = variables({ name: 'pod', type: 'query' });
    const { onChange } = await show([{ ...pod, options: optionsOf(['a']) }], {
      pod: 'a',
    });
    await userEvent.click(screen.getByLabelText(/^pod/));
    await screen.findByRole('listbox');
    await userEvent.keyboard('other');
    await userEvent.click(screen.getByRole('option', { name: 'Use “other”' }));
    expect(onChange).toHaveBeenCalledWith('pod', 'other');
  });

  it('takes texts when they are finished', async () => {
    const { onChange } = await show(
      variables({ name: 'text', type: 'textbox', query: 'a' }),
      { text: 'a' },
    );
    await userEvent.type(await screen.findByLabelText('text'), 'b');
    expect(onChange).not.toHaveBeenCalled();
    await userEvent.keyboard('{Enter}');
    expect(onChange).toHaveBeenCalledWith('text', 'ab');
  });

  it('offers "auto" of intervals under Grafana’s name', async () => {
    const { onChange } = await show(
      variables({ name: 'step', type: 'interval', query: '1m,5m', auto: true }),
      { step: '1m' },
    );
    await userEvent.click(screen.getByLabelText(/^step/));
    await userEvent.click(await screen.findByRole('option', { name: 'auto' }));
    expect(onChange).toHaveBeenCalledWith('step', '$__auto_interval_step');
  });

  it('says why a variable cannot be chosen', async () => {
    await show(
      variables(
        { name: 'service', type: 'query' },
        {
          name: 'source',
          type: 'datasource',
          current: { text: 'Prom', value: 'p' },
        },
      ),
      { service: 'ingestor', source: 'p' },
      { preset: { service: 'ingestor' } },
    );
    expect(
      screen.getByText('service is set by this service’s selector'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/^Which Prometheus is asked is set/),
    ).toBeInTheDocument();
    expect(screen.getByText('Prom')).toBeInTheDocument();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('says who chooses a data source that the dashboard leaves open', async () => {
    await show(variables({ name: 'source', type: 'datasource' }), {
      source: '',
    });
    const list = screen.getByRole('list', { name: /variables$/ });
    expect(readable(list)).toMatch(/^sourceset by the operator/);
    expect(list).not.toHaveTextContent('None');
  });

  it('says what failed, and that it reads', async () => {
    const [a, b] = variables(
      { name: 'a', type: 'query' },
      { name: 'b', type: 'query' },
    );
    await show(
      [
        { ...a, error: 'Prometheus is away' },
        { ...b, isLoading: true },
      ],
      { a: 'x', b: 'y' },
    );
    expect(screen.getByText('Prometheus is away')).toBeInTheDocument();
    expect(screen.getByText(/^Loading/)).toBeInTheDocument();
  });

  describe('filters ad hoc', () => {
    const FILTERS = variables({ name: 'Filters', type: 'adhoc' });
    const readFilters = async (_: string, key?: string) =>
      optionsOf(key ? ['api', 'web'] : ['job', 'pod']);

    it('are added by label, operator and value', async () => {
      const { onChange } = await show(
        FILTERS,
        { Filters: ['env|=|prod'] },
        { readFilters },
      );
      await userEvent.click(
        await screen.findByRole('button', { name: 'Add filter' }),
      );
      const dialog = screen.getByRole('dialog', { name: 'Filter of Filters' });
      await userEvent.type(within(dialog).getByLabelText('Label'), 'job');
      await userEvent.type(within(dialog).getByLabelText('Value'), 'a|b,c');
      await userEvent.click(screen.getByRole('button', { name: 'Apply' }));
      expect(onChange).toHaveBeenCalledWith('Filters', [
        'env|=|prod',
        'job|=|a__gfp__b__gfc__c',
      ]);
    });

    it('offer the values that a label has', async () => {
      const { onChange } = await show(
        FILTERS,
        { Filters: [] },
        { readFilters },
      );
      await userEvent.click(
        await screen.findByRole('button', { name: 'Add filter' }),
      );
      await userEvent.type(screen.getByLabelText('Label'), 'job');
      const value = screen.getByLabelText('Value');
      await userEvent.click(value);
      await waitFor(async () => {
        await userEvent.type(value, '{ArrowDown}');
        expect(screen.getByRole('option', { name: 'web' })).toBeInTheDocument();
      });
      await userEvent.click(screen.getByRole('option', { name: 'web' }));
      await userEvent.click(screen.getByRole('button', { name: 'Apply' }));
      expect(onChange).toHaveBeenCalledWith('Filters', ['job|=|web']);
    });

    it('say what is no label, and are not applied then', async () => {
      await show(FILTERS, { Filters: [] });
      await userEvent.click(
        await screen.findByRole('button', { name: 'Add filter' }),
      );
      await userEvent.type(screen.getByLabelText('Label'), 'a-b');
      expect(screen.getByLabelText('Label')).toHaveAccessibleDescription(
        /^A label has letters/,
      );
      expect(screen.getByRole('button', { name: 'Apply' })).toBeDisabled();
    });

    it('are removed one by one, or all', async () => {
      const { onChange } = await show(FILTERS, {
        Filters: ['env|=|prod', 'job|!=|a'],
      });
      await userEvent.click(
        await screen.findByRole('button', {
          name: 'Change the filter env = prod',
        }),
      );
      await userEvent.click(screen.getByRole('button', { name: 'Remove' }));
      expect(onChange).toHaveBeenLastCalledWith('Filters', ['job|!=|a']);
      await userEvent.click(
        screen.getByRole('button', { name: 'Clear all', hidden: true }),
      );
      expect(onChange).toHaveBeenLastCalledWith('Filters', []);
    });
  });

  it('has no fault that axe can find, closed and open', async () => {
    const [pod, ...others] = variables(
      { name: 'pod', type: 'query', multi: true, description: 'Which' },
      { name: 'text', type: 'textbox' },
      { name: 'on', type: 'switch', enabledValue: '1', disabledValue: '0' },
      { name: 'Filters', type: 'adhoc' },
    );
    const { baseElement } = await show(
      [{ ...pod, options: optionsOf(many.slice(0, 20)) }, ...others],
      { pod: ['pod-1'], text: 'a', on: '1', Filters: ['a|=|b'] },
    );
    const rules = { region: { enabled: false } };
    expect((await axe(baseElement, { rules })).violations).toEqual([]);
    await userEvent.click(screen.getByLabelText(/^pod/));
    await screen.findByRole('listbox');
    expect((await axe(baseElement, { rules })).violations).toEqual([]);
  });
});
