import { ProceduresPage } from '../pages/procedures.page.ts';
import { CLOCK, type OpenOffice } from '../office.ts';
import { moveClock } from '../program.ts';

/** Has reports and a register, so that their pages can be shown. */
export const REPORTING = '农村信用联社客户投诉处理';

export interface SampleOffice {
  /** An ordinary case in hand, with a printed paper. */
  readonly ordinary: string;
  /** Of somebody who asked for secrecy. */
  readonly secret: string;
}

const LONG =
  '三单元楼道灯坏了三天，晚上看不见路，老人差点摔倒；楼下的垃圾桶也几天没人收，天一热味道很大，要求物业尽快派人来修、来收，并说清楚以后多久收一次。';

/** Fills a new office with cases in several states, over a few days. */
export async function fillSampleOffice(office: OpenOffice): Promise<SampleOffice> {
  const { desk, page } = office;
  await new ProceduresPage(page).use([REPORTING]);
  await desk.chooseProcedure('凤凰社区群众投诉及反馈意见登记');
  const ordinary = await desk.register({
    ...{ 姓名: '李样本', 联系电话: '13800138000', 类别: '公共设施', 住址: '样本小区3号楼502' },
    ...{ 反映内容: LONG, 诉求: '尽快修好，说清楚以后多久收一次。' },
  });
  await desk.openCase(ordinary);
  await desk.case.step('受理', { 受理意见: '同意受理，交物业办理。' });
  await desk.case.openPaper('PHX-01');
  await desk.case.print();
  const secret = await desk.register({
    ...{ 姓名: '周试填', 联系电话: '13900139000', 类别: '公共安全', 要求保密: true },
    反映内容: '有人夜里在地下室聚众赌博。',
  });
  await moveClock(office, '2026-10-10T10:00:00+08:00');
  await desk.register({ 姓名: '王范例', 类别: '物业管理', 反映内容: '电梯停了两天，老人上下楼困难。' });
  await desk.register({ 匿名: true, 类别: '环境卫生', 反映内容: '垃圾堆在路口没有人收。' });
  const praise = await desk.register({
    姓名: '吴样本',
    类别: '公共设施',
    反映内容: '路灯修好了，表示感谢。',
  });
  await desk.openCase(praise);
  await desk.case.step('撤回', { '经核实，撤回出于本人自愿': true }, { reason: '本人撤回' });
  await moveClock(office, '2026-10-13T09:00:00+08:00');
  await desk.go('工作台');
  return { ordinary, secret };
}

/** The clock the program is started again with, after what happened in the office. */
export const LATER = CLOCK.replace('-08T09:30', '-13T09:00');
