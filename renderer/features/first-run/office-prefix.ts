/** Kinds of office by the ending of their names, and what stands for them in a number; longest ending first. */
const KINDS: readonly (readonly [ending: RegExp, short: string])[] = [
  [/市场监督管理所$|市场监管所$/, '市监'],
  [/村?村民委员会$|村委会$|村$/, '村'],
  [/(社区)?居民委员会$|社区委员会$|(社区)?居委会$|社区$/, '社'],
  [/街道(办事处)?$/, '街'],
  [/人民政府$|镇(政府)?$|乡(政府)?$/, '政'],
  [/物业(管理|服务)?.*$/, '物'],
  [/(人民|中医|中心)?医院$|卫生院$|卫生服务中心$/, '医'],
];

/** Province, city and district, which every office of the place would share. */
const PLACE = /^.{2,3}省|^.{2,3}市(?!场)|^.{1,3}[区县](?=.{2})/u;

function withoutPlace(name: string): string {
  let rest = name;
  for (let i = 0; i < 3; i++) {
    const shorter = rest.replace(PLACE, '');
    if (shorter === '' || KINDS.some(([ending]) => shorter.replace(ending, '') === '')) break;
    rest = shorter;
  }
  return rest;
}

/** 凤凰社区居委会 → 凤社: a first guess at the head of the office's numbers, for the person to change. */
export function suggestPrefix(officeName: string): string {
  const name = officeName.normalize('NFKC').replace(/\s+/g, '');
  const own = withoutPlace(name);
  const kind = KINDS.find(([ending]) => ending.test(own));
  if (!kind) return Array.from(own).slice(0, 2).join('');
  const [first = ''] = Array.from(own.replace(kind[0], ''));
  return `${first}${kind[1]}`;
}
