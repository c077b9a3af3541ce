import { EditorView } from '@codemirror/view';
import { render, screen } from '@testing-library/react';
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
});
