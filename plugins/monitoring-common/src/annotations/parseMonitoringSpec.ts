import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  ANNOTATION_EXAMPLES,
  MONITORING_ANNOTATION_ALERTS,
  MONITORING_ANNOTATION_DASHBOARDS,
  MONITORING_ANNOTATION_ENVIRONMENTS,
  MONITORING_ANNOTATION_GRAFANA,
  MONITORING_ANNOTATION_MUTE,
  MONITORING_ANNOTATION_NOTIFY,
  MONITORING_ANNOTATION_PACKS,
  MONITORING_ANNOTATION_PROMETHEUS,
  MONITORING_ANNOTATION_PROVISION,
  MONITORING_ANNOTATION_RENAMED_FROM,
  MONITORING_ANNOTATION_RUNBOOK,
  MONITORING_ANNOTATION_SELECTOR,
  MONITORING_ANNOTATION_SLOS,
} from './constants';
import { findUnknownAnnotations } from './findUnknownAnnotations';
import { isMonitoringAvailable } from './isMonitoringAvailable';
import { parseAlertOverrides } from './parseAlertOverrides';
import { parseDashboards } from './parseDashboards';
import { parseEnvironments } from './parseEnvironments';
import { parseInstance } from './parseInstance';
import { parseMute } from './parseMute';
import { parseNotify } from './parseNotify';
import { parsePacks } from './parsePacks';
import {
  OLDER_DASHBOARD_ANNOTATIONS,
  parseOlderDashboards,
} from './parseOlderDashboards';
import { parseProvision, PROVISION_KINDS } from './parseProvision';
import { parseRenamedFrom } from './parseRenamedFrom';
import { parseRunbook } from './parseRunbook';
import { parseSelector } from './parseSelector';
import { readDefaultSelector } from './readDefaultSelector';
import { AskedSlos, parseSlos } from './parseSlos';
import { relatedRef } from './relatedRef';
import {
  AnnotationProblem,
  DashboardReference,
  MonitoringSpec,
  Parsed,
  SloWindow,
} from './types';

/** Longest value that is looked at, in UTF-16 code units. */
const LONGEST_VALUE = 10_000;
/** The same for `monitoring/slos`, which may be a file of documents. */
const LONGEST_DOCUMENTS = 200_000;

/**
 * Options of {@link parseMonitoringSpec}.
 *
 * @public
 */
export interface ParseMonitoringSpecOptions {
  /** Label matchers with `${{ name }}`, `${{ namespace }}`, `${{ kind }}`. */
  defaultSelector: string;
  /** Window of an SLO that names none. */
  defaultWindow: SloWindow;
  /** Zone of calendar windows that name none, an IANA name. Default UTC. */
  timeZone?: string;
  /** Ids of the installed packs; absent means that any is accepted. */
  knownPacks?: readonly string[];
  /** Names of the configured channels; absent means that any is accepted. */
  knownChannels?: readonly string[];
  /** Ids of the configured Prometheus servers; absent means that any is accepted. */
  knownPrometheus?: readonly string[];
  /** Ids of the configured Grafana servers; absent means that any is accepted. */
  knownGrafana?: readonly string[];
  /** Names of the configured mute timings; absent means that any is accepted. */
  knownMuteTimings?: readonly string[];
}

/**
 * Reads what an entity's annotations ask for. Never throws: each part that is not understood is
 * one problem, and everything else is used.
 *
 * @public
 */
