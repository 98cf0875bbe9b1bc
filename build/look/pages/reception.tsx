import { IconCopy, IconDeviceFloppy, IconPrinter, IconVolume } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { DeadlineMark } from '#renderer/ui/deadline/deadline-mark.tsx';
import { BottomBar } from '#renderer/ui/frame/bottom-bar.tsx';
import { PageColumns } from '#renderer/ui/frame/page-columns.tsx';
import { PageHead } from '#renderer/ui/frame/page-head.tsx';
import { SideColumn } from '#renderer/ui/frame/side-column.tsx';
import { DateTimeCell } from '#renderer/ui/paper-form/date-time-cell.tsx';
import { LongTextCell } from '#renderer/ui/paper-form/long-text-cell.tsx';
import { PaperCell } from '#renderer/ui/paper-form/paper-cell.tsx';
import { PaperForm, PaperGroup, PaperRow } from '#renderer/ui/paper-form/paper-form.tsx';
import { ReadOnlyCell } from '#renderer/ui/paper-form/read-only-cell.tsx';
import { SelectCell } from '#renderer/ui/paper-form/select-cell.tsx';
import { TextCell } from '#renderer/ui/paper-form/text-cell.tsx';
import { TickChoice } from '#renderer/ui/paper-form/tick-choice.tsx';
import { TickOne } from '#renderer/ui/paper-form/tick.tsx';
import { Desk } from '../desk.tsx';
import { keyed } from '../keyed.ts';
import { useSay } from '../say.ts';

const FACTS =
  '3 号楼 2 单元电梯从 9 月 28 日起多次停运，昨天又停了两个小时。家住五楼，母亲 81 岁，要坐轮椅去医院透析，一周三次。打过物业电话，物业说等配件，没有说哪天修好。';

function Form(): ReactNode {
  const say = useSay();
  const [way, setWay] = useState<string | null>('visit');
  const ways = [
    ['visit', say('来访', 'Visit')],
    ['phone', say('电话', 'Phone')],
    ['letter', say('来信', 'Letter')],
    ['box', say('意见箱', 'Box')],
    ['sent', say('转来', 'Sent on')],
    ['home', say('入户', 'At home')],
  ].map(([value = '', label = '']) => ({ value, label }));
  return (
    <PaperForm label={say('群众投诉及反馈意见登记表', 'Register of complaints and feedback')}>
      <PaperRow>
        <PaperCell label={say('事项种类', 'Kind')}>
          <TickChoice
            options={[
              { value: 'c', label: say('投诉', 'Complaint') },
              { value: 'f', label: say('反馈意见', 'Feedback') },
            ]}
            defaultValue="c"
          />
        </PaperCell>
        <PaperCell label={say('登记时间', 'Registered')}>
          <DateTimeCell precision="minute" now={() => '2026-10-12 09:41'} defaultValue="2026-10-12 09:41" />
        </PaperCell>
      </PaperRow>
      <PaperRow>
        <PaperCell label={say('投诉方式', 'Way')} full>
          <TickChoice options={ways} value={way} onValueChange={setWay} />
        </PaperCell>
      </PaperRow>
      <PaperGroup label={say('投诉人', 'From')}>
        <PaperRow>
          <PaperCell label={say('姓名', 'Name')}>
            <TextCell defaultValue="李小样" />
            <TickOne label={say('匿名', 'Anonymous')} />
          </PaperCell>
          <PaperCell label={say('性别', 'Sex')}>
            <TickChoice
              options={[
                { value: 'm', label: say('男', 'Man') },
                { value: 'f', label: say('女', 'Woman') },
              ]}
              defaultValue="f"
            />
          </PaperCell>
        </PaperRow>
        <PaperRow>
          <PaperCell
            label={say('联系电话', 'Phone')}
            full
            warning={say(
              '手机号少 1 位，再问一遍；问不到也能保存',
              'One digit short: ask again; it can be saved',
            )}
          >
            <TextCell defaultValue="1380013800" inputMode="tel" />
          </PaperCell>
        </PaperRow>
      </PaperGroup>
      <PaperRow>
        <PaperCell label={say('住址', 'Address')} hint={say('（楼栋门牌）', '(house, door)')} full>
          <TextCell defaultValue="凤凰里小区 3 号楼 2 单元 501" />
        </PaperCell>
      </PaperRow>
      <PaperRow>
        <PaperCell label={say('被反映单位', 'About')} hint={say('（个人）', '(person)')} warning={null}>
          <TextCell defaultValue="凤凰里物业服务中心" />
        </PaperCell>
        <PaperCell label={say('类别', 'Category')} error={say('还没有选', 'Not chosen yet')}>
          <SelectCell options={[{ value: 'lift', label: say('物业管理 · 电梯', 'Property, lift') }]} />
        </PaperCell>
      </PaperRow>
      <PaperRow grow>
        <PaperCell label={say('反映内容', 'Facts')} full>
          <LongTextCell
            defaultValue={FACTS}
            hint={say('时间、地点、经过、影响都问到了吗', 'When, where, what, with what effect?')}
            counter={say(
              '78 字，纸上这一格可写 260 字，写多了自动转附页',
              '78 of 260 characters on paper, then an annex',
            )}
          />
        </PaperCell>
      </PaperRow>
      <PaperRow>
        <PaperCell label={say('诉求', 'Demand')} full>
          <LongTextCell placeholder={say('想要怎样解决，用来访人自己的话写', 'In their own words')} />
        </PaperCell>
      </PaperRow>
      <PaperRow>
        <PaperCell label={say('接待人', 'Received by')}>
          <ReadOnlyCell>王登记</ReadOnlyCell>
        </PaperCell>
        <PaperCell label={say('编号', 'Number')}>
          <ReadOnlyCell quiet>{say('保存时自动编', 'Given when saved')}</ReadOnlyCell>
        </PaperCell>
      </PaperRow>
    </PaperForm>
  );
}

