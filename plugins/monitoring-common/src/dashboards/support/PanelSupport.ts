import { PanelKind } from '../types';

/**
 * Why a panel is not drawn, or what is left out of it.
 *
 * @public
 */
export interface SupportReason {
  code:
    | 'panel-type'
    | 'transformation'
    | 'datasource'
    | 'expression'
    | 'library-panel'
    | 'invalid'
    | 'matcher'
    | 'option';
  /** Which one: the id of the transformation, the type of the source, the name of the option. */
  detail?: string;
}

/**
 * How far Sightline draws a panel.
 *
 * @public
 */
export interface PanelSupport {
  panelId: number;
  title: string;
  /** As written in the JSON. */
  type: string;
  kind: PanelKind;
  state: 'drawn' | 'partly' | 'unsupported';
  /** Of `partly` and `unsupported`. */
  reasons: SupportReason[];
}
