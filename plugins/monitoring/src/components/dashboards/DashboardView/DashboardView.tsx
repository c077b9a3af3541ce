import { useCallback, useContext, useId, useMemo, useRef } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  dashboardPanels,
  DashboardSection,
  interpolateVariables,
  PanelModel,
} from '@sightline/backstage-plugin-monitoring-common';
import { ClockContext } from '../../../hooks/Clock';
import { monitoringDashboardsTranslationRef } from '../../../translation';
import { useElementSize } from '../useElementSize';
import { DashboardPanel } from './DashboardPanel';
import { DashboardRow } from './DashboardRow';
import { DashboardTabs } from './DashboardTabs';
import { DashboardViewProps } from './DashboardViewProps';
import { PanelGrid } from './PanelGrid';
import { PanelSlot } from './PanelSlot';
import { PrintTheme } from './PrintTheme';
import { useDashboardPage } from './useDashboardPage';
import { useKeptKeys } from './useKeptKeys';
import { useNearViewport } from './useNearViewport';
import { useOpenRows } from './useOpenRows';
import { usePanelQueries } from './usePanelQueries';
import { usePrintedKeys, usePrintReady } from './usePrintedKeys';
import { useTabs } from './useTabs';
import { ViewedPanel } from './ViewedPanel';
import { visibleSections } from './visibleSections';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
    minWidth: 0,
  },
}));

const NONE: PanelModel[] = [];

/** A dashboard, drawn from its JSON. */
export function DashboardView(props: DashboardViewProps) {
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const classes = useStyles();
  const rootRef = useRef<HTMLDivElement>(null);
  const size = useElementSize(rootRef);
  const { near, watch } = useNearViewport<string>();
  const panelId = useId();
  const { timeZone } = useContext(ClockContext);

  const page = useDashboardPage(props);
  const { dashboard, variables, definitions, viewed } = page;
  const { tabs, chosen, change } = useTabs(dashboard, variables, definitions);
  const rows = useOpenRows(props.uid);
  const sections = useMemo(
    () =>
      visibleSections(
        dashboard.sections.filter(
          ({ tab }) => tab === undefined || tab === chosen,
        ),
        rows.isOpen,
      ),
    [dashboard, chosen, rows.isOpen],
  );
  const shown = useMemo(
    () => (viewed ? [viewed] : sections.flatMap(openPanels(rows.isOpen))),
    [viewed, sections, rows.isOpen],
  );
  const printed = usePrintedKeys(shown, props.isPrintPrepared);
  const wanted = useMemo(
    () => new Set(viewed ? [viewed.key] : [...near, ...printed]),
    [viewed, near, printed],
  );
  const kept = useKeptKeys(wanted);
  const write = useCallback(
    (text: string, { scopedVariables: scoped }: Scoped) =>
      interpolateVariables(text, {
        variables,
        definitions,
        scoped,
        defaultFormat: 'text',
      }),
    [variables, definitions],
  );
  const nearPanels = useMemo(
    () => (props.isWaiting ? NONE : shown.filter(({ key }) => wanted.has(key))),
    [shown, wanted, props.isWaiting],
  );
  const { answers, retry } = usePanelQueries({
    dashboard: props.uid,
    panels: nearPanels,
    variables,
    definitions,
    range: props.timeRange,
    timeOf: page.rangeOf,
    timeZone,
    queryPanels: props.queryPanels,
    width: size?.width,
    kept,
    noAnswer: t('dashboards.panel.noAnswer'),
  });
  usePrintReady(props, shown, answers);
  const shared = useMemo(
    () => ({ ...page.shared, answers, onRetry: retry }),
    [page.shared, answers, retry],
  );

  const grid = (section: DashboardSection) =>
    section.panels.length > 0 && (
      <PanelGrid section={section} watch={watch}>
        {panel => (
          <PanelSlot panel={panel} shared={shared} isKept={kept.has(panel.key)}>
            {() => (
              <DashboardPanel
                panel={panel}
                shared={shared}
                headingLevel={section.title === undefined ? 3 : 4}
              />
            )}
          </PanelSlot>
        )}
      </PanelGrid>
    );

  return (
    <PrintTheme>
      <div ref={rootRef} className={classes.root}>
        {page.notice}
        {dashboard.omittedPanels !== undefined && (
          <Typography variant="body2" role="status">
            {t('dashboards.view.omitted', {
              count: dashboard.omittedPanels,
            })}
          </Typography>
        )}
        {page.viewedKey !== undefined ? (
          <ViewedPanel name={page.viewedKey} panel={viewed} shared={shared} />
        ) : (
          <>
            {tabs.length > 0 && chosen && (
              <DashboardTabs
                tabs={tabs}
                chosen={chosen}
                panelId={panelId}
                onChange={change}
              />
            )}
            {dashboardPanels(dashboard).length === 0 && (
              <Typography variant="body2">
                {t('dashboards.emptyDashboard')}
              </Typography>
            )}
            <div
              id={panelId}
              className={classes.root}
              {...(chosen && {
                role: 'tabpanel',
                'aria-label': tabs.find(({ id }) => id === chosen)?.title,
              })}
            >
              {sections.map(section =>
                section.title === undefined ? (
                  <div key={section.id}>{grid(section)}</div>
                ) : (
                  <DashboardRow
                    key={section.id}
                    title={write(section.title, section)}
                    panelCount={section.panels.length}
                    depth={section.depth ?? 0}
                    isOpen={rows.isOpen(section)}
                    onToggle={() => rows.toggle(section)}
                  >
                    {grid(section)}
                  </DashboardRow>
                ),
              )}
            </div>
          </>
        )}
      </div>
    </PrintTheme>
  );
}

type Scoped = Pick<PanelModel, 'scopedVariables'>;

function openPanels(isOpen: (section: DashboardSection) => boolean) {
  return (section: DashboardSection): PanelModel[] =>
    section.title === undefined || isOpen(section) ? section.panels : [];
}
