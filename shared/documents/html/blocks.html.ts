import { assertNever } from '#shared/core/assert.ts';
import { bundledFonts } from '../metrics/font-metrics.ts';
import { isWhole } from '../metrics/measure.ts';
import type { Block, Closing, Grounds, Line, Notes, Paper, Signatures } from '../paper.model.ts';
import { paperWords } from '../paper.words.ts';
import { escapeHtml } from './escape.ts';
import { paraHtml } from './para.html.ts';
import { runsHtml } from './runs.html.ts';
import { signHtml } from './sign.html.ts';
import { tableHtml } from './table.html.ts';

const lineHtml = ({ left, right }: Line): string =>
  `<div class="line"><span>${runsHtml(left)}</span><span${isWhole(right, bundledFonts) ? ' class="whole"' : ''}>${runsHtml(right)}</span></div>`;

const groundsHtml = (grounds: Grounds): string =>
  grounds.items
    .map((ground, index) =>
      index === grounds.chosen
        ? `<p class="ground chosen">\u3000√<span class="font-hei">${escapeHtml(ground.no + ground.text)}</span></p>`
        : `<p class="ground">${escapeHtml(ground.no + ground.text)}</p>`,
    )
    .join('');

function signaturesHtml(block: Signatures): string {
  const rows: string[] = [];
  for (let start = 0; start < block.items.length; start += block.perRow) {
    const cells = Array.from({ length: block.perRow }, (_, offset) => {
      const space = block.items[start + offset];
      return `<div class="space">${space ? signHtml(space) : ''}</div>`;
    });
    rows.push(`<div class="spaces">${cells.join('')}</div>`);
  }
  return `<div class="signatures">${rows.join('')}</div>`;
}

const closingHtml = (closing: Closing): string =>
  `<div class="closing${closing.seal ? ' sealed' : ''}"><p>${runsHtml(closing.unit)}</p><p>${runsHtml(closing.date)}</p></div>`;

function notesHtml(notes: Notes, lang: Paper['lang']): string {
  const { items } = notes;
  const paragraphs = items.map((item, index) => {
    const lead = `${index === 0 ? paperWords(lang).notes : ''}${items.length > 1 ? `${index + 1}.` : ''}`;
    return `<p><span class="lead">${escapeHtml(lead)}</span>${escapeHtml(item)}</p>`;
  });
  return `<div class="notes">${paragraphs.join('')}</div>`;
}

export function blockHtml(block: Block, lang: Paper['lang']): string {
  switch (block.kind) {
    case 'para':
      return paraHtml(block);
    case 'line':
      return lineHtml(block);
    case 'table':
      return tableHtml(block);
    case 'grounds':
      return groundsHtml(block);
    case 'signatures':
      return signaturesHtml(block);
    case 'closing':
      return closingHtml(block);
    case 'notes':
      return notesHtml(block, lang);
    default:
      return assertNever(block);
  }
}
