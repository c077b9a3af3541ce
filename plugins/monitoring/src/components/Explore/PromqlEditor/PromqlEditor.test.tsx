import { startCompletion } from '@codemirror/autocomplete';
import { deleteCharBackward } from '@codemirror/commands';
import { diagnosticCount, forceLinting } from '@codemirror/lint';
import { EditorView } from '@codemirror/view';
import { act, render, screen } from '@testing-library/react';
import { FakeExploreApi } from '../../../__testUtils__';
import { PromqlEditor, PromqlEditorProps } from './PromqlEditor';

const PROPS: PromqlEditorProps = {
  value: 'up',
  onChange: () => {},
  onRun: () => {},
  completion: {
    api: FakeExploreApi.create(),
    entityRef: 'component:default/ingestor',
    range: () => ({ from: 0, to: 3_600_000 }),
  },
  label: 'PromQL expression',
  describedBy: 'help',
  placeholder: 'Type PromQL',
  isInvalid: false,
  phrases: {},
};

const content = () => screen.getByRole('textbox');
const view = () => EditorView.findFromDOM(content())!;

describe('PromqlEditor', () => {
  it('takes text with line ends of any kind, and begins behind it', () => {
    const { rerender } = render(<PromqlEditor {...PROPS} value={'up\r\n'} />);
    rerender(<PromqlEditor {...PROPS} value={'a\r\n+\rb\n'} />);
    expect(view().state.doc.toString()).toBe('a\n+\nb\n');
    expect(view().state.selection.main.head).toBe(6);
  });

  it('leaves the cursor where it is while it has the text already', () => {
    const onChange = jest.fn();
    const { rerender } = render(<PromqlEditor {...PROPS} value="up" />);
    rerender(<PromqlEditor {...PROPS} value={'up\r\n'} onChange={onChange} />);
    view().dispatch({ selection: { anchor: 1 } });
    onChange.mockClear();
    rerender(<PromqlEditor {...PROPS} value={'up\n'} onChange={onChange} />);
    expect(view().state.selection.main.head).toBe(1);
    expect(onChange).not.toHaveBeenCalled();
  });

  it('tells those who listen while its text is refused', () => {
    const { rerender } = render(<PromqlEditor {...PROPS} isInvalid />);
    expect(content()).toBeInvalid();
    rerender(<PromqlEditor {...PROPS} />);
    expect(content()).toBeValid();
  });

  it('marks nothing itself: what is typed may be half of an expression', async () => {
    render(<PromqlEditor {...PROPS} value="rate(up" />);
    await act(async () => forceLinting(view()));
    expect(diagnosticCount(view().state)).toBe(0);
  });

  it('says its own words as the app says them', async () => {
    render(
      <PromqlEditor
        {...PROPS}
        phrases={{ Completions: 'Vorschläge', 'Selection deleted': 'Gelöscht' }}
      />,
    );
    act(() => {
      view().focus();
      view().dispatch({ selection: { anchor: 2 } });
      startCompletion(view());
    });
    expect(
      await screen.findByRole('listbox', { name: 'Vorschläge' }),
    ).toBeVisible();
    act(() => {
      view().dispatch({ selection: { anchor: 0, head: 2 } });
      deleteCharBackward(view());
    });
    expect(screen.getByText('Gelöscht')).toBeInTheDocument();
  });
});
