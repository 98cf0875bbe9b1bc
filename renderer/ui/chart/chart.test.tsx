// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { renderUi } from '#renderer/ui/testing/render-ui.tsx';
import { BarChart, type BarPart } from './bar-chart.tsx';
import { Figure, FigureGrid } from './figures.tsx';

const parts: readonly BarPart[] = [
  { name: '按时办结', fill: 'solid' },
  { name: '逾期办结', fill: 'hatched' },
  { name: '在办', fill: 'hollow' },
];

describe('a bar chart', () => {
  const rows = [
    { id: 'a', label: '物业管理', values: [12, 1, 1] },
    { id: 'b', label: '举报', values: [0, 0, 7] },
  ];

  it('can be read without colours: the number at the end and every part by name', () => {
    renderUi(<BarChart title="按类别" unit="件" parts={parts} rows={rows} />);
    expect(screen.getByRole('figure', { name: '按类别 件' })).toBeTruthy();
    expect(screen.getAllByRole('listitem').map(item => item.textContent)).toEqual([
      '物业管理14 件 按时办结 12 逾期办结 1 在办 1',
      '举报7 件 在办 7',
    ]);
  });

  it('draws each part as long as it is, against the longest bar', () => {
    const { container } = renderUi(<BarChart title="按类别" unit="件" parts={parts} rows={rows} />);
    const widths = [...container.querySelectorAll<HTMLElement>('.ui-bars-track i')].map(part => [
      part.className.split(' ')[0],
      Math.round(parseFloat(part.style.width)),
    ]);
    expect(widths).toEqual([
      ['ui-bars-solid', 86],
      ['ui-bars-hatched', 7],
      ['ui-bars-hollow', 7],
      ['ui-bars-hollow', 50],
    ]);
  });

  it('draws nothing at all as nothing', () => {
    const { container } = renderUi(
      <BarChart
        title="按类别"
        unit="件"
        parts={parts}
        rows={[{ id: 'a', label: '举报', values: [0, 0, 0] }]}
      />,
    );
    expect(container.querySelectorAll('.ui-bars-track i')).toHaveLength(0);
    expect(screen.getByRole('listitem').textContent).toContain('0 件');
  });

  it('writes a share at the end of its bar, and measures it by the whole', () => {
    const shares = [
      { id: 'a', label: '11月', values: [0.25], words: '25%' },
      { id: 'b', label: '12月', values: [0], words: '—' },
    ];
    const { container } = renderUi(
      <BarChart title="办结率" unit="%" parts={parts.slice(0, 1)} rows={shares} full={1} />,
    );
    expect(screen.getAllByRole('listitem').map(item => item.textContent)).toEqual(['11月25%', '12月—']);
    const widths = [...container.querySelectorAll<HTMLElement>('.ui-bars-track i')].map(
      part => part.style.width,
    );
    expect(widths).toEqual(['25%']);
  });

  it('draws small rates against the longest of them', () => {
    const rates = [
      { id: 'a', label: '11月', values: [0.00002], words: '每万件 0.2' },
      { id: 'b', label: '12月', values: [0.00004], words: '每万件 0.4' },
    ];
    const { container } = renderUi(
      <BarChart title="投诉率" unit="" parts={parts.slice(0, 1)} rows={rates} />,
    );
    const widths = [...container.querySelectorAll<HTMLElement>('.ui-bars-track i')].map(
      part => part.style.width,
    );
    expect(widths).toEqual(['50%', '100%']);
  });

  it('opens the cases behind a bar', async () => {
    const opened: string[] = [];
    const row = { id: 'a', label: '举报', values: [1, 0, 0], onOpen: () => opened.push('a') };
    renderUi(<BarChart title="按类别" unit="件" parts={parts} rows={[row]} />);
    await userEvent.click(screen.getByRole('button', { name: /举报/ }));
    expect(opened).toEqual(['a']);
  });
});

describe('a figure', () => {
  it('is named with its unit and its base, and opens its cases', async () => {
    const opened: string[] = [];
    renderUi(
      <FigureGrid label="10月到今天">
        <Figure value="97.6" unit="%" label="按时 40／41" onOpen={() => opened.push('in time')} />
      </FigureGrid>,
    );
    await userEvent.click(screen.getByRole('button', { name: /97.6 %\s?按时 40／41/ }));
    expect(opened).toEqual(['in time']);
  });
});
