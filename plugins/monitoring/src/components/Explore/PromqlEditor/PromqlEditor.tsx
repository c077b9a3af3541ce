import { useEffect, useRef } from 'react';
import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching } from '@codemirror/language';
import { Compartment, EditorState, Prec } from '@codemirror/state';
import {
  EditorView,
  keymap,
  placeholder as placeholderText,
} from '@codemirror/view';
import { useTheme } from '@material-ui/core/styles';
import { PromQLExtension } from '@prometheus-io/codemirror-promql';
import { ExpressionPosition } from '@sightline/backstage-plugin-monitoring-common';
import { editorTheme } from './editorTheme';
import { faultMark, showFault } from './faultMark';
import {
  ScopedPrometheusClient,
  ScopedPrometheusClientOptions,
} from './ScopedPrometheusClient';

/** Props of {@link PromqlEditor}. */
export interface PromqlEditorProps {
  value: string;
  onChange: (value: string) => void;
  onRun: () => void;
  /** Where names and values come from; the same object while that does not change. */
  completion: ScopedPrometheusClientOptions;
  /** Whether the backend refused `value`. */
  isInvalid: boolean;
  /** Where it found a fault. */
  fault?: ExpressionPosition;
  label: string;
  /** Id of what explains the keys, and the fault. */
  describedBy: string;
  placeholder: string;
  /** CodeMirror's own words, by what they are in English; the same object while none changes. */
  phrases: Record<string, string>;
}

/** A text field for PromQL, with completion and marks. Load it lazily: it brings CodeMirror. */
export function PromqlEditor(props: PromqlEditorProps) {
  const { value, completion, isInvalid, fault } = props;
  const { label, describedBy, placeholder, phrases } = props;
  const theme = useTheme();
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorView>();
  const look = useRef(new Compartment()).current;
  const language = useRef(new Compartment()).current;
  const texts = useRef(new Compartment()).current;
  const latest = useRef(props);
  latest.current = props;

  useEffect(() => {
    const run = () => {
      latest.current.onRun();
      return true;
    };
    const view = new EditorView({
      parent: host.current!,
      state: EditorState.create({
        doc: latest.current.value,
        extensions: [
          history(),
          bracketMatching(),
          closeBrackets(),
          autocompletion(),
          EditorView.lineWrapping,
          faultMark,
          look.of([]),
          language.of([]),
          texts.of([]),
          Prec.highest(
            keymap.of([
              { key: 'Shift-Enter', run },
              { key: 'Mod-Enter', run },
              { key: 'Ctrl-Enter', run },
            ]),
          ),
          // Tab is in none of these: it leads out of the editor.
          keymap.of([
            ...closeBracketsKeymap,
            ...completionKeymap,
            ...historyKeymap,
            ...defaultKeymap,
          ]),
          EditorView.updateListener.of(({ docChanged, state }) => {
            if (docChanged) {
              latest.current.onChange(state.doc.toString());
            }
          }),
        ],
      }),
    });
    editor.current = view;
    return () => view.destroy();
  }, [look, language, texts]);

  useEffect(() => {
    const view = editor.current!;
    const { doc } = view.state;
    // Not `value` itself: each line of a document ends with one character.
    const text = view.state.toText(value);
    if (!text.eq(doc)) {
      view.dispatch({
        changes: { from: 0, to: doc.length, insert: text },
        selection: { anchor: text.length },
      });
    }
  }, [value]);
  useEffect(() => {
    editor.current!.dispatch({ effects: showFault.of(fault) });
  }, [fault]);
  useEffect(() => {
    editor.current!.dispatch({ effects: look.reconfigure(editorTheme(theme)) });
  }, [look, theme]);
  useEffect(() => {
    // Faults are the backend's, which knows all of them: the linter's are English, for the mouse,
    // and come while half of an expression is typed.
    const promql = new PromQLExtension().activateLinter(false).setComplete({
      remote: ScopedPrometheusClient.create(completion),
    });
    editor.current!.dispatch({
      effects: language.reconfigure(promql.asExtension()),
    });
  }, [language, completion]);
  useEffect(() => {
    editor.current!.dispatch({
      effects: texts.reconfigure([
        placeholderText(placeholder),
        EditorState.phrases.of(phrases),
        EditorView.contentAttributes.of({
          'aria-label': label,
          'aria-describedby': describedBy,
          'aria-invalid': String(isInvalid),
        }),
      ]),
    });
  }, [texts, label, describedBy, isInvalid, placeholder, phrases]);

  return <div ref={host} />;
}
