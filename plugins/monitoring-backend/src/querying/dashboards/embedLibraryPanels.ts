type Json = Record<string, unknown>;

/** Library panels of one dashboard; more are left as they are. */
const MOST = 100;

/**
 * Puts the bodies of library panels into a dashboard, as Grafana's browser does when it opens it.
 * Their places and ids stay the dashboard's. One that cannot be read stays without a body.
 *
 * @param dashboard - of the first schema, or Grafana's resource of the second, which gets them beside
 *   its elements as an export does
 * @param read - by uid; `undefined` when there is none
 */
export async function embedLibraryPanels(
  dashboard: Json,
  read: (uid: string) => Promise<Json | undefined>,
): Promise<Json> {
  const spec = asJson(dashboard.spec);
  const elements = Object.values(asJson(spec.elements)).map(asJson);
  const uids = new Set<string>();
  const note = (panel: Json) => {
    const uid = libraryUid(panel);
    if (uid !== undefined && uids.size < MOST) {
      uids.add(uid);
    }
    return panel;
  };
  mapPanels(dashboard, note);
  elements.forEach(element => note(asJson(element.spec)));
  if (uids.size === 0) {
    return dashboard;
  }
  const bodies = new Map(
    await Promise.all(
      [...uids].map(async uid => [uid, await read(uid)] as const),
    ),
  );
  if (elements.length > 0) {
    const found = [...bodies].filter(([, model]) => model !== undefined);
    return {
      ...dashboard,
      spec: {
        ...spec,
        __elements: Object.fromEntries(
          found.map(([uid, model]) => [uid, { model }]),
        ),
      },
    };
  }
  return mapPanels(dashboard, panel => {
    const body = bodies.get(libraryUid(panel) ?? '');
    const { id, gridPos, libraryPanel } = panel;
    return body ? { ...body, id, gridPos, libraryPanel } : panel;
  });
}

function libraryUid({ libraryPanel }: Json): string | undefined {
  const { uid } = asJson(libraryPanel);
  return typeof uid === 'string' ? uid : undefined;
}

/** All panels, those in rows too, whichever way the dashboard has rows. */
function mapPanels(holder: Json, change: (panel: Json) => Json): Json {
  const lists = ['panels', 'rows'].filter(name => Array.isArray(holder[name]));
  return lists.reduce(
    (changed, name) => ({
      ...changed,
      [name]: (holder[name] as unknown[]).map(one => {
        if (typeof one !== 'object' || one === null) {
          return one;
        }
        const inner = mapPanels(one as Json, change);
        return name === 'panels' ? change(inner) : inner;
      }),
    }),
    holder,
  );
}

function asJson(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}
