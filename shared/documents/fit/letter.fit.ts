import type { FontMetrics, Paper } from '../paper.model.ts';
import { MM_PER_PT, SHEETS, typeArea } from '../paper.sheets.ts';
import { blocksHeight } from './block-height.ts';

/** Type of 16 pt; closer lines would look like another letter. */
const CLOSEST_PT = 25;
const USUAL_PT = SHEETS.letter.line / MM_PER_PT;
const STEP_PT = 0.05;
/** What the estimate may be short of. */
const SAFETY_MM = 1;

/**
 * Where the page has no room left for seal and date, its lines are set closer (GB/T 9704—2012, 7.3.5.4): undefined for
 * a letter that fits as it is, and for one that is too long for that. `lessLines` takes so many lines from the room.
 */
export function letterPitch(paper: Paper, metrics: FontMetrics, lessLines: number): number | undefined {
  const [part, ...others] = paper.parts;
  if (paper.sheet !== 'letter' || !part || others.length > 0) return undefined;
  if (!part.blocks.some(({ kind }) => kind === 'closing')) return undefined;
  const room = typeArea(paper).height - lessLines * SHEETS.letter.line;
  if (blocksHeight(part.blocks, paper, part, metrics) <= room) return undefined;
  for (let pt = USUAL_PT - STEP_PT; pt >= CLOSEST_PT; pt -= STEP_PT) {
    const pitch = Math.floor(pt * 100) / 100;
    if (blocksHeight(part.blocks, { ...paper, pitch }, part, metrics) <= room - SAFETY_MM) return pitch;
  }
  return undefined;
}
