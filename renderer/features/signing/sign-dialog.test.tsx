// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { CaseState, DocumentState } from '#shared/case/case.state.ts';
import type { CaseCommand } from '#shared/case/commands.ts';
import type { CaseId, DocumentId } from '#shared/core/ids.ts';
import type { Instant } from '#shared/core/instant.ts';
import { err, ok } from '#shared/core/result.ts';
import { parseStrokes } from '#shared/signing/strokes.ts';
import { DeskContext } from '#renderer/db/live/desk.context.ts';
import type { Desk, Submission } from '#renderer/db/live/desk.types.ts';
import { renderUi } from '#renderer/ui/testing/render-ui.tsx';
import { SignDialog } from './sign-dialog.tsx';

const AT = '2026-10-08T09:30:00+08:00' as Instant;
const DOCUMENT: DocumentState = {
  ...{ id: 'DOCUMENT' as DocumentId, form: 'X-1', sha256: 'a'.repeat(64), mark: 'ABCDEF01', bytes: 1 },
  ...{ pages: 1, madeAt: AT, scans: [], prints: [], withdrawn: [] },
};
const PLACES = [
  { id: 'complainant', label: { zh: '投诉人（签字）：', en: 'Complainant:' } },
  { id: 'handler', label: { zh: '经办人', en: 'Handler' } },
];

/** A desk that keeps what is signed, or refuses as the test says. */
class SigningDesk {
  readonly kept: string[] = [];
  readonly asked: CaseCommand[] = [];
  answer: Submission = ok({ caseId: 'CASE' as CaseId, number: '样1', events: [] });

  readonly desk = {
    api: {
      signatures: {
        keep: ({ strokes }: { strokes: string }) => {
          this.kept.push(strokes);
          return Promise.resolve(ok({ image: 'b'.repeat(64), bytes: 99 }));
        },
      },
    },
    submitCase: (_: CaseId, command: CaseCommand) => {
      this.asked.push(command);
      return Promise.resolve(this.answer);
    },
  } as unknown as Desk;
}

const onClose = vi.fn<() => void>();

function show(signing: SigningDesk, document = DOCUMENT): void {
  renderUi(
    <DeskContext value={signing.desk}>
      <SignDialog
        {...{ document, places: PLACES, language: 'zh-CN', onClose }}
        state={{ id: 'CASE' as CaseId } as CaseState}
        name="样表"
        text={<p>文书原文</p>}
      />
    </DeskContext>,
  );
}

async function goToField(signer = '李范例'): Promise<SVGSVGElement> {
  await userEvent.type(screen.getByRole('textbox', { name: '签字人姓名' }), signer);
  await userEvent.click(screen.getByRole('button', { name: '看过了，去签字' }));
  return screen.getByRole<SVGSVGElement & HTMLElement>('img', { name: `${signer}签字的地方` });
}

interface Touch {
  readonly id?: number;
  readonly type?: string;
  readonly pressure?: number;
}

/** jsdom knows no pointers: a mouse event that carries what one says. */
function point(field: Element, name: string, x: number, y: number, touch: Touch = {}): void {
  const { id = 1, type = 'pen', pressure = 0.8 } = touch;
  const event = new MouseEvent(name, { bubbles: true, cancelable: true, clientX: x, clientY: y, button: 0 });
  Object.assign(event, {
    ...{ pointerId: id, pointerType: type, pressure },
    getCoalescedEvents: () => [],
  });
  fireEvent(field, event);
}

function stroke(field: Element, from: number, to: number, touch: Touch = {}): void {
  point(field, 'pointerdown', from, 100, touch);
  point(field, 'pointermove', (from + to) / 2, 120, touch);
  point(field, 'pointermove', to, 100, touch);
  point(field, 'pointerup', to, 100, touch);
}

const done = (): Promise<void> => userEvent.click(screen.getByRole('button', { name: '签好了' }));
const written = (signing: SigningDesk) => parseStrokes(signing.kept[0] ?? '')?.strokes;

