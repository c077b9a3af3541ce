import { identityRef } from '../../annotations/identity';
import { groupBy } from '../groupBy';
import { ownEvents, RawEvents, sharedEvents } from './rawRecordingRules';
import { recordingSubject, RecordingSubject } from './RecordingSubject';
import { SloSharing, sloSharing } from './sloSharing';
import { Slo } from '../types';

/** An SLI that is recorded by one set of rules. */
export interface SliRecording {
  subject: RecordingSubject;
  /** All SLOs that have it; those of shared rules by entity and id. */
  slos: Slo[];
  /**
   * Its events in the raw series; several when services measure the SLI of this name in different
   * ways, each for services of its own.
   */
  raw: { events: RawEvents; slos: Slo[] }[];
}

interface Shared {
  slo: Slo;
  sharing: SloSharing;
}

function compareTexts(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}

/** One set of services that measure the SLI in the same way. */
function rawOfSet(members: Shared[]): SliRecording['raw'][number] {
  const [{ slo, sharing }] = members;
  return {
    events: sharedEvents(
      slo,
      sharing,
      members.map(member => member.sharing.name),
    ),
    slos: members.map(member => member.slo),
  };
}

function subjectKey({ entity, sli, environment }: RecordingSubject): string {
  return JSON.stringify([entity, sli, environment]);
}

/** Of SLOs of one entity that name the same series the first says how it is measured. */
function firstOfEach(members: Shared[]): Shared[] {
  const sets = new Map<string, string>();
  return members.filter(({ slo, sharing }) => {
    const entity = identityRef(slo);
    const set = sets.get(entity) ?? sharing.set;
    sets.set(entity, set);
    return set === sharing.set;
  });
}

function sharedRecordings(members: Shared[]): SliRecording[] {
  const sorted = [...members].sort(
    (a, b) =>
      compareTexts(identityRef(a.slo), identityRef(b.slo)) ||
      compareTexts(a.slo.id, b.slo.id),
  );
  return groupBy(sorted, ({ slo }) =>
    subjectKey(recordingSubject(slo, { shared: true })),
  )
    .sort(([a], [b]) => compareTexts(a, b))
    .map(([, ofSli]) => ({
      subject: recordingSubject(ofSli[0].slo, { shared: true }),
      slos: ofSli.map(({ slo }) => slo),
      raw: groupBy(firstOfEach(ofSli), ({ sharing }) => sharing.set)
        .sort(([a], [b]) => compareTexts(a, b))
        .map(([, set]) => rawOfSet(set)),
    }));
}

function ownRecordings(slos: Slo[]): SliRecording[] {
  return groupBy(slos, slo =>
    subjectKey(recordingSubject(slo, { shared: false })),
  ).map(([, ofSli]) => ({
    subject: recordingSubject(ofSli[0], { shared: false }),
    slos: ofSli,
    raw: [{ events: ownEvents(ofSli[0]), slos: ofSli }],
  }));
}

/**
 * What has to be recorded for some SLOs: those of own rules in their order, then the shared ones.
 *
 * @param mayShare - whether an SLO that could share its rules is to
 */
export function sliRecordings(
  slos: Slo[],
  mayShare: (slo: Slo) => boolean,
): SliRecording[] {
  const own: Slo[] = [];
  const shared: Shared[] = [];
  for (const slo of slos) {
    const sharing = mayShare(slo) ? sloSharing(slo) : undefined;
    if (sharing) {
      shared.push({ slo, sharing });
    } else {
      own.push(slo);
    }
  }
  return [...ownRecordings(own), ...sharedRecordings(shared)];
}
