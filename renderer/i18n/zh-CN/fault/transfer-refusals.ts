import type { FaultTexts } from '../../fault-texts.ts';

/** Why a case did not go to another office, or did not come in from one. */
export const transferRefusals = {
  'none-here': {
    what: '这里没有转给本单位的案件，也没有对方的答复',
    next: '选对方给的那个文件夹，或 U 盘上放这些文件的文件夹。',
  },
  'bad-card': {
    what: '这不是单位名片，没有读入',
    next: '请对方在“设置”里导出本单位名片（office.json），再选一次。',
  },
  'no-card': { what: '名片文件不在了', next: '重新选一次 office.json。' },
  'old-card': {
    what: '对方的名片是旧的，不能往那里转案件',
    next: '请对方更新程序，重新导出名片，再读一次。',
  },
  'own-card': { what: '这是本单位自己的名片', next: '选对方给的那一份。' },
  'other-colleague': {
    what: '代号 {{code}} 的名片读入过，这一份的密钥不一样',
    next: '先打电话核实对方确实换了密钥，再决定换不换。',
  },
  'unknown-office': {
    what: '还没有读入这个单位的名片',
    next: '请管理员在“设置”的“其他单位”里读入它的名片。',
  },
  changed: { what: '写的时候这件案件有变动，没有转出', next: '看看案件里改了什么，再转一次。' },
  'not-here': {
    what: '封好的那一份不在本机了，不能再写',
    next: '对方没有收到的，等对方退回或请管理员处理后再转一次。',
  },
  'no-such': { what: '转来的案件里没有这一件', next: '重新打开“转来的案件”看一看。' },
  'not-settled': { what: '这一件还没有登记，也没有退回', next: '先登记或退回，再写答复。' },
  settled: { what: '这一件已经登记或退回了', next: '看看是不是同事刚办过；填的内容还在草稿里。' },
  recusal: { what: '这件案件涉及您本人，没有登记也没有退回', next: '请交给别的同事登记或退回。' },
  'unknown-sender': {
    what: '有一件是代号 {{from}} 的单位转来的，本单位没有读入过它的名片，没有收',
    next: '核实后请管理员在“设置”的“其他单位”里读入它的名片，再读一次。',
  },
  'not-for-us': {
    what: '有一件不是用本单位的钥匙封的，打不开，没有收',
    next: '请对方用本单位现在的名片再转一次。',
  },
  'other-office': { what: '有一件是转给别的单位的，没有收', next: '把它交给那个单位，或还给转出的单位。' },
  damaged: { what: '有一件的文件坏了或不完整，没有收', next: '请对方再写一次，重新带来。' },
  'bad-signature': {
    what: '有一件的签名不是代号 {{from}} 的单位签的，可能被改过，没有收',
    next: '打电话问问对方：换过密钥的先读入新名片，没有换的请他们再转一次。',
  },
  'newer-format': { what: '有一件的格式比本程序新，没有收', next: '先更新本程序，再读一次。' },
  malformed: { what: '有一件的内容写得不对，没有收', next: '记下是哪个单位转的，请他们再转一次。' },
  'too-large': { what: '有一件太大，没有收', next: '请对方少带几个附件再转，其余的另外送来。' },
  'bad-file': {
    what: '有一件里夹着本程序不收的文件，没有收',
    next: '请对方去掉那个附件再转，原件另外送来。',
  },
  'known-id': {
    what: '代号 {{from}} 的单位转来一件，编号和别的单位的一件相同，没有收',
    next: '打电话问问转出的单位；确实是他们转的，请他们再转一次。',
  },
  'no-room': { what: '本机磁盘放不下，没有收', next: '腾出一些空间，再读一次。' },
  'answer-malformed': { what: '有一份答复或它的签名写得不对，没有收', next: '请对方再写一次答复。' },
  'answer-newer': { what: '有一份答复的格式比本程序新，没有收', next: '先更新本程序，再读一次。' },
  'answer-no-signature': {
    what: '有一份答复旁边没有签名文件（.minisig），没有收',
    next: '请对方把两个文件一起拷来，再读一次。',
  },
  'answer-not-genuine': {
    what: '有一份答复的签名不是转去的那个单位签的，没有收',
    next: '打电话问问对方：换过密钥的先读入新名片，没有换的请他们再写一次答复。',
  },
  'answer-unknown': {
    what: '有一份答复说的不是从本台账转出的案件，没有收',
    next: '和对方核对，看看是不是给别的单位的，或者本台账是从旧备份恢复的。',
  },
  'answer-other-file': {
    what: '对方收到的和本单位转出的不是同一份，答复没有收',
    next: '打电话核对，再转一次。',
  },
} satisfies FaultTexts['transfers'];
