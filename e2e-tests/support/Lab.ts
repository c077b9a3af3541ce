import type {
  DashboardMark,
  PanelQueryRequest,
  PanelQueryResult,
  VariableChoices,
} from '@sightline/backstage-plugin-monitoring-common';
import { expect, Locator, Page, Route } from '@playwright/test';
import { Portal } from './Portal';
import { scrollTo } from './scrollTo';

/** What stands in for the answers of the backend about one dashboard. */
export interface LabAnswers {
  /** Grafana's JSON. */
  dashboard: unknown;
  /** The answer for one panel; undefined leaves it without one. */
  panel: (
    id: number,
    request: PanelQueryRequest,
  ) => PanelQueryResult | undefined;
  marks?: DashboardMark[];
  choices?: VariableChoices[];
}

const UID = 'lab';

/**
 * A dashboard of the test's own on the entity page of the real portal: the browser's questions about
 * it are answered here, everything else by the backend.
 */
export class Lab {
  /** What the browser asked for, in order. */
  readonly asked: PanelQueryRequest[] = [];

  static async open(
    page: Page,
    portal: Portal,
    answers: LabAnswers,
    parameters: Record<string, string> = {},
    options?: { withPanels: boolean },
  ): Promise<Lab> {
    const lab = new Lab(page, portal, answers);
    await lab.#answer();
    await lab.goto(parameters, options);
    return lab;
  }

  private constructor(
    private readonly page: Page,
    private readonly portal: Portal,
    private readonly answers: LabAnswers,
  ) {}

  /** All that the dashboard draws. */
  get content(): Locator {
    return this.page.getByRole('tabpanel');
  }

  /** One panel, by its title. */
  panel(title: string): Locator {
    return this.content.getByRole('group', { name: title, exact: true });
  }

  /** Loads the page anew, with these parameters in its address. */
  async goto(
    parameters: Record<string, string>,
    { withPanels }: { withPanels: boolean } = { withPanels: true },
  ): Promise<void> {
    const query = new URLSearchParams({ dashboard: UID, ...parameters });
    await this.page.goto(
      `${this.portal.url}/catalog/default/component/ingestor/monitoring?${query}`,
    );
    const first = withPanels
      ? this.content.getByRole('group').first()
      : this.content;
    await scrollTo(first);
    await expect(first).toBeVisible();
  }

  /** The parameters of the page's address. */
  parameters(): URLSearchParams {
    return new URL(this.page.url()).searchParams;
  }

  async #answer(): Promise<void> {
    const { dashboard, marks = [], choices = [] } = this.answers;
    const summary = { uid: UID, title: 'Lab', source: 'pack' };
    const at = (path: string) =>
      `**/api/monitoring/v1/entities/component/default/ingestor/${path}`;
    const json = (answer: unknown) => (route: Route) =>
      route.fulfill({ json: answer });
    await this.page.route(at('dashboards'), json({ items: [summary] }));
    await this.page.route(
      at(`dashboards/${UID}`),
      json({ ...summary, dashboard, variables: {} }),
    );
    await this.page.route(
      at(`dashboards/${UID}/marks`),
      json({ items: marks, problems: [] }),
    );
    await this.page.route(
      at(`dashboards/${UID}/variables`),
      json({ items: choices }),
    );
    await this.page.route(at('panels/query'), route => {
      const request: PanelQueryRequest = route.request().postDataJSON();
      this.asked.push(request);
      const lines = request.panels.flatMap(panel => {
        const id = typeof panel === 'number' ? panel : panel.id;
        const answer = this.answers.panel(id, request);
        const key = typeof panel === 'number' ? {} : { key: panel.key };
        return answer ? [JSON.stringify({ ...answer, ...key })] : [];
      });
      return route.fulfill({
        contentType: 'application/x-ndjson',
        body: `${lines.join('\n')}\n`,
      });
    });
  }
}