beforeEach(() => {
  onClose.mockReset();
  Element.prototype.setPointerCapture = () => undefined;
  // Half as wide as the field it stands for: 1 px is 2 parts.
  Element.prototype.getBoundingClientRect = () => new DOMRect(0, 0, 1000, 350);
});

describe('signing on the screen', () => {
  it('shows the text first and asks who signs', async () => {
    show(new SigningDesk());
    screen.getByText('文书原文');
    expect(screen.queryByRole('img')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: '看过了，去签字' }));
    screen.getByText('还没写签字人是谁');
    await goToField();
    // Still beside the field, where somebody reads again.
    screen.getByText('文书原文');
  });

  it('keeps strokes with the pressure of a pen, and records them for the file that was shown', async () => {
    const signing = new SigningDesk();
    show(signing);
    stroke(await goToField(), 100, 400);
    await done();
    expect(written(signing)).toEqual([
      [
        [200, 200, 80],
        [500, 240, 80],
        [800, 200, 80],
      ],
    ]);
    expect(signing.asked).toEqual([
      {
        ...{ type: 'sign-on-pad', document: 'DOCUMENT', place: 'complainant', signer: '李范例' },
        ...{ sha256: DOCUMENT.sha256, image: 'b'.repeat(64), bytes: 99, complete: false },
      },
    ]);
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('takes a mouse as it is, and the ball of the hand not at all', async () => {
    const signing = new SigningDesk();
    show(signing);
    const field = await goToField();
    point(field, 'pointerdown', 100, 100, { type: 'mouse', pressure: 0.1 });
    stroke(field, 900, 950, { id: 2, type: 'touch' });
    point(field, 'pointermove', 400, 100, { type: 'mouse' });
    point(field, 'pointerup', 400, 100, { type: 'mouse' });
    await done();
    expect(written(signing)).toEqual([
      [
        [200, 200, 50],
        [800, 200, 50],
      ],
    ]);
  });

  it('refuses nothing and dots with a sentence, and what was written stays', async () => {
    const signing = new SigningDesk();
    show(signing);
    const field = await goToField();
    await done();
    expect(screen.getByRole('alert').textContent).toContain('框里还没有签名');
    for (const x of [100, 300, 500]) {
      point(field, 'pointerdown', x, 100);
      point(field, 'pointermove', x + 2, 101);
      point(field, 'pointerup', x + 2, 101);
    }
    await done();
    screen.getByRole('alert');
    expect(signing.kept).toEqual([]);
    stroke(field, 100, 400);
    await done();
    expect(written(signing)).toHaveLength(4);
  });

  it('takes back a stroke, and clears', async () => {
    const signing = new SigningDesk();
    show(signing);
    const field = await goToField();
    stroke(field, 100, 400);
    stroke(field, 500, 900);
    await userEvent.click(screen.getByRole('button', { name: '退一笔' }));
    stroke(field, 600, 800);
    await userEvent.click(screen.getByRole('button', { name: '清掉重签' }));
    stroke(field, 300, 700);
    await done();
    expect(written(signing)).toEqual([
      [
        [600, 200, 80],
        [1000, 240, 80],
        [1400, 200, 80],
      ],
    ]);
  });

  it('stays open with the reason where the journal refuses, and is left with Esc', async () => {
    const signing = new SigningDesk();
    signing.answer = err({ code: 'case/signed-paper-changed' });
    show(signing);
    stroke(await goToField(), 100, 400);
    await done();
    expect(screen.getByRole('alert').textContent).toContain('不是同一份');
    expect(onClose).not.toHaveBeenCalled();
    await userEvent.keyboard('{Escape}');
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('asks whether all have signed only while another place is free', async () => {
    const signing = new SigningDesk();
    const given = { place: 'complainant', signer: '李范例', image: 'b'.repeat(64), at: AT, by: '王登记' };
    show(signing, { ...DOCUMENT, padSignatures: [given] });
    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: '签在哪里' }).value).toBe('handler');
    await goToField('承办样本');
    expect(screen.queryByRole('checkbox')).toBeNull();
  });
});
