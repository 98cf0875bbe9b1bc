import { decideCase } from '#shared/case/case.decide.ts';
import type { CaseState } from '#shared/case/case.state.ts';
import type { CaseCommand } from '#shared/case/commands.ts';
import { decideMonthLock } from '#shared/case/month-lock.decide.ts';
import { decideRegistration } from '#shared/case/register.decide.ts';
import { invariant } from '#shared/core/assert.ts';
import { newAttachmentId, type CaseId } from '#shared/core/ids.ts';
import { instantFromMs, msOf } from '#shared/core/instant.ts';
import type { PlainMonth } from '#shared/core/plain-date.ts';
import type { Values } from '#shared/procedure/values.ts';
import { EARLY_LOCK } from '#shared/reports/early-lock.ts';
import type { Chance } from './chance.fixture.ts';
import type { OfficeActor, Told } from './office.actor.fixture.ts';

const DAY_MS = 86_400_000;
const CATEGORIES = ['property', 'noise', 'parking', null] as const;
const OPINIONS = ['satisfied', 'fairly', 'dissatisfied'] as const;

/** From a state the steps that may be drawn; a step that is there twice is drawn more often. */
const STEPS: Readonly<Record<string, readonly string[]>> = {
  registered: ['accept', 'accept', 'accept', 'withdraw'],
  accepted: ['assign', 'reply'],
  assigned: ['reply', 'reply', 'withdraw'],
  replied: ['follow-up'],
  'followed-up': ['close', 'close', 'reopen'],
  closed: ['file-away', 'reopen'],
};

/** Nobody is called like this: wherever it is read in clear, something that was to be hidden was not. */
const secretName = (chance: Chance): string => `样本甲${String(chance.below(1_000_000)).padStart(6, '0')}`;

/** What people do at the counter of one office, drawn from the seed. */
export class OfficeWork {
  private nth = 0;
  private readonly actor: OfficeActor;
  private readonly chance: Chance;

  constructor(actor: OfficeActor, chance: Chance) {
    this.actor = actor;
    this.chance = chance;
  }

  /** Something. */
  async act(): Promise<void> {
    await this.actor.look();
    const draw = this.chance.below(100);
    const known = [...this.actor.cases.values()];
    if (known.length === 0 || draw < 25) return this.register();
    if (draw < 80) return this.step(this.chance.pick(known));
    if (draw < 88) return this.correct(this.chance.pick(known));
    if (draw < 94) return this.attach(this.chance.pick(known));
    await this.command(this.chance.pick(known).id, { type: 'add-note', text: '打过电话' }, noted);
  }

  async lock(period: PlainMonth): Promise<void> {
    const command = { period, remarks: [{ item: EARLY_LOCK, text: '试锁' }], open: [] };
    const saved = await this.actor.save(context => decideMonthLock(this.actor.office, command, context), {
      did: 'locked',
      period,
    });
    invariant(saved, 'the month can be locked');
  }

  /** Whatever headquarters asked and nobody answered. */
  async answerOrders(): Promise<void> {
    await this.actor.look();
    for (const { id, orders = [] } of [...this.actor.cases.values()])
      for (const order of orders.filter(({ answered }) => !answered)) {
        const text = `已经处理，样本第 ${++this.nth} 答。`;
        await this.command(id, { type: 'answer-order', order: order.id, text }, of => ({
          did: 'answered',
          case: of,
        }));
        this.actor.around.faults.saw('order answered');
      }
  }

  private async register(): Promise<void> {
    const { chance, actor } = this;
    const { faults } = actor.around;
    const now = msOf(actor.now());
    const isAnonymous = chance.happens(0.2);
    const isSecret = !isAnonymous && chance.happens(0.3);
    const name = isSecret ? secretName(chance) : '李样本';
    const category = chance.pick(CATEGORIES) ?? undefined;
    const facts = `楼道灯坏了三天，第 ${++this.nth} 次。`;
    const receivedAt = instantFromMs(chance.happens(0.15) ? now - chance.below(20) * DAY_MS : now);
    const values: Values = {
      ...{ matter_kind: 'complaint', intake_channel: 'visit', facts },
      ...(category === undefined ? {} : { category }),
      ...(isAnonymous ? { is_anonymous: true } : { complainant_name: name }),
      ...(isSecret ? { keep_secret: true } : {}),
    };
    const procedure = actor.procedures.reduce((a, b) => (b.version > a.version ? b : a));
    const saved = await actor.save(
      context =>
        decideRegistration(
          actor.office,
          { procedure: procedure.id, receivedAt, values },
          { ...context, procedure },
        ),
      {
        ...{ did: 'registered', case: '' as CaseId, receivedAt, category, facts, secret: isSecret },
        name: isAnonymous ? undefined : name,
      },
    );
    invariant(saved, 'what is complete can be registered');
    if (isAnonymous) faults.saw('anonymous case');
    if (isSecret) faults.saw('secret case');
  }

  private async step({ id, tracks }: CaseState): Promise<void> {
    const { chance } = this;
    const steps = STEPS[tracks['main']?.state ?? ''];
    if (!steps) return;
    const step = chance.pick(steps);
    const satisfaction = chance.pick(OPINIONS);
    const asked: Readonly<Record<string, Values>> = {
      assign: { transferred_to: '样本物业' },
      reply: { handling_result: '已修好。', reply_at: this.actor.now(), reply_method: 'phone' },
      'follow-up': { satisfaction },
      withdraw: { withdrawal_voluntary: true },
    };
    await this.command(id, { type: 'take-step', step, values: asked[step] ?? {}, reason: '试填' }, of => ({
      ...{ did: 'step', case: of, step },
      ...(step === 'follow-up' ? { satisfaction } : {}),
    }));
  }

  private async correct({ id }: CaseState): Promise<void> {
    const facts = `楼道灯坏了五天，更正第 ${++this.nth} 次。`;
    const command = { type: 'change-fields' as const, values: { facts }, reason: '本人更正' };
    await this.command(id, command, of => ({ did: 'corrected', case: of, facts }));
  }

  private async attach({ id }: CaseState): Promise<void> {
    const { actor, chance } = this;
    const sound = Buffer.from(`ID3 ${actor.code} ${++this.nth} `.repeat(100 + chance.below(200)));
    const { sha256, bytes } = await actor.keep(sound);
    const attachment = newAttachmentId(actor.desk.ids);
    const saved = await this.command(
      id,
      { type: 'add-attachment', attachment, name: '录音.mp3', media: 'audio/mpeg', sha256, bytes },
      of => ({ did: 'attached', case: of, sha256 }),
    );
    if (saved) actor.around.faults.saw('attachment');
  }

  private command(id: CaseId, command: CaseCommand, told: (of: CaseId) => Told): Promise<boolean> {
    const { actor } = this;
    return actor.save(context => {
      const state = actor.cases.get(id);
      invariant(state, 'the case is of this office');
      return decideCase(state, command, { ...context, procedure: actor.packOf(state) });
    }, told(id));
  }
}

const noted = (of: CaseId): Told => ({ did: 'noted', case: of });
