import { IconWifiOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { Stage, StageSheet } from '#renderer/ui/dialog/stage.tsx';
import { PassphraseField } from '#renderer/ui/field/passphrase-field.tsx';
import { Note } from '#renderer/ui/notice/note.tsx';
import { KeyGroups } from '#renderer/ui/steps/key-groups.tsx';
import { StepList } from '#renderer/ui/steps/step-list.tsx';
import { useSay } from '../say.ts';
import './first-run.css';

export function PersonPage(): ReactNode {
  const say = useSay();
  return (
    <Stage>
      <StageSheet
        title={say('谁来用，用什么口令', 'Who uses it, and with which passphrase')}
        place={say('第 2 步，共 4 步', 'Step 2 of 4')}
        side={
          <>
            <div>
              <b>{say('凤凰台账', 'Phoenix Desk')}</b>
            </div>
            <StepList
              at={1}
              steps={[
                { id: 'office', label: say('本单位', 'The office') },
                { id: 'person', label: say('第一个人和口令', 'First person') },
                { id: 'key', label: say('恢复密钥', 'Recovery key') },
                { id: 'go', label: say('开始使用', 'Begin') },
              ]}
            />
            <p>{say('不用联网。', 'No network is needed.')}</p>
          </>
        }
        foot={
          <>
            <ActButton>{say('上一步', 'Back')}</ActButton>
            <ActButton rank="filled" keyHint="Enter">
              {say('下一步：恢复密钥', 'Next: recovery key')}
            </ActButton>
          </>
        }
      >
        <div className="look-fields">
          <PassphraseField
            label={say('口令', 'Passphrase')}
            hint={say(
              '至少 8 个字，汉字也行。一句自己记得住的话最好。',
              'At least 8 characters; a sentence is best.',
            )}
            defaultValue="门口石榴树三棵半"
          />
          <PassphraseField label={say('再写一遍', 'Once more')} error={null} />
          <KeyGroups
            label={say('恢复密钥', 'Recovery key')}
            groups={['7KQ4', 'W2MD', '9XHE', 'T5RB', 'C8VN', '3JYA', 'P6GF', 'U4ZS']}
          />
          <Note tone="soon">
            {say('口令只有您自己知道，谁也查不出来。', 'Nobody else can find your passphrase out.')}
          </Note>
        </div>
      </StageSheet>
    </Stage>
  );
}

export function LockPage(): ReactNode {
  const say = useSay();
  return (
    <Stage
      foot={
        <>
          <IconWifiOff size={18} aria-hidden /> {say('离线，3 件待报送', 'Offline, 3 to send')}
        </>
      }
    >
      <div className="look-lock">
        <h1>{say('凤凰社区居委会', 'Phoenix Community')}</h1>
        <PassphraseField
          label={say('王登记的口令', 'Passphrase of Wang')}
          hideLabel
          placeholder={say('王登记的口令', 'Passphrase of Wang')}
          error={say('口令不对', 'Not the passphrase')}
          errorDetail={say(
            '看看大写锁定和输入法。再错 3 次要等 1 分钟。',
            'Look at Caps Lock. 3 more, then a minute.',
          )}
        />
        <ActButton rank="filled" size="big" keyHint="Enter">
          {say('打开台账', 'Open the ledger')}
        </ActButton>
      </div>
    </Stage>
  );
}
