/* eslint-disable no-script-url -- what must not be run */
import { screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import { renderScreen } from '../../../__testUtils__';
import { looksPanel } from '../../../__testUtils__/looks';
import { aPanelProps, looksProps } from '../../../__testUtils__/panelProps';
import { textLines } from '../../../__testUtils__/textLines';
import { TextPanel } from './TextPanel';

type Variables = Record<string, string | string[]>;

async function show(
  options: Record<string, unknown>,
  variables: Variables = {},
) {
  return renderScreen(
    <TextPanel
      {...aPanelProps({ type: 'text', title: 'Note', options })}
      variables={variables}
    />,
  );
}

describe('TextPanel', () => {
  it('says on panel 39 of the gallery what Grafana says', async () => {
    const { container } = await renderScreen(
      <TextPanel {...looksProps(39)} variables={{ service: 'gateway' }} />,
    );
    // Backstage tells those who listen where its links open.
    const lines = textLines(container).map(line =>
      line.replace(', Opens in a new window', ''),
    );
    expect(lines).toEqual(looksPanel(39).texts?.text);
    expect(screen.getByRole('link', { name: /link/ })).toHaveAttribute(
      'href',
      'https://example.org/runbook',
    );
    expect(screen.getByRole('table')).toBeInTheDocument();
    expect(container.querySelector('script, [onerror]')).toBeNull();
    expect((await axe(container)).violations).toEqual([]);
  });

  it('leaves out pictures without a text for those who listen, and keeps the text of others', async () => {
    const { container } = await show({
      mode: 'html',
      content:
        '<img src="https://example.org/a.png"><img src="https://example.org/b.png" alt="The plan">',
    });
    expect(
      [...container.querySelectorAll('img')].map(one =>
        one.getAttribute('alt'),
      ),
    ).toEqual(['', 'The plan']);
  });

  it('shows HTML, with what is safe of it', async () => {
    const { container } = await show({
      mode: 'html',
      content:
        '<h2>About $service</h2>\n\n    <p style="position:fixed">Text</p>\n\n<ul>\n\n<li># no heading</li></ul><a href="https://example.org/">out</a>',
    });
    expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent(
      'About $service',
    );
    expect(screen.getByText('Text')).not.toHaveAttribute('style');
    expect(screen.getByRole('listitem')).toHaveTextContent('# no heading');
    expect(screen.getByRole('link')).toHaveAttribute(
      'href',
      'https://example.org/',
    );
    expect(container.querySelector('pre')).toBeNull();
  });

  it.each(['html', 'markdown'])(
    'takes what a variable holds for text, not for %s',
    async mode => {
      const { container } = await show(
        { mode, content: '<p>$who and ${many}</p>' },
        { who: '<b>x</b><img src=x>', many: ['a', 'b'] },
      );
      expect(container.querySelector('b, img')).toBeNull();
      expect(container).toHaveTextContent('<b>x</b><img src=x> and a, b');
    },
  );

  it('shows code as it is', async () => {
    const { container } = await show(
      { mode: 'code', content: '<b>$who</b>\n  # x' },
      { who: '<i>' },
    );
    expect(container.querySelector('pre')).toHaveTextContent('<b><i></b> # x');
  });

  it('colours code of a language', async () => {
    const { container } = await show({
      mode: 'code',
      content: '{"a": 1}',
      code: { language: 'json', showLineNumbers: true },
    });
    expect(container).toHaveTextContent('{"a": 1}');
  });

  it('leaves code in a note as it is written', async () => {
    const { container } = await show({
      content: 'Use `<script>`:\n\n```\n<style>\n```\n\n<style>x</style>',
    });
    expect(textLines(container).join(' ')).toBe(
      'Use <script>: <style> <style>x</style>',
    );
  });

  it.each([
    ['<script>window.hit = 1</script>'],
    ['<img src=x onerror="window.hit = 1">'],
    ['<svg onload="window.hit = 1"><circle/></svg>'],
    ['<a href="javascript:window.hit=1">x</a>'],
    ['[x](javascript:window.hit=1)'],
    ['<a href="data:text/html,<script>1</script>">x</a>'],
    ['<a href=" java\nscript:window.hit=1">x</a>'],
    ['<iframe src="https://evil.example"></iframe>'],
    ['<iframe srcdoc="<script>parent.hit=1</script>"></iframe>'],
    ['<object data="x"></object><embed src="x">'],
    ['<form action="https://evil.example"><input name="a"></form>'],
    ['<style>body { display: none }</style>'],
    ['<link rel="stylesheet" href="https://evil.example/x.css">'],
    ['<meta http-equiv="refresh" content="0;url=https://evil.example">'],
    ['<base href="https://evil.example">'],
    ['<div style="background:url(javascript:1)" class="x">y</div>'],
    ['<math><mtext></mtext><style><img src=x onerror=1></style></math>'],
    ['<p id="__proto__">x</p><p name="constructor">y</p>'],
  ])('X03 X05 · runs nothing and frames nothing: %s', async content => {
    for (const mode of ['html', 'markdown']) {
      const { container, unmount } = await show({ mode, content });
      expect(
        container.querySelector(
          'script, iframe, object, embed, form, style, link, meta, base, svg, math',
        ),
      ).toBeNull();
      const attributes = [...container.querySelectorAll('*')].flatMap(element =>
        [...element.attributes].map(({ name, value }) => `${name}=${value}`),
      );
      expect(
        attributes.filter(one =>
          /^on|^style=|=\s*(javascript|data|vbscript):/i.test(one),
        ),
      ).toEqual([]);
      unmount();
    }
    expect(window).not.toHaveProperty('hit');
  });

  it('has no fault that axe can find', async () => {
    const { container } = await show({ content: '# A\n\n- [b](https://c.d)' });
    expect((await axe(container)).violations).toEqual([]);
  });
});
