/* Made-up texts for papers. Names are those of the rare characters printing is proved with. */

const SENTENCES = [
  '2026年9月18日上午9时许，反映人到凤凰社区服务站称，其居住的3号楼2单元电梯自8月下旬起多次在6层与7层之间停运，累计被困3次，最长一次约40分钟。',
  '物业服务企业先后答复“配件已订购”“等待厂家排期”，但未书面告知维修时限，也未在单元门张贴安全提示。',
  '反映人提供了被困当日的通话记录、业主群截图及维修回执复印件各一份，并表示愿意配合调查。',
  '楼内现有75岁以上老人11户、行动不便住户4户，上下楼困难，就医受到影响。',
  '反映人认为，物业费已按期缴至2026年12月，服务应与收费相符，要求说明公共收益账目使用情况。',
];

/** Sentences of a complaint, a new paragraph after every seventh, of just this length. */
export function longText(length: number): string {
  let text = '';
  for (let i = 0; text.length < length; i++) {
    text += SENTENCES[i % SENTENCES.length] ?? '';
    if (i % 7 === 6) text += '\n';
  }
  return length < 1 ? '' : `${text.slice(0, length - 1).replace(/\n$/, '。')}。`;
}

export const RARE_NAME = '喆堃玥烜祎𬭎';

export const RARE_COMPANY = `${RARE_NAME}投资控股集团（凤凰山）有限责任公司第三分公司业主代表联席会议召集人欧阳喆堃`;

export const LONG_ADDRESS =
  '凤凰山市梧桐区凤凰街道凤凰社区玥烜花园（二期）东区喆堃路1288弄3号楼2单元1103室（北门进）';

/** As long as names of offices are in practice. */
export const LONG_OFFICE = '喆堃玥烜祎自治区某某市某某区某某街道办事处某某社区居民委员会';

export const LONG_NUMBER = '编号 某某区某某街道办事处某某社区居委会群众投诉〔2026〕第1017号';
