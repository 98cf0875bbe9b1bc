import { MORTAL_WORK, type Deaths, type MortalWork } from './deaths.fixture.ts';

/** What goes wrong or is out of the ordinary. A run in which one of them never came proves nothing about it. */
export const FAULTS = [
  'stick lost',
  'stick copied and handed in twice',
  'stick late, a later month first',
  'two months on a stick, the later taken first',
  'bundle cut short',
  'bundle left as .part',
  'bundle altered',
  'receipts lost',
  'line cut',
  'same bundle taken for known',
  'gap refused',
  'broken bundle refused',
  'newer major format refused',
  'miscounted bundle refused',
  'sent back and sealed anew',
  'stranded and sealed anew',
  'newer minor format taken',
  'older pack in use',
  'clock ahead',
  'clock behind',
  'month without cases',
  'locked month corrected',
  'anonymous case',
  'secret case',
  'attachment',
  'order answered',
  'save arrived, never acknowledged',
  'save lost before it was acknowledged',
] as const;
export type Fault = (typeof FAULTS)[number];

export class FaultCount {
  private readonly counts = new Map<Fault, number>(FAULTS.map(fault => [fault, 0]));

  saw(fault: Fault, times = 1): void {
    this.counts.set(fault, (this.counts.get(fault) ?? 0) + times);
  }

  times(fault: Fault): number {
    return this.counts.get(fault) ?? 0;
  }

  rows(deaths: Deaths): readonly (readonly [what: string, times: number, note: string])[] {
    const work = Object.keys(MORTAL_WORK) as MortalWork[];
    return [
      ...[...this.counts].map(([fault, times]) => [fault, times, ''] as const),
      ...work.map(each => [`died: ${each}`, deaths.count(each), deaths.spread(each)] as const),
    ];
  }

  table(deaths: Deaths): string {
    return this.rows(deaths)
      .map(
        ([what, times, note]) => `${String(times).padStart(6)}  ${what}${note === '' ? '' : `  (${note})`}`,
      )
      .join('\n');
  }

  /** What never happened. */
  missing(deaths: Deaths): readonly string[] {
    return this.rows(deaths).flatMap(([what, times]) => (times === 0 ? [what] : []));
  }
}
