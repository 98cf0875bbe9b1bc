import type { Para } from '../paper.model.ts';
import { linesOf, paragraphsOf, runsHtml } from './runs.html.ts';

export function paraHtml(para: Para): string {
  if (para.style === 'title') return `<h1>${runsHtml(para.runs)}</h1>`;
  if (para.breaks)
    return `<p class="${para.style}">${linesOf(para.runs, para.breaks).map(runsHtml).join('<br>')}</p>`;
  return paragraphsOf(para.runs)
    .map((runs, index) => {
      const style = para.style === 'continued' && index > 0 ? 'long' : para.style;
      return `<p class="${style}">${runs.length > 0 ? runsHtml(runs) : '<br>'}</p>`;
    })
    .join('');
}
