import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';
import { HumanDuration } from '@backstage/types';

export interface Config {
  /** Sightline: monitoring from catalog annotations. */
  monitoring?: {
    /**
     * Label matchers that select a service's series when `monitoring/selector` is absent.
     * `${{ name }}`, `${{ namespace }}` and `${{ kind }}` stand for the entity's identity.
     * Default: `service="${{ name }}"`.
     */
    defaultSelector?: string;
    /** Prometheus-compatible servers; the first is used when an entity names none. */
    prometheus?: Array<{
      /** Referred to by `monitoring/prometheus`. */
      id: string;
      /** Which program answers. Default `prometheus`. */
      type?: 'prometheus' | 'thanos' | 'mimir' | 'victoriametrics';
      /** Base URL as the backend reaches it; absent where `grafana` is set. */
      url?: string;
      /** Asks through a data source of a Grafana, so that only Grafana has to be reachable. */
      grafana?: {
        /** Of a server in `monitoring.grafana`, as which we ask. */
        id: string;
        /** Uid of the data source. */
        datasource: string;
      };
      /**
       * Whose data is meant: one, or for `mimir` a list. Sent as `X-Scope-OrgID`, or `THANOS-TENANT`;
       * for `victoriametrics` an account (`7:42`), which is put into the path.
       */
      tenant?: string | number | string[];
      /**
       * Whether answers are asked for compressed, which takes a Prometheus about as long as the
       * query. Default: over https, which may be far away.
       */
      compression?: boolean;
      /**
       * Whether answers may lack the data of stores that are down, with a warning (`thanos`,
       * `victoriametrics`). Default false.
       */
      partialResponse?: boolean;
      /** Of a URL with https. PEM, which `$file` reads at the start. */
      tls?: {
        /** Authorities that are trusted instead of those that Node trusts. */
        ca?: string;
        /** Certificate that says who we are. */
        cert?: string;
        /** Its key, without a passphrase. @visibility secret */
        key?: string;
        /** Name on the server's certificate. Default: the host of the URL. */
        serverName?: string;
      };
      /**
       * Addresses and ranges where the server must not be, whatever its name leads to:
       * `169.254.0.0/16`. Not behind a proxy, which looks the name up itself. Default: none.
       */
      denyAddresses?: string[];
      /** Matchers enforced in every query made for an entity, from its identity fields. */
      scope?: Array<{
        label: string;
        /** `metadata.name`, `metadata.namespace`, `kind` or `spec.<field>`. */
        from: string;
      }>;
      /** Labels of exemplars that lead to a trace: links beside the points on graphs. */
      exemplars?: Array<{
        /** `trace_id`. */
        label: string;
        /** `http` or `https`; `${{ value }}`, behind the host, stands for the label's value. */
        url: string;
        /** Of the link. Default: the label. */
        title?: string;
      }>;
      auth?: {
        method: 'none' | 'bearer' | 'basic' | 'headers';
        /** @visibility secret */
        token?: string;
        username?: string;
        /** @visibility secret */
        password?: string;
        /** @deepVisibility secret */
        headers?: { [name: string]: string };
      };
      limits?: {
        /** Deadline of one query, 1 s to 1 h. Default 30 s. */
        timeout?: HumanDuration | string;
        /** At least 1. Default 2000. */
        maxSeries?: number;
        /**
         * Queries under way at once, at least 1; others wait. One person, and all polls together, have
         * half of them at most. Default 20.
         */
        maxConcurrent?: number;
        /** Largest answer in bytes, after decompression; at least 1024. Default 33554432. */
        maxResponseBytes?: number;
      };
      /** What range queries answered is kept, and only what is missing is asked for. */
      cache?: {
        /** Default true. */
        enabled?: boolean;
        /**
         * Nothing younger is kept: samples, and ends of series, come in late. Let it be at least a
         * tenth longer than the longest scrape interval; up to 1 day. Default 1 minute, of Mimir
         * 10 and of VictoriaMetrics 5.
         */
        freshness?: HumanDuration | string;
        /**
         * Everything is asked for again after that: what was added to the past, or deleted from it,
         * is seen then. 1 minute to 7 days. Default 1 hour.
         */
        maxAge?: HumanDuration | string;
      };
    }>;
    cache?: {
      /** Memory for answers of range queries, of all servers, at least 1 MiB. Default 64 MiB. */
      maxBytes?: number;
      /**
       * Memory for panels' answers as they are sent, which are given again for ten seconds, at least
       * 1 MiB. Default 64 MiB.
       */
      maxSentBytes?: number;
    };
    /** Grafana servers; the first is used when an entity names none. */
    grafana?: Array<{
      /** Referred to by `monitoring/grafana`. */
      id: string;
      /** Base URL as the backend reaches it. */
      url: string;
      /** Base URL as people reach it, for links. Default: `url`. */
      publicUrl?: string;
      auth?: {
        method: 'none' | 'bearer' | 'basic';
        /** Token of a service account with the role Editor. @visibility secret */
        token?: string;
        username?: string;
        /** @visibility secret */
        password?: string;
      };
      /** Of a URL with https. PEM, which `$file` reads at the start. */
      tls?: {
        /** Authorities that are trusted instead of those that Node trusts. */
        ca?: string;
        /** Certificate that says who we are. */
        cert?: string;
        /** Its key, without a passphrase. @visibility secret */
        key?: string;
        /** Name on the server's certificate. Default: the host of the URL. */
        serverName?: string;
      };
      /** Title of the folder that holds what Sightline provisions. Default `Sightline`. */
      folder?: string;
      folders?: {
        /** What has a folder of its own in `folder`, for its dashboards. Default `none`. */
        by?: 'none' | 'owner' | 'system';
      };
      /**
       * Uid of the data source of the first server in `monitoring.prometheus`, which dashboards and
       * rules use. Default: Grafana's default one.
       */
      datasource?: string;
      /**
       * Ids of servers in `monitoring.prometheus`, and the uids of the data sources that ask them.
       * Entities on a server without one get no alert rules in this Grafana, the first apart.
       */
      datasources?: { [prometheus: string]: string };
      /**
       * Dashboards that entities may link to with `monitoring/dashboards`: those that are in one of
       * the folders, or carry one of the tags. Whoever sees the entity sees them, and anybody can pick
       * them on an entity whose metrics he may read. Default: none.
       */
      linkedDashboards?: {
        /** Uids of folders; `general` is where dashboards without a folder are. Folders below are not meant. */
        folders?: string[];
        /** Whoever may edit a dashboard in Grafana may tag it. */
        tags?: string[];
      };
    }>;
    alertmanager?: Array<{
      id: string;
      url: string;
      /** Sent as `X-Scope-OrgID`. */
      tenant?: string;
      /** Of a URL with https. PEM, which `$file` reads at the start. */
      tls?: {
        /** Authorities that are trusted instead of those that Node trusts. */
        ca?: string;
        /** Certificate that says who we are. */
        cert?: string;
        /** Its key, without a passphrase. @visibility secret */
        key?: string;
        /** Name on the server's certificate. Default: the host of the URL. */
        serverName?: string;
      };
      auth?: {
        method: 'none' | 'bearer' | 'basic' | 'headers';
        /** @visibility secret */
        token?: string;
        username?: string;
        /** @visibility secret */
        password?: string;
        /** @deepVisibility secret */
        headers?: { [name: string]: string };
      };
    }>;
    provisioning?: {
      /** How often the whole catalog is reconciled. Default: every 5 minutes, at most 10. */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      /**
       * `plan` computes and shows, and writes nothing. `remove` deletes all that Sightline wrote,
       * before it is uninstalled. Default `apply`.
       */
      mode?: 'apply' | 'plan' | 'remove';
      /**
       * Where dashboards go: `grafana`, `none` or the id of a target that a module added. Default
       * `grafana` when one is configured, else `none`.
       */
      dashboards?: string;
      /**
       * Where alert rules go: `grafana`, `ruleFiles`, `mimir`, `none` or the id of a target that a
       * module added. Default `ruleFiles` when it is set, else `none`.
       */
      alerts?: string;
      /**
       * Where SLO rules go: `grafana` (alerts on the raw series alone), `ruleFiles`, `mimir`, `none`
       * or the id of a target that a module added. Default `ruleFiles` when it is set, else `none`.
       */
      slos?: string;
      /** One folder of rule files, or a list with one for each Prometheus. */
      ruleFiles?:
        | {
            /** Of the target: `rule-files:<id>`. Default `default`. */
            id?: string;
            /** Folder that Prometheus' `rule_files` names; relative to the working directory. */
            directory: string;
            /**
             * Id of the server in `monitoring.prometheus` that reads the folder. Entities on another
             * server get no rule files. Default: the first.
             */
            prometheus?: string;
            /** `POST`ed after a change, for example `http://localhost:9090/-/reload`. */
            reloadUrl?: string;
            /** How the reload proves who it is. */
            auth?: {
              method: 'none' | 'bearer' | 'basic' | 'headers';
              /** @visibility secret */
              token?: string;
              username?: string;
              /** @visibility secret */
              password?: string;
              /** @deepVisibility secret */
              headers?: { [name: string]: string };
            };
            /** `promtool` that checks files before they are moved into place. Default: none, our own check only. */
            promtool?: string;
          }
        | Array<{
            /** Of the target: `rule-files:<id>`. */
            id: string;
            /** Folder that Prometheus' `rule_files` names; relative to the working directory. */
            directory: string;
            /**
             * Id of the server in `monitoring.prometheus` that reads the folder. Entities on another
             * server get no rule files. Default: the first.
             */
            prometheus?: string;
            /** `POST`ed after a change, for example `http://localhost:9090/-/reload`. */
            reloadUrl?: string;
            /** How the reload proves who it is. */
            auth?: {
              method: 'none' | 'bearer' | 'basic' | 'headers';
              /** @visibility secret */
              token?: string;
              username?: string;
              /** @visibility secret */
              password?: string;
              /** @deepVisibility secret */
              headers?: { [name: string]: string };
            };
            /** `promtool` that checks files before they are moved into place. Default: none, our own check only. */
            promtool?: string;
          }>;
      /** Rulers of Mimir, one for each Prometheus of `monitoring.prometheus` that is a Mimir. */
      mimir?: Array<{
        /** Of the target: `mimir:<id>`. */
        id: string;
        /** Id of the server in `monitoring.prometheus` whose series the rules read. Default: the first. */
        prometheus?: string;
        /** Base URL of its Prometheus API, `http://mimir:8080/prometheus`. Default: that of the server. */
        url?: string;
        /** One tenant, sent as `X-Scope-OrgID`. Default: that of the server. */
        tenant?: string;
        /**
         * Of a URL with https. PEM, which `$file` reads at the start. Default: that of the server,
         * with its URL.
         */
        tls?: {
          /** Authorities that are trusted instead of those that Node trusts. */
          ca?: string;
          /** Certificate that says who we are. */
          cert?: string;
          /** Its key, without a passphrase. @visibility secret */
          key?: string;
          /** Name on the server's certificate. Default: the host of the URL. */
          serverName?: string;
        };
        /** Default: that of the server, where its URL is used too. */
        auth?: {
          method: 'none' | 'bearer' | 'basic' | 'headers';
          /** @visibility secret */
          token?: string;
          username?: string;
          /** @visibility secret */
          password?: string;
          /** @deepVisibility secret */
          headers?: { [name: string]: string };
        };
        /** Namespace of our rule groups. Default `sightline`. */
        namespace?: string;
      }>;
      /**
       * The configuration file of an Alertmanager, for alerts that live in Prometheus: your own part
       * and Sightline's receivers and routes in one file.
       */
      alertmanagerConfig?: {
        /** Your own configuration, which is read and never written. Default: none. */
        base?: string;
        /** What Alertmanager is started with; it holds secrets. */
        file: string;
        /**
         * Permissions of `file` in octal, as a text: `'0640'`. Default: those that it has, and `'0600'`
         * when it is new.
         */
        fileMode?: string;
        /** `POST`ed after a change, for example `http://localhost:9093/-/reload`. */
        reloadUrl?: string;
        /** How the reload proves who it is. */
        auth?: {
          method: 'none' | 'bearer' | 'basic' | 'headers';
          /** @visibility secret */
          token?: string;
          username?: string;
          /** @visibility secret */
          password?: string;
          /** @deepVisibility secret */
          headers?: { [name: string]: string };
        };
        /** `amtool` that checks the file before it is moved into place. Default: none, our own check only. */
        amtool?: string;
        /** Version of the Alertmanager; from 0.26 on it has receivers for Microsoft Teams. Default 0.25. */
        version?: string;
      };
      /** What happens to an owned object that a person changed. Default `keep`. */
      onDrift?: 'keep' | 'revert';
      prune?: {
        /** Default true. */
        enabled?: boolean;
        /** Wait this long after the entity opted out. Default 24 h. */
        grace?: HumanDuration | string;
        /** Largest share of all managed objects deleted in one run, 0..1. Default 0.2. */
        maxShare?: number;
      };
    };
    /** Who is told when an alert fires. */
    notifications?: {
      /** Channels that `monitoring/notify` can name. */
      channels?: Array<{
        /** Letters, digits, `-` and `_`. */
        name: string;
        type:
          | 'email'
          | 'slack'
          | 'webhook'
          | 'pagerduty'
          | 'opsgenie'
          | 'teams'
          | 'googlechat';
        /** Of `email`. */
        addresses?: string[];
        /**
         * Of `webhook`, `teams` and `googlechat`, and of `slack` by an incoming webhook; of
         * `pagerduty` and `opsgenie` where theirs is not the usual one.
         * @visibility secret
         */
        url?: string;
        /** Of `slack` by a bot. @visibility secret */
        token?: string;
        /** Of `slack` by a bot: `#media`. */
        channel?: string;
        /** Of `slack` by a bot. Default: Slack's own. */
        apiUrl?: string;
        /** Of `pagerduty`: the integration key of a service. @visibility secret */
        routingKey?: string;
        /** Of `opsgenie`. @visibility secret */
        apiKey?: string;
        /** Of `webhook`. */
        auth?: {
          method: 'none' | 'bearer' | 'basic';
          /** @visibility secret */
          token?: string;
          username?: string;
          /** @visibility secret */
          password?: string;
        };
      }>;
      /**
       * Channels of entities that name none, in the grammar of `monitoring/notify`:
       * `media-slack`, `media-email[critical]`. Default: none.
       */
      default?: string[];
      /** When alerts tell nobody; `monitoring/mute` names them. */
      muteTimings?: Array<{
        /** Letters, digits, `-` and `_`. */
        name: string;
        /** As in Alertmanager's `time_intervals`: all that one sets has to be met, of several one is enough. */
        intervals: Array<{
          /** `HH:MM` in quotes, up to `24:00`; the end is not part of it. */
          times?: Array<{
            start_time: string;
            end_time: string;
          }>;
          /** `monday`, `monday:friday`. */
          weekdays?: string[];
          /** `1:7`, `-1` for the last one. */
          days_of_month?: Array<string | number>;
          /** `december`, `6:8`. */
          months?: Array<string | number>;
          /** `2027`, `2027:2028`. */
          years?: Array<string | number>;
          /** Name of a time zone, `Europe/Berlin`. Default: UTC. */
          location?: string;
        }>;
      }>;
      /** The mail server that Alertmanager sends over; Grafana has its own. */
      email?: {
        from: string;
        /** `host:port`. */
        smarthost: string;
        username?: string;
        /** @visibility secret */
        password?: string;
        /** Default true. */
        requireTls?: boolean;
      };
    };
    observing?: {
      /** How often alerts are read, 1 s to 1 day. Default 15 s. */
      alertsInterval?: HumanDuration | string;
      /** How often SLO figures are read, 1 s to 1 day. Default 60 s. */
      slosInterval?: HumanDuration | string;
      /**
       * Labels by which copies of one alert differ: those of replicas of a Prometheus. Default: the
       * usual ones, `replica` and `prometheus` only where no server has both copies.
       */
      replicaLabels?: string[];
    };
    slo?: {
      /** Window of an SLO that names none. Default `30d`. */
      defaultWindow?: string;
      /** Of calendar windows that name none, `Europe/Berlin`. Default `UTC`. */
      timeZone?: string;
      /** Whose pairs alert: `google`, the built-in ones, or a name of `burnRates`. Default `google`. */
      pageAfter?: string;
      /** Named sets of burn-rate pairs. */
      burnRates?: Array<{
        /** Lower-case letters, digits and `-`. */
        name: string;
        /** From the fastest to the slowest, each tier at most once. */
        pairs: Array<{
          tier: 'fast' | 'medium' | 'slow' | 'long';
          severity: 'page' | 'ticket';
          /** Long window, a multiple of 5 minutes, at most 30 days. */
          long: HumanDuration | string;
          /** Short window, a multiple of 5 minutes, shorter than the long one. */
          short: HumanDuration | string;
          /** Share of the error budget spent during the long window when the pair fires: `2%`. */
          budget: string;
        }>;
      }>;
      /** A pair fires only with more events than this in its long window. Default 0: no minimum. */
      minimumEvents?: number;
    };
    explore?: {
      /**
       * Whether a Prometheus without a `scope` may be asked freely: whoever has `monitoring.explore` on
       * any entity sees all of its series then. Default `false`.
       */
      allowUnscoped?: boolean;
    };
    /** Base URL of alerts' runbooks when neither pack nor entity names one. */
    runbookBaseUrl?: string;
  };
}
