import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { DeskEvent } from '#shared/case/batch.ts';
import { decideCase } from '#shared/case/case.decide.ts';
import { evolveCase } from '#shared/case/case.evolve.ts';
import type { CaseState } from '#shared/case/case.state.ts';
import type { CaseCommand } from '#shared/case/commands.ts';
import { decideMonthLock } from '#shared/case/month-lock.decide.ts';
import { decideOffice, type OfficeCommand } from '#shared/case/office.decide.ts';
import { decideRegistration } from '#shared/case/register.decide.ts';
import { invariant } from '#shared/core/assert.ts';
import { newEventId, type CaseId, type OfficeCode } from '#shared/core/ids.ts';
import type { Instant } from '#shared/core/instant.ts';
import type { PlainMonth } from '#shared/core/plain-date.ts';
import { expectOk, ok } from '#shared/core/result.ts';
import { communityProcedure, officialCalendar } from '#shared/fixtures/community.ts';
import type { ChannelName } from '#shared/ipc/channels.ts';
import type { OutputOf, ParsedInputOf } from '#shared/ipc/contract.ts';
import type { Reply } from '#shared/ipc/result.ts';
import { ROLES, type Role } from '#shared/procedure/role.ts';
import type { Values } from '#shared/procedure/values.ts';
import { EARLY_LOCK } from '#shared/reports/early-lock.ts';
import type { Paper } from '#shared/documents/paper.model.ts';
import type { BundleState } from '#shared/case/office.state.ts';
import { handleCards } from '../cards/cards.handlers.ts';
import { makeDesk, openedLedger, type Desk } from '../desk/desk.ts';
import type { Dialogs } from '../desk/dialogs.ts';
import { handleJournal } from '../desk/journal.handlers.ts';
import { beginSetup, finishSetup, lock } from '../desk/session.ts';
import type { Drive, DriveSource } from '../drives/drive.ts';
import { drivePresence } from '../drives/drive.presence.ts';
import { tempFolder } from '../files/temp-folder.fixture.ts';
import type { Handle, Handler } from '../ipc/handle.ts';
import { NO_OPTIONS } from '../launch-options.ts';
import { handleDrives } from '../pick-up/drive.handlers.ts';
import { readOutside } from '../printing/outside/outside.reader.ts';
import { settlingGuard } from '../transfers/settling.guard.ts';
import { handleTransfers } from '../transfers/transfers.handlers.ts';
import type { RenderDeps } from '../printing/pdf.renderer.ts';
import { sealMonth, type ExportContext } from './month.export.ts';
import { handleMonth } from './month.handlers.ts';

const procedure = communityProcedure();

/** An office with real files and keys, whose clock stands where the test puts it. */
export class MonthOffice {
  readonly desk: Desk;
  /** What the person chooses in the next dialog for a file or a folder. */
  chosen: string | undefined;
  /** What is plugged in. */
  drives: readonly Drive[] = [];
  /** Papers that were set for the last bundle. */
  papers: Paper[] = [];
  private readonly handlers = new Map<string, Handler<never>>();

  private constructor(profile: string) {
    this.desk = makeDesk({
      profile,
      resources: path.resolve(import.meta.dirname, '../../resources'),
      version: '0',
      station: 'PC-1',
      runtimeMajor: 1,
      options: { ...NO_OPTIONS, quickKeys: true },
      notify: () => undefined,
    });
    const handle: Handle = (name, handler) => void this.handlers.set(name, handler);
    const choose = () => Promise.resolve(this.chosen);
    const dialogs: Dialogs = { chooseFile: choose, chooseFolder: choose, choosePlace: choose };
    const drives: DriveSource = { list: () => Promise.resolve(this.drives) };
    const readPdf = readOutside;
    const presence = drivePresence(this.desk.now);
    handleMonth(handle, this.desk, { dialogs, drives, presence, render: {} as RenderDeps });
    handleDrives(handle, this.desk, { drives, presence, readPdf });
    handleCards(handle, this.desk, dialogs);
    handleTransfers(handle, this.desk, { dialogs, drives, readPdf });
    handleJournal(handle, this.desk, settlingGuard(this.desk));
  }

