import type { FaultTexts } from '../../fault-texts.ts';

/** What a command on a case is refused for. */
export const caseRefusals = {
  'missing-fields': { what: '还差{{fields}}', next: '填上再保存。' },
  rule: { what: '{{told}}', next: '改好再保存。' },
  'bad-value': { what: '“{{field}}”填的内容认不出来', next: '照格子里的样子重写。' },
  'too-long': { what: '“{{field}}”写得太长了', next: '最多 {{longest}} 字，其余写进附件。' },
  'unknown-field': { what: '规程里没有“{{field}}”这一栏', next: '把代号告诉管理员。' },
  'not-permitted': {
    what: '现在不能{{step}}：{{why}}',
    next: '先做前面的步骤，或请有这项职责的人来做。',
  },
  role: { what: '这件事要{{role}}来做', next: '请有这项职责的人登录，或让管理员添上职责。' },
  recusal: { what: '您不能办这一件：{{why}}', next: '请没有利害关系的同事来办。' },
  'asker-recusal': {
    what: '送批的{{name}}现在要回避这一件：{{why}}',
    next: '不批这一份，请没有利害关系的同事来办，重新送批。',
  },
  'ground-missing': { what: '还没选是哪一种情形', next: '选一项再做。' },
  'reason-missing': { what: '还没写理由', next: '写一句理由再做。' },
  'nothing-changed': { what: '内容没有变', next: '不用保存。' },
  'nothing-hidden': { what: '这一件没有保密的身份', next: '不用打开，都在屏幕上。' },
  'identity-hidden': {
    what: '这样改会动到保密的身份，它现在盖着',
    next: '先写明理由打开身份，再更正。',
  },
  'received-later': { what: '收到时间还没有到', next: '看看收到时间和电脑的钟。' },
  'other-way': {
    what: '{{fields}}决定这一件走哪一套程序，登记以后不能改',
    next: '请写明登记有误，撤回这一件，再重新登记。原来的号不再用。',
  },
  'empty-note': { what: '还没写内容', next: '写几句再记。' },
  'no-extension': { what: '“{{limit}}”不能再延期', next: '规程只准延这几次，请按期办。' },
  merged: { what: '这一件已并入 {{number}}', next: '到那一件里去办。' },
  'no-such-class': { what: '规程里没有“{{class}}”这个等级', next: '换一个等级。' },
  'own-repeat': { what: '不能并到自己这一件', next: '选另一件。' },
  'nothing-asked': { what: '这件事没有在等批准', next: '看看是不是别人已经答复了。' },
  'asked-already': { what: '已经送批，还没有答复', next: '等答复；急的话，当面催一下。' },
  'changed-since': {
    what: '送批以后，有人改了{{fields}}，批准会把它改回去',
    next: '不批这一份，请送批的人看过现在的内容，重新送批。',
  },
  'changed-meanwhile': {
    what: '您改的时候，{{fields}}已经被改成别的了',
    next: '看一看现在写的是什么，选定用哪一个，再存。',
  },
  'clock-not-running': {
    what: '“{{limit}}”现在不在计时',
    next: '办完的、停了的、还没开始的，都不用延期。',
  },
  closed: { what: '这一件已经办结', next: '不用再延期。' },
  'signed-already': { what: '《{{form}}》已经签回', next: '不用批准，接着往下办。' },
  'waived-already': { what: '《{{form}}》已经批准不签字办理', next: '接着往下办。' },
  'waived-unprinted': {
    what: '《{{form}}》还没打印，没有请人签过',
    next: '先打印出来请对方签。签不了，再来办这一步。',
  },
  'paper-set-anew': {
    what: '《{{form}}》后来又印了新的一份',
    next: '请对方签新的那一份。签不了，就为新的那一份再办。',
  },
  'no-signature-needed': { what: '没有哪一步在等《{{form}}》签回', next: '不用批准，接着往下办。' },
  'void-printed': {
    what: '《{{form}}》的这一份已经作废，没有记作打印',
    next: '回到案件，重新出一份再打印。',
  },
  'paper-signed': { what: '这份已经签回，说明印出来过', next: '印出来的记录留着。' },
  'signed-paper-changed': {
    what: '这份文书刚刚又排过一版，和签字人看到的不是同一份',
    next: '没有记上。请签字人看过现在这一份，再签。',
  },
  'signer-missing': { what: '还没写签字人是谁', next: '写上姓名再签。' },
  'paper-not-printed': { what: '这份文书还没打印，不会有签字件', next: '先打印，签好再记。' },
  'paper-replaced': {
    what: '这一份已经作废，或者已经被别的文件代替',
    next: '回案件打开现在的那一份，再代替。',
  },
  'paper-not-replaceable': {
    what: '这一份已经签回，不是草稿了',
    next: '要换，先在案件里把它作废。',
  },
  'same-file': { what: '选的文件就是现在这一份', next: '选改好以后导出的那个文件。' },
  'paper-voided': { what: '这份文书已经作废', next: '请对方签现在的那一份，再扫描归位。' },
  'attachment-there': {
    what: '这个文件已经在这一件里了，叫“{{name}}”',
    next: '不用再收。要换名字，在那一条上改。',
  },
  'attachment-name': { what: '附件没有名字，或者名字太长', next: '写 1 到 {{longest}} 个字。' },
  'attachments-full': {
    what: '这一件的附件加起来超过 {{most}} MB',
    next: '挑要紧的收；录音可以剪短再收。',
  },
  'attachment-stays': { what: '这一件已经办结，附件不能再移出', next: '附件留在案卷里，可以加说明。' },
  'attachment-removed': { what: '这份附件已经移出', next: '看看办理经过里是谁移的、为什么。' },
  'no-such-page': {
    what: '这份文书只有 {{pages}} 页，没有第 {{page}} 页',
    next: '看清页脚的页数，再选一次。',
  },
  'page-there': { what: '第 {{page}} 页已经有扫描件', next: '要换成这一张，就按“换成这一张”。' },
  'order-answered': {
    what: '{{name}}已经答复过这份督办',
    next: '看看办理经过里写了什么；要补充的，记办理经过。',
  },
  withdrawn: { what: '这件是导错的，已经撤回，不再是案件', next: '在案件里找对的那一件。' },
  'order-early': { what: '总部要求到 {{date}} 再答复', next: '先写着，到那天再答复，写的会留着。' },
  'no-number-series': { what: '{{form}} 没有规定文号', next: '把代号告诉管理员。' },
  'procedure-not-valid': { what: '{{date}}不能用“{{procedure}}”', next: '换一个当时有效的规程。' },
} satisfies FaultTexts['case'];
