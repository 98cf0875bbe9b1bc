import type { FaultTexts } from '../../fault-texts.ts';

/** Why an order of headquarters was not taken in. */
export const orderRefusals = {
  'none-here': { what: '这里没有督办单', next: '选总部给的那个文件夹，或 U 盘上放督办单的文件夹。' },
  malformed: { what: '有一份督办单或它的签名写得不对，没有收', next: '请总部再给一份。' },
  'newer-format': { what: '有一份督办单的格式比本程序新，没有收', next: '先更新本程序，再读一次。' },
  'no-signature': {
    what: '有一份督办单旁边没有签名文件（.minisig），没有收',
    next: '请总部把两个文件一起拷来，再读一次。',
  },
  'other-key': {
    what: '有一份督办单不是本单位的总部签的，没有收',
    next: '给总部打电话核实；总部换过名片的，先读入新名片。',
  },
  'bad-signature': {
    what: '有一份督办单和签名对不上，可能被改过，没有收',
    next: '给总部打电话说明，请他们再给一份。',
  },
  'other-office': { what: '有一份督办单是给别的单位的，没有收', next: '把它交回总部，或转给那个单位。' },
  'unknown-case': {
    what: '有一份督办单说的案件不在本台账里，没有收',
    next: '和总部核对登记编号，看看是不是从旧备份恢复过。',
  },
} satisfies FaultTexts['orders'];