  static async found(
    now: Instant,
    called = { name: '凤凰社区居委会', code: 'PHX-0371', prefix: '凤社' },
  ): Promise<MonthOffice> {
    const office = new MonthOffice(await tempFolder());
    office.moveTo(now);
    const setup = expectOk(
      await beginSetup(office.desk, {
        office: {
          ...{ ...called, code: called.code as OfficeCode },
          ...{ firstNumber: 1, procedure: procedure.id },
        },
        person: { name: '王登记', phone: '', roles: [...ROLES] },
        passphrase: '凤凰 样本 口令 测试',
      }),
    );
    const groups = setup.ask.map(group => [String(group), setup.recoveryKey[group - 1] ?? ''] as const);
    expectOk(await finishSetup(office.desk, Object.fromEntries(groups)));
    onTestFinished(() => lock(office.desk));
    return office;
  }

  get ledger() {
    return openedLedger(this.desk);
  }

  moveTo(now: Instant): void {
    this.desk.clockOffsetMs = Date.parse(now) - Date.now();
  }

  async ask<Name extends ChannelName>(
    name: Name,
    input?: Partial<ParsedInputOf<Name>>,
  ): Promise<Reply<OutputOf<Name>>> {
    const handler = this.handlers.get(name) as Handler<Name> | undefined;
    invariant(handler, `somebody answers ${name}`);
    return handler(input as ParsedInputOf<Name>);
  }

  async register(now: Instant, values: Values = {}, receivedAt = now): Promise<CaseId> {
    this.moveTo(now);
    const command = {
      procedure: procedure.id,
      receivedAt,
      values: {
        ...{ matter_kind: 'complaint', intake_channel: 'visit', complainant_name: '李样本' },
        ...{ facts: '楼道灯坏了三天。', ...values },
      },
    };
    const events = expectOk(decideRegistration(await this.ledger.office(), command, this.deciding));
    await this.append(events);
    const born = events.find(event => event.type === 'registered');
    invariant(born, 'a registration registers a case');
    return born.case;
  }

  /** Other roles for whoever is at work, as another administrator would give them. */
  async become(roles: readonly Role[]): Promise<void> {
    const { ids, now } = this.desk;
    const { person } = this.ledger;
    const by = { person, name: '王登记', role: 'administrator' as const, station: 'PC-1' };
    const head = { v: 1 as const, id: newEventId(ids), at: now(), by, stream: 'office' as const };
    await this.append([{ ...head, type: 'person-changed', person, roles: [...roles] }]);
  }

  async act(id: CaseId, now: Instant, command: CaseCommand): Promise<void> {
    this.moveTo(now);
    const state = await this.state(id);
    await this.append(expectOk(decideCase(state, command, this.deciding)));
  }

  async decide(command: OfficeCommand, now: Instant): Promise<void> {
    this.moveTo(now);
    await this.append(expectOk(decideOffice(await this.ledger.office(), command, this.deciding)));
  }

  async lock(period: PlainMonth, now: Instant): Promise<void> {
    this.moveTo(now);
    const command = { period, remarks: [{ item: EARLY_LOCK, text: '试锁' }], open: [] };
    await this.append(expectOk(decideMonthLock(await this.ledger.office(), command, this.deciding)));
  }

  async seal(period: PlainMonth): Promise<BundleState> {
    return expectOk(await sealMonth(period, this.exporting()));
  }

  /** What a month is sealed with; papers are set in no time. */
  exporting(changes: Partial<ExportContext> = {}): ExportContext {
    this.papers = [];
    return {
      desk: this.desk,
      ledger: this.ledger,
      packs: { procedures: [procedure], guidance: [] },
      clocks: { now: this.desk.now(), calendar: officialCalendar() },
      render: paper => {
        this.papers.push(paper);
        return Promise.resolve(
          ok({ pdf: Buffer.from('%PDF-1.7'), pages: 1, sha256: '', annexed: [], warnings: [] }),
        );
      },
      signal: new AbortController().signal,
      onProgress: () => undefined,
      ...changes,
    };
  }

  /** As the journal tells it, whoever wrote there. */
  async state(id: CaseId): Promise<CaseState> {
    let state: CaseState | undefined;
    for await (const { events } of this.ledger.read(1))
      for (const event of events)
        if (event.stream === 'case' && event.case === id) state = evolveCase(state, event, procedure);
    invariant(state, 'the case is of this office');
    return state;
  }

  private get deciding() {
    const { ids, now } = this.desk;
    const acting = { person: this.ledger.person, name: '王登记', roles: ROLES, station: 'PC-1' };
    return { now: now(), ids, acting, procedure };
  }

  private async append(events: readonly DeskEvent[]): Promise<void> {
    expectOk(await this.ledger.append(events));
  }
}
