import { JsonObject } from '@backstage/types';
import {
  AutoGrid,
  DashboardSection,
  DashboardTab,
  PanelModel,
} from '../../types';
import { DashboardContext } from '../DashboardContext';
import { giveIds } from '../giveIds';
import { asNumber, asObject, asObjects, asText } from '../json';
import { parseCondition } from '../parseCondition';
import { parsePanel } from '../parsePanel';
import { panelOfElement } from './panelOfElement';

const COLUMN_WIDTHS: Record<string, number> = {
  narrow: 192,
  standard: 448,
  wide: 768,
};
const ROW_HEIGHTS: Record<string, number> = {
  short: 168,
  standard: 320,
  tall: 512,
};

/** Rows in rows beyond it are drawn beside each other. */
const DEEPEST = 10;

/** Where in the page something is. */
interface Place {
  /** Of the section's id: unique. */
  path: string;
  tab?: string;
  depth: number;
}

/** Reads the layout of a dashboard of the second schema into tabs, rows and panels. */
export class LayoutReader {
  readonly tabs: DashboardTab[] = [];
  readonly sections: DashboardSection[] = [];
  readonly #elements: Map<string, JsonObject>;
  readonly #nextId: (panel?: JsonObject) => number;

  constructor(
    elements: JsonObject,
    private readonly context: DashboardContext,
  ) {
    this.#elements = new Map(
      Object.entries(elements).map(([name, element]) => [
        name,
        panelOfElement(asObject(element)),
      ]),
    );
    this.#nextId = giveIds([...this.#elements.values()]);
  }

  /** Of the whole page. */
  read(layout: JsonObject): void {
    if (layout.kind !== 'TabsLayout') {
      this.#readLayout(layout, { path: '', depth: 0 });
      return;
    }
    for (const [at, { spec }] of asObjects(
      asObject(layout.spec).tabs,
    ).entries()) {
      const tab = asObject(spec);
      const id = `tab-${at + 1}`;
      this.tabs.push({
        id,
        title: asText(tab.title) ?? '',
        ...shared(tab),
      });
      this.#readLayout(asObject(tab.layout), {
        path: `${id}-`,
        tab: id,
        depth: 0,
      });
    }
  }

  #readLayout(layout: JsonObject, place: Place, row?: DashboardSection): void {
    const spec = asObject(layout.spec);
    switch (layout.kind) {
      case 'RowsLayout':
        this.#readRows(asObjects(spec.rows), place, row);
        break;
      // Tabs in a row are drawn as rows in it.
      case 'TabsLayout':
        this.#readRows(asObjects(spec.tabs), place, row);
        break;
      case 'AutoGridLayout':
        this.#add(place, row, {
          autoGrid: autoGridOf(spec),
          panels: asObjects(spec.items).flatMap(item => this.#panelOf(item)),
        });
        break;
      default:
        this.#readGrid(asObjects(spec.items), place, row);
    }
  }

  #readRows(rows: JsonObject[], place: Place, parent?: DashboardSection): void {
    const isTooDeep = place.depth >= DEEPEST;
    if (parent) {
      this.#add(place, parent, { panels: [] });
    }
    const depth = parent && !isTooDeep ? place.depth + 1 : place.depth;
    for (const [at, { spec }] of rows.entries()) {
      const row = asObject(spec);
      const path = `${place.path}${at + 1}`;
      const section: DashboardSection = {
        id: `row-${path}`,
        ...(row.hideHeader !== true && { title: asText(row.title) ?? '' }),
        collapsed: row.collapse === true && row.hideHeader !== true,
        ...shared(row),
        panels: [],
      };
      // Nothing of a page lies so deep; what is there is left out.
      if (!isTooDeep) {
        this.#readLayout(
          asObject(row.layout),
          { ...place, path: `${path}-`, depth },
          section,
        );
      }
    }
  }

  /** A grid may hold the rows of the first schema. */
  #readGrid(items: JsonObject[], place: Place, row?: DashboardSection): void {
    this.#add(place, row, {
      panels: items
        .filter(({ kind }) => kind !== 'GridLayoutRow')
        .flatMap(item => this.#panelOf(item)),
    });
    const rows = items
      .filter(({ kind }) => kind === 'GridLayoutRow')
      .map(({ spec }) => asObject(spec))
      .sort((a, b) => (asNumber(a.y) ?? 0) - (asNumber(b.y) ?? 0));
    for (const [at, spec] of rows.entries()) {
      this.#add(
        place,
        {
          id: `row-${place.path}grid-${at + 1}`,
          title: asText(spec.title) ?? '',
          collapsed: spec.collapsed === true,
          ...shared(spec),
          panels: [],
        },
        {
          panels: asObjects(spec.elements).flatMap(item => this.#panelOf(item)),
        },
      );
    }
  }

  #add(
    { path, tab, depth }: Place,
    row: DashboardSection | undefined,
    content: Pick<DashboardSection, 'panels' | 'autoGrid'>,
  ): void {
    this.sections.push({
      ...(row ?? { id: `${path}top`, collapsed: false }),
      ...(tab !== undefined && { tab }),
      ...(depth > 0 && { depth }),
      ...content,
    });
  }

  #panelOf({ spec }: JsonObject): PanelModel[] {
    const item = asObject(spec);
    const element = this.#elements.get(
      asText(asObject(item.element).name) ?? '',
    );
    if (!element) {
      return [];
    }
    const { value, direction, maxPerRow } = asObject(item.repeat);
    const panel = parsePanel(
      {
        ...element,
        gridPos: {
          x: item.x ?? 0,
          y: item.y ?? 0,
          w: item.width ?? 12,
          h: item.height ?? 8,
        },
        ...(asText(value) && {
          repeat: value,
          repeatDirection: direction ?? '',
          ...(maxPerRow !== undefined && { maxPerRow }),
        }),
      },
      this.#nextId(element),
      this.context,
    );
    const condition = parseCondition(item.conditionalRendering);
    return [{ ...panel, ...(condition && { condition }) }];
  }
}

/** What tabs and rows have in common. */
function shared(spec: JsonObject): Pick<DashboardTab, 'repeat' | 'condition'> {
  const repeat = asText(asObject(spec.repeat).value);
  const condition = parseCondition(spec.conditionalRendering);
  return { ...(repeat && { repeat }), ...(condition && { condition }) };
}

function autoGridOf(spec: JsonObject): AutoGrid {
  return {
    maxColumns: clamp(Math.round(asNumber(spec.maxColumnCount) ?? 3), 1, 10),
    columnWidth: clamp(
      size(spec.columnWidth, spec.columnWidthMode, COLUMN_WIDTHS),
      50,
      2_000,
    ),
    rowHeight: clamp(
      size(spec.rowHeight, spec.rowHeightMode, ROW_HEIGHTS),
      30,
      2_000,
    ),
  };
}

function size(
  own: unknown,
  mode: unknown,
  sizes: Record<string, number>,
): number {
  const name = asText(mode) ?? 'standard';
  const number = asNumber(own);
  return name === 'custom' && number !== undefined
    ? number
    : sizes[Object.hasOwn(sizes, name) ? name : 'standard'];
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value));
}