export function parseMonitoringSpec(
  entity: Entity,
  options: ParseMonitoringSpecOptions,
): Parsed<MonitoringSpec> {
  const annotations = entity.metadata.annotations ?? {};
  const problems: AnnotationProblem[] = findUnknownAnnotations(annotations);

  /** Parses one annotation when it is there, and keeps its problems. */
  function read<T>(
    annotation: string,
    parse: (value: string) => Parsed<T>,
    otherwise: T,
  ): T {
    const value = annotations[annotation];
    if (value === undefined) {
      return otherwise;
    }
    const longest =
      annotation === MONITORING_ANNOTATION_SLOS
        ? LONGEST_DOCUMENTS
        : LONGEST_VALUE;
    if (typeof value !== 'string' || value.length > longest) {
      problems.push({
        annotation,
        severity: 'error',
        message:
          typeof value === 'string'
            ? `The value is longer than ${longest} characters, so nothing of it is used`
            : 'The value is no text, so nothing of it is used. Put it in quotes, or a file in by $text',
        example:
          ANNOTATION_EXAMPLES[annotation] ??
          ANNOTATION_EXAMPLES[MONITORING_ANNOTATION_DASHBOARDS],
      });
      return otherwise;
    }
    const parsed = parse(value);
    problems.push(...parsed.problems);
    return parsed.value;
  }

  const fallback = readDefaultSelector(entity, options.defaultSelector);
  const defaultSelector = fallback.value;
  const selector = read(
    MONITORING_ANNOTATION_SELECTOR,
    value => parseSelector(value, defaultSelector),
    defaultSelector,
  );
  if (selector === defaultSelector) {
    problems.push(...fallback.problems);
  }

  const entityRef = stringifyEntityRef(entity);
  const spec: MonitoringSpec = {
    entityRef,
    name: entity.metadata.name,
    title: entity.metadata.title ?? entity.metadata.name,
    owner: relatedRef(entity, {
      relation: 'ownedBy',
      field: 'owner',
      defaultKind: 'group',
    }),
    system: relatedRef(entity, {
      relation: 'partOf',
      kind: 'system',
      field: 'system',
      defaultKind: 'system',
    }),
    optedIn: isMonitoringAvailable(entity),
    packs: read(
      MONITORING_ANNOTATION_PACKS,
      value => parsePacks(value, options.knownPacks),
      [],
    ),
    selector,
    selectorIsDefault: selector === defaultSelector,
    ...read<AskedSlos>(
      MONITORING_ANNOTATION_SLOS,
      value => parseSlos(value, { ...options, names: serviceNames(entity) }),
      { slos: [], sloDefinitions: [] },
    ),
    alertOverrides: read(MONITORING_ANNOTATION_ALERTS, parseAlertOverrides, []),
    notify: read(
      MONITORING_ANNOTATION_NOTIFY,
      value => parseNotify(value, options.knownChannels),
      [],
    ),
    dashboards: eachOnce([
      ...read(MONITORING_ANNOTATION_DASHBOARDS, parseDashboards, []),
      ...OLDER_DASHBOARD_ANNOTATIONS.flatMap(annotation =>
        read(annotation, value => parseOlderDashboards(annotation, value), []),
      ),
    ]),
    provision: read(
      MONITORING_ANNOTATION_PROVISION,
      parseProvision,
      PROVISION_KINDS,
    ),
    prometheus: read(
      MONITORING_ANNOTATION_PROMETHEUS,
      value =>
        parseInstance(
          MONITORING_ANNOTATION_PROMETHEUS,
          value,
          options.knownPrometheus,
        ),
      undefined,
    ),
    grafana: read(
      MONITORING_ANNOTATION_GRAFANA,
      value =>
        parseInstance(
          MONITORING_ANNOTATION_GRAFANA,
          value,
          options.knownGrafana,
        ),
      undefined,
    ),
    runbook: read(MONITORING_ANNOTATION_RUNBOOK, parseRunbook, undefined),
    environments: read(
      MONITORING_ANNOTATION_ENVIRONMENTS,
      value => parseEnvironments(value, { ...options, selector }),
      [],
    ),
    renamedFrom: read(
      MONITORING_ANNOTATION_RENAMED_FROM,
      value => parseRenamedFrom(value, entityRef),
      undefined,
    ),
    mute: read(
      MONITORING_ANNOTATION_MUTE,
      value => parseMute(value, options.knownMuteTimings),
      [],
    ),
  };
  return { value: spec, problems };
}

/** A dashboard that is named by several annotations is one. */
function eachOnce(references: DashboardReference[]): DashboardReference[] {
  const byName = new Map(
    references.map(one => [`${one.type}:${one.value}`, one]),
  );
  return [...byName.values()];
}

/** What an SLO document may call the entity. */
function serviceNames(entity: Entity): string[] {
  const { name, namespace = 'default' } = entity.metadata;
  return [name, `${namespace}/${name}`, stringifyEntityRef(entity)];
}