export function ReceptionPage(): ReactNode {
  const say = useSay();
  return (
    <Desk at="reception">
      <PageHead
        title={say('接待登记', 'Register')}
        beside={
          <ActButton command={keyed('Alt+G')}>
            {say('凤凰社区群众投诉及反馈意见登记', 'Phoenix complaints')}
          </ActButton>
        }
        sub={say('换规程不丢已填的字', 'Nothing filled in is lost')}
        actions={
          <ActButton rank="text" size="small">
            {say('清空重填', 'Clear')}
          </ActButton>
        }
      />
      <PageColumns
        sideWidth={22.5}
        leastMain={44}
        side={
          <SideColumn
            sections={[
              {
                id: 'twins',
                title: say('可能反映过', 'Perhaps known'),
                icon: IconCopy,
                count: 1,
                amount: say('1 件', '1 case'),
                panelKey: 'F6',
                content: (
                  <>
                    <DeadlineMark state={{ kind: 'near', left: { amount: 2, unit: 'working-days' } }} />
                    <p>
                      <b>{say('3 号楼电梯多次停运，老人上下楼困难', 'Lift of house 3 stands still')}</b>
                    </p>
                    <ActButton size="small" command={keyed('Alt+1')}>
                      {say('看一眼', 'Look')}
                    </ActButton>
                  </>
                ),
              },
              {
                id: 'guide',
                title: say('接待指引', 'Guide'),
                tab: say('接待指引：问清', 'Guide: ask'),
                panelKey: 'F7',
                note: say('只给您看，不打印', 'For you alone'),
                content: (
                  <p>{say('“您慢慢说，我一条一条记下来。”', '“Take your time, I write it all down.”')}</p>
                ),
              },
            ]}
          />
        }
        foot={
          <BottomBar
            status={
              <>
                {say('草稿已存', 'Draft kept')} <span className="num">09:44:12</span>
              </>
            }
            note={say('还差“诉求”，可以先保存', 'The demand is missing; it can be saved')}
          >
            <ActButton command={keyed('F8')} icon={<IconVolume size={20} />}>
              {say('读回确认', 'Read back')}
            </ActButton>
            <ActButton command={keyed('F9')} icon={<IconDeviceFloppy size={20} />}>
              {say('保存', 'Save')}
            </ActButton>
            <ActButton rank="filled" command={keyed('F10')} icon={<IconPrinter size={20} />}>
              {say('保存并打印', 'Save and print')}
            </ActButton>
          </BottomBar>
        }
      >
        <Form />
      </PageColumns>
    </Desk>
  );
}
