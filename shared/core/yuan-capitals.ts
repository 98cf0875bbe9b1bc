const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const UNITS = ['', '拾', '佰', '仟'];
const GROUPS = ['', '万', '亿'];
/** 万亿: the groups above have units of their own, and a number still holds its cents exactly below it. */
const MOST_YUAN = 1e12;

/** Up to four digits; zeros within are one 零, those at the end none. */
function group(value: number): string {
  let text = '';
  let skipped = false;
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(value / 10 ** place) % 10;
    if (digit === 0) {
      skipped = text !== '';
      continue;
    }
    text += `${skipped ? '零' : ''}${DIGITS[digit] ?? ''}${UNITS[place] ?? ''}`;
    skipped = false;
  }
  return text;
}

function wholeYuan(yuan: number): string {
  let text = '';
  for (let nth = 2; nth >= 0; nth--) {
    const value = Math.floor(yuan / 10_000 ** nth) % 10_000;
    if (value === 0) continue;
    // A group that does not fill its thousands, or comes after one that is all zeros.
    const gap = text !== '' && (value < 1000 || Math.floor(yuan / 10_000 ** (nth + 1)) % 10 === 0);
    text += `${gap ? '零' : ''}${group(value)}${GROUPS[nth] ?? ''}`;
  }
  return text;
}

/**
 * A sum of money as it is written in capitals: 人民币 without a gap, 整 where it ends in 元 or 角 (支付结算办法,
 * 附件一). In yuan; undefined for what is negative, a trillion or more, or has parts of a cent.
 */
export function yuanInCapitals(yuan: number): string | undefined {
  const cents = Math.round(yuan * 100);
  if (!(yuan >= 0 && yuan < MOST_YUAN) || cents / 100 !== yuan) return undefined;
  const [whole, jiao, fen] = [Math.floor(cents / 100), Math.floor(cents / 10) % 10, cents % 10];
  if (cents === 0) return '人民币零元整';
  const yuanPart = whole === 0 ? '' : `${wholeYuan(whole)}元`;
  const jiaoPart = jiao > 0 ? `${DIGITS[jiao] ?? ''}角` : fen > 0 && whole > 0 ? '零' : '';
  const fenPart = fen > 0 ? `${DIGITS[fen] ?? ''}分` : '整';
  return `人民币${yuanPart}${jiaoPart}${fenPart}`;
}
