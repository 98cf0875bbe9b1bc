import { dateOf, instantFromMs, type Instant } from '#shared/core/instant.ts';
import type { SupervisionOrder } from '#shared/bundle/order.schema.ts';
import { listOrders, writeOrder, type NewOrder, type OrderStanding } from './hq.orders.ts';
import { sentenceOf, type HeadquartersRefusal } from './hq.refusals.ts';

type Print = (line: string) => void;

/** What `hq order` was given, as it was typed. */
export interface OrderWords {
  readonly office?: string | undefined;
  readonly case?: string | undefined;
  readonly due?: string | undefined;
  readonly days?: string | undefined;
  readonly text?: string | undefined;
  readonly urge?: boolean | undefined;
  readonly 'not-early'?: boolean | undefined;
}

/** The order that was meant; undefined where a part is missing: usage is the answer. */
export function orderMeant(words: OrderWords): NewOrder | undefined {
  const { office, case: id, due, days, text, urge = false } = words;
  if (office === undefined || id === undefined || text === undefined) return undefined;
  if ((due === undefined) === (days === undefined)) return undefined;
  return {
    ...{ office, case: id, text, kind: urge ? 'urge' : 'supervise' },
    due: due === undefined ? { working_days: Number(days) } : { date: due },
    answerEarly: words['not-early'] !== true,
  };
}

const KINDS = { supervise: '督办', urge: '催办' } as const;

const dueWords = ({ due }: SupervisionOrder): string =>
  'date' in due ? `${due.date} 前答复` : `收到后 ${due.working_days} 个工作日内答复`;

const refusal = (what: string, { code, detail }: HeadquartersRefusal): readonly string[] => [
  `✗ 没有办成  ${what}`,
  `  规则：${code}${detail === undefined ? '' : `（${detail}）`}`,
  `  ${sentenceOf(code).zh}`,
];

export async function commandOrder(dataDir: string, asked: NewOrder, print: Print): Promise<boolean> {
  const written = await writeOrder(dataDir, asked);
  if (!written.ok) {
    refusal(asked.case, written.error).forEach(print);
    return false;
  }
  const { order, file } = written.value;
  print(`✓ 已写出${KINDS[order.kind]}单  ${order.office}，${order.number}，${dueWords(order)}`);
  print(`  ${file}`);
  print('  连同旁边的 .minisig 一起交给社区。督办单不加密，里面不要写姓名、电话和住址。');
  return true;
}

const moment = (at: Instant): string => `${dateOf(at)} ${at.slice(11, 16)}`;

function standingWords({ order, takenAt, answer }: OrderStanding, now: Instant): string {
  if (answer) return `已答复（${moment(answer.at)} ${answer.by}）`;
  const over = 'date' in order.due && order.due.date < dateOf(now) ? '，已过答复期限' : '';
  return takenAt ? `社区 ${moment(takenAt)} 收到，还没有答复${over}` : `已发出，还没有社区收到的消息${over}`;
}

export async function commandOrders(
  dataDir: string,
  print: Print,
  now: () => number = Date.now,
): Promise<boolean> {
  const listed = await listOrders(dataDir);
  if (!listed.ok) {
    refusal(dataDir, listed.error).forEach(print);
    return false;
  }
  const inLine = (text: string): string => text.replaceAll('\n', ' ');
  for (const standing of listed.value) {
    const { order, answer } = standing;
    print(
      `${order.office}  ${order.number}  ${KINDS[order.kind]}  ${dueWords(order)}  ${standingWords(standing, instantFromMs(now()))}`,
    );
    print(`  问：${inLine(order.text)}`);
    if (answer) print(`  答：${inLine(answer.text)}`);
  }
  const answered = listed.value.filter(({ answer }) => answer !== undefined).length;
  print(`共 ${listed.value.length} 份，已答复 ${answered}，没有答复 ${listed.value.length - answered}。`);
  return true;
}
