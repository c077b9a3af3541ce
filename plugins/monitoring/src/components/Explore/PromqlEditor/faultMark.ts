import { StateEffect, StateField, Text } from '@codemirror/state';
import { Decoration, DecorationSet, EditorView } from '@codemirror/view';
import { ExpressionPosition } from '@sightline/backstage-plugin-monitoring-common';

/** A place in the expression, or that there is no fault. */
type Fault = Pick<ExpressionPosition, 'offset' | 'length'> | undefined;

const MARK = Decoration.mark({ class: 'cm-fault' });

/** Shows where the backend found a fault. */
export const showFault = StateEffect.define<Fault>();

/** The marked fault; gone as soon as something is typed. */
export const faultMark = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, { docChanged, effects, newDoc }) {
    const shown = effects.find(effect => effect.is(showFault));
    if (shown) {
      return decorationsOf(shown.value as Fault, newDoc);
    }
    return docChanged ? Decoration.none : marks;
  },
  provide: field => EditorView.decorations.from(field),
});

function decorationsOf(fault: Fault, { length }: Text): DecorationSet {
  if (!fault || length === 0) {
    return Decoration.none;
  }
  // What ends too early is at fault behind its last character.
  const from = Math.min(fault.offset, length - 1);
  const to = Math.min(fault.offset + fault.length, length);
  return Decoration.set([MARK.range(from, Math.max(to, from + 1))]);
}
