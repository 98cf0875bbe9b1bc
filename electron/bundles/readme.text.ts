import { bundleFileName, type BundleName } from '#shared/bundle/bundle-name.ts';

/** How anybody checks a sealed bag by hand, with the key it is sealed for in a file of this name. */
export function checkingCommands(file: string, keyFile: string, signingKey: string): readonly string[] {
  const bag = file.slice(0, file.indexOf('.'));
  return [
    `    age -d -i ${keyFile} ${file} > ${bag}.zip`,
    `    unzip ${bag}.zip`,
    `    cd ${bag}`,
    '    sha256sum -c manifest-sha256.txt',
    '    sha256sum -c tagmanifest-sha256.txt',
    `    minisign -V -P ${signingKey} -m tagmanifest-sha256.txt`,
  ];
}

/** `data/README.txt`: how to read this bundle in twenty years, without the program that made it. */
export function readmeText(name: BundleName, signingKey: string): string {
  const commands = checkingCommands(bundleFileName(name), 'hq.key', signingKey);
  return `${[...chinese(commands), '', ...english(commands)].join('\n')}\n`;
}

const chinese = (commands: readonly string[]): readonly string[] => [
  '案卷包说明',
  '==========',
  '',
  '本包只使用公开的格式，不需要专用程序即可阅读：',
  '  age（加密，https://age-encryption.org/v1）、ZIP、BagIt（RFC 8493）、',
  '  minisign（签名，https://jedisct1.github.io/minisign/）、JSON、PDF、UTF-8 文本。',
  '',
  '核对方法（hq.key 是上级的解密密钥文件）：',
  '',
  ...commands,
  '',
  '三项核对都通过，说明内容完整、未被改动，并且由该社区签发。',
  '社区的公钥应以当初登记的卡片为准，而不是以本包内的 office.json 为准。',
  '',
  '内容：',
  '  bag-info.txt               社区代码、月份、包号、上一包、案件数',
  '  data/office.json           社区卡片',
  '  data/cases.ndjson          案件，一行一件（JSON），月末的状态',
  '  data/events.ndjson         事件，一行一条（JSON），按发生的顺序',
  '  data/documents/            打印的文书，按案件和文书的编号命名（PDF）',
  '  data/attachments/          附件，以内容的 SHA-256 命名；图片和 M4A 录音已去掉地点、设备等，',
  '                             PDF 和别的文件照原样，里面可能写着作者等；',
  '                             cases.ndjson 里 file 是本包的文件，sha256 是社区留存的原件',
  '                             签回的文书：documents 里 signed_pages 是各页的扫描件（JPEG），',
  '                             signed_on_screen 是在屏上签的字（SVG），签的是同一份 PDF',
  '  data/reports/              统计表和登记簿',
  '',
  '事件链：每行的 hash 是下列文本的 SHA-256：上一行的 hash，换行，再接只含',
  'event、journal、seq 三项的规范 JSON（RFC 8785）。社区的第一条事件，prev 是',
  '64 个 0；以后各包接着上一包的最后一条。',
  '',
  '举报人等要求保密的人的身份是 {"sealed": …, "code": …}：code 是代号；sealed 是',
  'age 密文，只有上级的保密身份密钥能打开：',
  '',
  '    age -d -i sealed.key <文件>',
  '',
  '经过、记录、理由中写到他们姓名、电话等的地方，已用 ■ 盖住；字段的原文在案件',
  '行的 sealed_texts 里，同样加密。',
];

const english = (commands: readonly string[]): readonly string[] => [
  'About this case bundle',
  '======================',
  '',
  'This bundle uses published formats only and can be read without special software:',
  '  age (encryption, https://age-encryption.org/v1), ZIP, BagIt (RFC 8493),',
  '  minisign (signature, https://jedisct1.github.io/minisign/), JSON, PDF, UTF-8 text.',
  '',
  'To check it (hq.key is the decryption key file of the headquarters):',
  '',
  ...commands,
  '',
  'If all three checks pass, the content is complete, unaltered and signed by the office.',
  'Trust the public key on the card the office was enrolled with, not the office.json in here.',
  '',
  'Content:',
  '  bag-info.txt               office code, month, number, bundle before it, number of cases',
  '  data/office.json           card of the office',
  '  data/cases.ndjson          cases, one a line (JSON), as they stood at the end of the month',
  '  data/events.ndjson         events, one a line (JSON), in the order in which they happened',
  '  data/documents/            papers as printed, by the ids of case and paper (PDF)',
  '  data/attachments/          attachments, named by the SHA-256 of their content; pictures and M4A',
  '                             recordings without place and device, PDFs and others as they came,',
  '                             which may name an author. In cases.ndjson file is the one in',
  '                             here, sha256 that of the original, which the office keeps',
  '                             Papers that came back signed: under documents, signed_pages are',
  '                             scans of the sheets (JPEG), signed_on_screen what was signed on the',
  '                             screen (SVG), under the very PDF in here',
  '  data/reports/              statistics and register',
  '',
  'Chain of events: the hash of a line is the SHA-256 of the hash of the line before, a line',
  'feed, and the canonical JSON (RFC 8785) of event, journal and seq alone. The prev of the',
  "office's very first event is 64 zeros; later bundles go on from the last line before.",
  '',
  'The identity of reporters and of others who asked for secrecy is {"sealed": …, "code": …}:',
  'code stands for the person; sealed is an age file that only the sealed-identity key opens:',
  '',
  '    age -d -i sealed.key <file>',
  '',
  'Where a story, a note or a reason names them, those words are covered by ■; the fields as',
  'they were written are in sealed_texts of the case, sealed likewise.',
];
