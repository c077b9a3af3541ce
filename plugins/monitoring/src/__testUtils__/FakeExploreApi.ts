import {
  ExploreMetadataRequest,
  ExploreMetricsResponse,
  ExploreQueryRequest,
  ExploreQueryResponse,
  ExploreResponse,
  ExploreTextsResponse,
} from '@sightline/backstage-plugin-monitoring-common';
import { ExploreApi } from '../api';

type Answer<T> = T | Error | Promise<never>;

/** What the fake answers; an `Error` is thrown, a promise that never ends keeps loading. */
export interface FakeExploreAnswers {
  description: Answer<ExploreResponse>;
  /** A function answers as the request wants it. */
  answer:
    | Answer<ExploreQueryResponse>
    | ((request: ExploreQueryRequest) => Answer<ExploreQueryResponse>);
  metrics: Answer<ExploreMetricsResponse>;
  labels: Answer<ExploreTextsResponse>;
  values: Answer<ExploreTextsResponse>;
}

/** A Prometheus to explore, in memory. */
export class FakeExploreApi implements ExploreApi {
  /** What was asked, newest last. */
  readonly queries: ExploreQueryRequest[] = [];
  readonly metadataRequests: (ExploreMetadataRequest & { ask: string })[] = [];

  static create(answers: Partial<FakeExploreAnswers> = {}): FakeExploreApi {
    return new FakeExploreApi({
      description: {
        prometheus: 'default',
        scope: 'team="media-ingest"',
        selector: '{team="media-ingest", service="ingestor"}',
      },
      answer: new Error('no answer was given to the fake'),
      metrics: { items: [], isCut: false },
      labels: { items: [], isCut: false },
      values: { items: [], isCut: false },
      ...answers,
    });
  }

  private constructor(readonly answers: FakeExploreAnswers) {}

  describe() {
    return given(this.answers.description);
  }

  query(_entityRef: string, request: ExploreQueryRequest) {
    this.queries.push(request);
    const { answer } = this.answers;
    return given(typeof answer === 'function' ? answer(request) : answer);
  }

  listMetrics(_entityRef: string, request: ExploreMetadataRequest) {
    this.metadataRequests.push({ ask: 'metrics', ...request });
    return given(this.answers.metrics);
  }

  listLabels(_entityRef: string, request: ExploreMetadataRequest) {
    this.metadataRequests.push({ ask: 'labels', ...request });
    return given(this.answers.labels);
  }

  listValues(_entityRef: string, request: ExploreMetadataRequest) {
    this.metadataRequests.push({ ask: 'values', ...request });
    return given(this.answers.values);
  }
}

async function given<T>(answer: Answer<T>): Promise<T> {
  const value = await answer;
  if (value instanceof Error) {
    throw value;
  }
  return value;
}
