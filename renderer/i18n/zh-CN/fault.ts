import type { FaultTexts } from '../fault-texts.ts';
import { caseRefusals } from './fault/case-refusals.ts';
import { orderRefusals } from './fault/order-refusals.ts';
import { transferRefusals } from './fault/transfer-refusals.ts';

export const fault = {
  kept: {
    typed: '刚填的都还在屏幕上，已经保存的也都在。',
    saved: '已经保存的都在，没有变。',
    nothing: '什么都没有改动。',
  },
  unknown: {
    what: '这一步没有做成',
    next: '再试一次。还不行，把代号告诉管理员。',
  },
  code: {
    case: caseRefusals,
    orders: orderRefusals,
    transfers: transferRefusals,
    scans: {
      'not-read': { what: '这一页没有读成', next: '再放一次。还不行，就从案件的文书里记“签字件收回来了”。' },
    },
    imports: {
      kind: {
        what: '这不是 Excel 表、Word 表格，也不是 CSV 文本',
        next: '在 Excel 或 WPS 里另存为 xlsx 或 csv，再选一次。',
      },
      'no-table': {
        what: '这个 Word 文件里没有表格',
        next: '台账要写在表格里，一件一行。没有表格的，贴到 Excel 里另存为 xlsx，再选一次。',
      },
      'old-word': {
        what: '这是旧的 Word 文件（doc）',
        next: '在 Word 或 WPS 里另存为 docx，再选一次。',
      },
      empty: { what: '这张表是空的', next: '看看是不是别的工作表，或者选错了文件。' },
      'too-large': {
        what: '文件太大，超过 {{most}} MB',
        next: '去掉图片和不要的工作表，或按年份分成几个文件。',
      },
      damaged: { what: '这个文件坏了，读不完整', next: '在 Excel 或 WPS 里打开，另存一份，再选一次。' },
      encrypted: { what: '这个文件加了密码', next: '在 Excel 或 WPS 里去掉密码，另存一份，再选一次。' },
      encoding: { what: '认不出这个文件的文字', next: '在 Excel 或 WPS 里打开，另存为 xlsx，再选一次。' },
      'too-many-rows': { what: '超过 {{most}} 行', next: '按年份分成几个文件，一个一个导入。' },
      'too-many-columns': { what: '超过 {{most}} 列', next: '去掉用不着的列，再选一次。' },
      formulas: {
        what: '有 {{cells}} 格公式没有算出结果',
        next: '在 Excel 或 WPS 里打开，等它算完，存盘，再选一次。',
      },
      'not-read': {
        what: '这个文件没有读成',
        next: '在 Excel 或 WPS 里另存一份，再选一次。还不行，就分成几个文件。',
      },
    },
    keys: {
      'wrong-passphrase': {
        what: '口令不对',
        next: '看看大写锁定和输入法。再错 {{triesLeft}} 次要等一会儿。',
      },
      wait: { what: '错得太多，先等一等', next: '{{until}} 以后再试。' },
      'passphrase-short': { what: '口令太短', next: '至少 10 个字，汉字也行。一句自己记得住的话最好。' },
      'passphrase-simple': { what: '口令太简单', next: '不要重复的字，也不要 1234 这样连着的。' },
      'passphrase-common': { what: '这个口令人人都猜得到', next: '换一句别人想不到的话。' },
      'passphrase-name': { what: '口令里不能只有姓名或单位名', next: '换一句别人想不到的话。' },
      'recovery-length': { what: '恢复密钥应有 32 个字，现在是 {{characters}} 个', next: '对着纸再看一遍。' },
      'recovery-character': {
        what: '第 {{group}} 组有认不出的字',
        next: '没有数字 0 和 1，没有字母 O 和 I。',
      },
      'recovery-typo': { what: '恢复密钥抄错了', next: '先看第 {{group}} 组，再看其他组。' },
      'wrong-recovery-key': { what: '这不是这本台账的恢复密钥', next: '找出本单位第一次使用时印的那一张。' },
      'unknown-person': { what: '这里没有这个人', next: '请管理员添上。' },
      damaged: { what: '开锁用的文件坏了', next: '不要新建台账。从备份恢复，或请管理员来看。' },
      missing: { what: '开锁用的文件不见了', next: '不要新建台账。从备份恢复，或请管理员来看。' },
      exists: { what: '这里已经有一本台账', next: '直接打开它。' },
      'newer-version': { what: '这本台账是更新的程序建的', next: '请装上新版程序再打开。' },
      'person-exists': { what: '这里已经有这个人', next: '不用再添。' },
      'last-person': { what: '只剩这一个人能打开台账，不能去掉', next: '先添上另一个人。' },
      'last-sealed-holder': {
        what: '只剩这一个人看得到保密的身份，不能去掉',
        next: '先让另一个人也看得到。',
      },
      'no-sealed-key': { what: '您看不到保密的身份，也就交不了给别人', next: '请看得到的人来做。' },
    },
    papers: {
      'no-such-report': { what: '规程里没有这份报表', next: '回规程看看还有哪些报表。' },
      'outside-kind': {
        what: '这不是 PDF，也不是 JPG 或 PNG 图片',
        next: '在 Word 里另存为 PDF，再选一次。',
      },
      'outside-empty': { what: '这个文件是空的', next: '重新导出一份，再选一次。' },
      'outside-too-large': {
        what: '文件超过 {{most}} MB',
        next: '扫描时选 200 dpi，或在 Word 里导出时选“最小文件大小”，再选一次。',
      },
      'outside-damaged': { what: '这份 PDF 坏了，读不完整', next: '重新导出或重新扫描一份，再选一次。' },
      'outside-encrypted': {
        what: '这份 PDF 加了密码',
        next: '导出时不要设密码，再选一次。收进来以后程序自己会加密保存。',
      },
      'outside-no-pages': { what: '这份 PDF 里一页也没有', next: '重新导出一份，再选一次。' },
      'outside-too-many-pages': {
        what: '这份 PDF 超过 {{most}} 页',
        next: '只导出这份文书的那几页，再选一次。',
      },
      'outside-active': {
        what: '这份 PDF 里有脚本、动作或要播放的内容，不收',
        next: '在 Word 里重新导出为普通 PDF，或者打印出来再扫描。',
      },
      'outside-attachment': {
        what: '这份 PDF 里夹带了别的文件，不收',
        next: '导出时不要勾选嵌入文件（如“混合 PDF”），再选一次。',
      },
      'outside-picture': { what: '这张图片打不开，或者太大', next: '重新扫描或拍一张，再选一次。' },
      'outside-not-read': { what: '这个文件读了太久，没有读完', next: '打印出来再扫描，选扫描出的那一份。' },
    },
    office: {
      'no-procedure': { what: '一个规程也没有选', next: '至少选一个。' },
      'no-role': { what: '一个职责也没有选', next: '至少选一个。' },
      'bad-name': { what: '姓名没写，或者写得太长', next: '姓名 1 到 {{longest}} 个字，电话最多 40 个字。' },
      'name-taken': { what: '已经有一位叫“{{name}}”', next: '名字后面加上科室或工号，登录时好分清。' },
      'last-administrator': { what: '这是最后一位管理员', next: '先请另一位当管理员。' },
      'bad-figure': {
        what: '没有这样的时限',
        next: '只有小时可以带小数；每月几日写 1 到 31；不能超过 100 年。',
      },
      'bad-threshold': {
        what: '界限不能是这个数',
        next: '时间写 1 以上的整数；同样的件数从 2 件起；其他的数不小于 0。',
      },
      'bad-due-day': {
        what: '没有这样的日子',
        next: '每月几日写 1 到 31，第几个工作日写 1 到 20，都是整数。',
      },
      'hours-order': {
        what: '{{day}}的 {{opens}} 到 {{closes}} 不对',
        next: '先开后关，几段不能重叠，最晚写到 24:00。',
      },
      'hours-few': { what: '一个星期开门不到一小时', next: '至少写一天的上下班时间。' },
      'hours-past': { what: '这一天已经过去了', next: '写今天以后的日子，或空着，从现在起。' },
      'card-too-long': { what: '卡上写得太长了', next: '最多 {{longest}} 字。' },
      'bad-amount': { what: '这不是一个能用的数', next: '写不小于 0 的数，不超过一万亿。' },
      'month-to-come': { what: '这个月还没有到', next: '到了那个月再填。' },
      'bad-number': { what: '没有这样的号', next: '写 1 到 99999999 的整数。' },
      'number-taken': { what: '{{number}} 号已经给出去了，或者在别的号段里', next: '换一段没有用过的号。' },
      'no-such-import': { what: '没有这次导入，或者已经撤销了', next: '回导入页看看还有哪几次。' },
      'number-not-given': { what: '{{number}} 还没有用过', next: '没有用过的号不用作废。' },
      'newer-profile': { what: '这本台账是更新的程序写的', next: '请装上新版程序再打开，旧程序不碰它。' },
      'newer-runtime': {
        what: '这本台账在更新的程序里打开过',
        next: '请装上新版程序再打开，旧程序会弄坏它。',
      },
      damaged: { what: '本单位的资料文件坏了或不见了', next: '不要新建台账。从备份恢复，或请管理员来看。' },
    },
    setup: {
      exists: { what: '这里已经有一本台账', next: '关掉程序再打开，登录就行。' },
      'not-begun': { what: '还没有生成恢复密钥', next: '回到上一步再来。' },
      'wrong-group': { what: '第 {{group}} 组不对', next: '照着印出来的纸再填一遍。' },
    },
    journal: {
      behind: { what: '别处刚记了一笔', next: '再按一次就行。' },
      'too-large': { what: '一次写的内容太多', next: '分几次保存。' },
      stopped: { what: '日志账写不进去，已经停下', next: '关掉程序再打开。还不行，看看硬盘。' },
      damaged: {
        what: '日志账从第 {{seq}} 条起坏了',
        kept: '坏处前面的都在，列表里还有的也都留着；坏处后面的可能不全。',
        next: '前面的都能看能印，新的记不了。新来的先记在纸上，请管理员来看。',
      },
      'torn-tail': {
        what: '上次断电，有一笔没有写完',
        kept: '显示过“已保存”的都在，没有变。',
        next: '没显示“已保存”的那一笔，请再登记一遍。',
      },
      missing: { what: '日志账不见了', next: '不要新建台账。从备份恢复，或请管理员来看。' },
      locked: { what: '这本台账已经在别的窗口打开', next: '到那个窗口去用，或先关掉它。' },
      'wrong-key': { what: '这把钥匙开不了这本日志账', next: '文件可能被换过。从备份恢复，或请管理员来看。' },
      'newer-version': { what: '日志账是更新的程序写的', next: '请装上新版程序再打开。' },
      'bad-event': { what: '这一笔的样子不对，没有记', next: '把代号告诉管理员。' },
      'not-allowed': { what: '这一笔不是您该记的，没有记', next: '换有职责的人登录。' },
      exists: { what: '这里已经有一本日志账', next: '关掉程序再打开，登录就行。' },
      cancelled: {
        what: '日志账没有核对完，中途停下了',
        kept: '已经保存的都在，没有变。',
        next: '要核对，就再来一次。',
      },
      'no-office': {
        what: '日志账里找不到本单位',
        kept: '日志账没有动过。',
        next: '不要新建台账。从备份恢复，或请管理员来看。',
      },
    },
    storage: {
      'disk-full': { what: '硬盘满了，没有存上', next: '删掉不要的文件，腾出地方再保存。' },
      'read-only': { what: '这个盘只能读，没有存上', next: '看看写保护开关，或换一个盘。' },
      gone: { what: '盘中途断开了', next: '插好再来一次。' },
      denied: { what: '系统不让写这个文件', next: '看看是不是被别的程序占着，再试一次。' },
      damaged: { what: '文件坏了，读不出来', next: '从备份恢复，或请管理员来看。' },
      missing: { what: '文件不见了', next: '从备份恢复，或请管理员来看。' },
    },
    vault: {
      damaged: { what: '存着的文书坏了', next: '重新出一份，或从备份恢复。' },
      missing: { what: '存着的文书不见了', next: '重新出一份，或从备份恢复。' },
      'newer-version': { what: '这份文书是更新的程序存的', next: '请装上新版程序再看。' },
      'too-large': { what: '这份文书太大，没有存上', next: '把长的内容减一些，再出一次。' },
      'source-failed': { what: '文书没有读完整，没有存上', next: '再出一次。' },
    },
    printing: {
      'font-missing': { what: '缺字体：{{detail}}', next: '重新安装程序，字体会一起装好。' },
      'pdf-unreadable': { what: '文书没有排好', next: '再试一次。' },
      'timed-out': { what: '打印机很久没有回音', next: '看看纸出来没有。没出来再印一次。' },
      'window-failed': { what: '文书没有排好', next: '再试一次。' },
      'printer-unknown': { what: '找不到这台打印机', next: '看看电源和线，再选一次。' },
      'not-cancelled': {
        what: '打印没有取消成',
        next: '可能已经在出纸。去打印机那里看看；多出来的纸记作没有打出来。',
      },
      'printer-refused': { what: '打印机没有收下', next: '看看有没有卡纸缺纸，再印一次。' },
      'no-spooler': {
        what: '这台电脑没有装打印服务，没有印',
        next: '先存成 PDF，拿到能打印的电脑上印；再请管理员装上打印服务（CUPS）。',
      },
      'paper-differs': { what: '式样或规程换过，这一份不能套打', next: '用白纸整份印。' },
    },
    attachments: {
      kind: {
        what: '收不了这种文件',
        next: '能收 JPG、PNG、WebP、TIFF 图片，PDF，纯文本，和 WAV、MP3、M4A、OGG、WEBM 录音。别的先转成这几种。',
      },
      heic: {
        what: '这是苹果手机的 HEIC 照片，这里看不了',
        next: '先转成 JPG 再收。手机“设置”的“相机”“格式”里选“兼容性最佳”，以后拍的就是 JPG。',
      },
      video: { what: '这是录像，台账不收录像', next: '把要紧的画面截成图片，或者只要声音，另存成录音再收。' },
      office: { what: '这是 Word、Excel 或压缩包', next: '在 Word 里另存为 PDF；压缩包先解开，一个一个收。' },
      empty: { what: '这个文件是空的', next: '重新存一份再收。' },
      'too-large': {
        what: '文件超过 {{most}} MB',
        next: '图片和 PDF 每个最多 20 MB，录音最多 100 MB。缩小、分开或剪短再收。',
      },
      picture: { what: '这张图片坏了，或者太大', next: '重新拍或重新扫描一张再收。' },
      gone: { what: '这个文件没有收完，已经收的那一段不在了', next: '把文件再放一次。' },
      damaged: { what: '收进来的那一段在磁盘上坏了', next: '有原件的，把文件再放一次。' },
      'not-read': {
        what: '文件读到一半读不下去了',
        next: '看看 U 盘是不是拔了，文件是不是被删了，再放一次。',
      },
      'no-microphone': { what: '没有找到话筒', next: '插上话筒，等几秒，再按“录音”。' },
      'microphone-refused': {
        what: '系统不让这个程序用话筒',
        next: '在系统的“隐私”“麦克风”里允许桌面应用使用，再按“录音”。',
      },
      'no-camera': { what: '没有找到摄像头', next: '插上摄像头或高拍仪，等几秒，再按“再试”。' },
      'camera-refused': {
        what: '系统不让这个程序用摄像头',
        next: '在系统的“隐私”“相机”里允许桌面应用使用，再按“再试”。',
      },
      'camera-busy': {
        what: '摄像头打不开，可能别的程序正用着',
        next: '关掉高拍仪软件、视频会议，再按“再试”。',
      },
      'not-played': { what: '这段录音放不出来', next: '另存一份，用别的播放器听。' },
    },
    bundles: {
      'no-headquarters': { what: '还没有总部名片，不知道封给谁', next: '先读入总部名片。' },
      'month-open': { what: '这个月还没锁账', next: '先锁账，再封包。' },
      'not-here': { what: '这个案卷包不在原来的地方', next: '再插上写过的那个 U 盘。' },
      'no-receipt': { what: '这里没有回执', next: '选总部给的那个文件夹。' },
      'bad-card': { what: '这不是总部名片', next: '向总部再要一份 headquarters.json。' },
      'no-card': { what: '选的名片不在那里了', next: '看看 U 盘插好没有，名片在不在，再选一次。' },
      'other-headquarters': {
        what: '这张名片和现在的总部不一样，没有换',
        next: '先当面或打电话和总部核对。',
      },
      'drive-gone': { what: '这个 U 盘不在了，没有写', next: '插好 U 盘再写。' },
      'drive-small': {
        what: '放不下，没有写：要 {{needed}}，只空 {{free}}',
        next: '清出地方或换一个 U 盘再写。案卷包已经封好，不用重封。',
      },
      'not-received': { what: '总部还没收讫这一包，没有删', next: '读到总部的回执以后再删。' },
      removed: {
        what: '这一包总部已收讫，本机的已经删去',
        next: '不用再写。总部还要的，请总部从自己那里取。',
      },
      'receipt-malformed': { what: '回执或它的签名写得不对，没有采用', next: '请总部再给一份回执。' },
      'receipt-other-key': {
        what: '回执不是本总部签的，没有采用',
        next: '打电话问总部是不是换过钥匙；换过就先读入新的总部名片。',
      },
      'receipt-bad-signature': {
        what: '回执的签名对不上，内容可能被人改过，没有采用',
        next: '案卷包先留着，打电话告诉总部，请总部再给一份回执。',
      },
      'receipt-other-bundle': { what: '这是别的案卷包的回执，没有采用', next: '请总部给这一包的回执。' },
      'receipt-other-file': {
        what: '总部收到的和这里写出的不一样，回执没有采用',
        next: '把案卷包再写一次 U 盘，重新送总部。',
      },
    },
    packs: {
      missing: {
        what: '这台电脑上没有规程“{{pack}}”，这一步没有做',
        next: '请管理员把这个规程放回来，或重新安装程序。',
      },
      broken: {
        what: '规程包 {{place}} 写得不对：{{fault}}',
        next: '请管理员修好或重新导入。没有错的规程照常用。',
      },
    },
    store: {
      'ahead-of-journal': {
        what: '日志账少了 {{cases}} 件案件的 {{events}} 条记录：{{numbers}}',
        kept: '少掉的另外留着，没有删，重做列表也不会丢。其余的都在，没有变。',
        next: '先照纸件，从小号到大号重新登记这几件，编号接得上；缺的步骤补记上。再请管理员来看。',
      },
      'journal-shorter': {
        what: '日志账少了最后 {{records}} 笔，这台电脑上没有另一份',
        kept: '其余的都在，没有变。',
        next: '对照纸件看看最后几件在不在，缺的重新登记。再请管理员来看。',
      },
      'newer-version': {
        what: '列表是更新的程序建的',
        kept: '已经保存的都在日志账里，没有变。',
        next: '请装上新版程序再打开。',
      },
      'cannot-open': {
        what: '列表打不开',
        kept: '已经保存的都在日志账里，没有变。',
        next: '关掉程序再打开。还不行，看看硬盘是不是满了，再把代号告诉管理员。',
      },
      failed: {
        what: '列表读写出了错',
        kept: '已经保存的都在日志账里，没有变。',
        next: '关掉程序再打开。还不行，把代号告诉管理员。',
      },
      cancelled: {
        what: '列表没有做完，中途停下了',
        kept: '已经保存的都在日志账里，没有变。',
        next: '重新登录，列表会做完。',
      },
      'no-such-case': { what: '列表里没有这一件', next: '回到列表再找一次。' },
    },
    desk: {
      'no-answer': {
        what: '程序里面没有回音，不知道这一步做成没有',
        kept: '显示过“已保存”的都在，没有变。',
        next: '关掉程序再打开，看看列表里有没有；没有就再做一遍。',
      },
      failed: {
        what: '台账没有打开，程序出了错',
        next: '关掉程序再打开，不要新建台账。还不行，把代号告诉管理员。',
      },
    },
    ipc: {
      locked: { what: '台账已经锁定', next: '重新登录再做。' },
      input: { what: '送出的内容不合要求', next: '把代号告诉管理员。' },
      bug: { what: '程序出了错，这一步没有做', next: '再试一次。还不行，把代号告诉管理员。' },
      sender: { what: '这个窗口不是本程序的', next: '关掉程序再打开。' },
    },
    people: {
      'not-allowed': { what: '口令由管理员来定', next: '请管理员来做。' },
      'not-of-this-office': { what: '这个人不在本单位的名单上', next: '先把人添上，再定口令。' },
      'still-here': { what: '这个人还在名单上', next: '先记下离开，再收回口令。' },
    },
    sample: {
      exists: { what: '样本办公室已经有了，或者正在做', next: '打开它；要新的，先丢掉再做。' },
      none: { what: '还没有样本办公室', next: '先做一个。' },
      stopped: { what: '停下了，样本办公室没有做', next: '要的时候再做。' },
      'not-handed-over': {
        what: '样本办公室不封案卷包，也不和总部来往',
        kept: '这里的人和事都是编的，送出去会让人当真。什么也没有写出去。',
        next: '要封包、读回执或换名片，先离开样本办公室，回到本单位的台账。',
      },
    },
    session: {
      locked: { what: '台账已经锁定', next: '重新登录，草稿还在。' },
      'not-of-this-office': { what: '这里没有您的职责', next: '请管理员添上。' },
    },
  } satisfies FaultTexts,
  obstacle: {
    state: '现在是“{{state}}”',
    role: '要{{role}}来做',
    'not-printed': '《{{form}}》还没打印',
    'not-signed': '《{{form}}》还没签回',
    approval: '要{{role}}批准',
    asked: '已经送批，等答复',
    archive: '案卷里还缺{{items}}',
    merged: '已并入 {{number}}',
  },
  role: {
    registrar: '登记员',
    handler: '承办人',
    supervisor: '负责人',
    'records-officer': '档案统计员',
    administrator: '管理员',
  },
  list: '、',
  quoted: '“{{name}}”',
};

declare module 'i18next' {
  interface ResourceNamespaceMap {
    fault: typeof fault;
  }
}
