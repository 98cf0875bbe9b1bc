import type { Language } from '#shared/core/text.ts';
import { halfWidth } from './half-width.ts';
import { maskMiddle } from './mask.ts';
import { landlineFinding, splitLandline } from './landline.ts';

/** `unknown` keeps what was written: a number nobody recognises is still worth more than none. */
export type Phone =
  | { readonly kind: 'mobile'; readonly digits: string }
  | { readonly kind: 'landline'; readonly area: string; readonly local: string; readonly extension: string }
  | { readonly kind: 'service'; readonly digits: string }
  | { readonly kind: 'abroad'; readonly digits: string }
  | { readonly kind: 'unknown'; readonly text: string };

/** What looks wrong with a number; it warns and never blocks. */
export type PhoneFinding =
  /** Digits too few; negative: too many. */
  | { readonly finding: 'length'; readonly missing: number }
  | { readonly finding: 'area-code' }
  | { readonly finding: 'characters' }
  | { readonly finding: 'unknown' };

const MOBILE_LENGTH = 11;
/** 110, 12345, 10086, 95588, 96xxx; 400 and 800 numbers. No mobile number begins with 10, 11 or 12. */
const SERVICE = /^(1[0-2]\d{1,6}|9[56]\d{3,6}|[48]00\d{7})$/;
const EXTENSION = /^(.*?)[\s,;-]*(?:转接?分机号?|转接?|分机号?|ext\.?|x|#)[\s:]*(\d{1,6})$/i;
/** A third group of digits is an extension only after a whole number: `138-0013-8000` has none. */
const HYPHEN_EXTENSION = /^(.+)-(\d{1,6})$/;

/** Reads a number of 电信网编号计划 (2017) as people write it: blanks, brackets, +86, an extension. */
export function readPhone(text: string): Phone {
  const written = halfWidth(text);
  const said = EXTENSION.exec(written);
  if (said !== null) return readNumber(written, said[1] ?? '', said[2] ?? '');
  const hyphened = HYPHEN_EXTENSION.exec(written.replace(/\s/g, ''));
  if (hyphened !== null) {
    const phone = readNumber(written, hyphened[1] ?? '', hyphened[2] ?? '');
    if (phone.kind === 'landline' && landlineFinding(phone) === undefined) return phone;
  }
  return readNumber(written, written, '');
}

function readNumber(written: string, main: string, extension: string): Phone {
  const dialled = main.replace(/[\s().-]/g, '');
  const digits = national(dialled);
  const landline = splitLandline(digits);
  if (landline !== undefined && !SERVICE.test(digits)) return { kind: 'landline', ...landline, extension };
  if (extension !== '') return { kind: 'unknown', text: written };
  if (/^(\+|00)(?!86)[1-9]\d{5,14}$/.test(dialled)) {
    return { kind: 'abroad', digits: dialled.replace(/^00/, '+') };
  }
  if (/^1[3-9]\d*$/.test(digits)) return { kind: 'mobile', digits };
  return SERVICE.test(digits) ? { kind: 'service', digits } : { kind: 'unknown', text: written };
}

/** The digits as dialled inside China: +86 takes the place of the 0 before an area code. */
function national(dialled: string): string {
  const inside = dialled.replace(/^(\+86|0086|86(?=1[3-9]\d{9}$))/, '');
  if (/^01[3-9]\d{9}$/.test(inside)) return inside.slice(1);
  const lostZero = inside !== dialled && /^(10|[2-9]\d)\d{7,9}$/.test(inside) && !SERVICE.test(inside);
  return lostZero ? `0${inside}` : inside;
}

export function checkPhone(text: string): PhoneFinding | undefined {
  if (halfWidth(text) === '') return undefined;
  const phone = readPhone(text);
  switch (phone.kind) {
    case 'mobile': {
      const missing = MOBILE_LENGTH - phone.digits.length;
      return missing === 0 ? undefined : { finding: 'length', missing };
    }
    case 'landline':
      return SERVICE.test(phone.local) ? undefined : landlineFinding(phone);
    case 'unknown':
      return { finding: /^[\d\s()+.-]*$/.test(phone.text) ? 'unknown' : 'characters' };
    default:
      return undefined;
  }
}

/** As it is stored and searched: `13800138000`, `010-55550123-123`, `+85223456789`. */
export function normalPhone(text: string): string {
  const phone = readPhone(text);
  switch (phone.kind) {
    case 'landline':
      if (phone.extension !== '' && landlineFinding(phone) !== undefined) return halfWidth(text);
      return [phone.area, phone.local, phone.extension].filter(part => part !== '').join('-');
    case 'unknown':
      return phone.text;
    default:
      return phone.digits;
  }
}

/** In groups for reading aloud: `138 0013 8000`, `010 5555 0123 转 123`. */
export function readablePhone(text: string, language: Language): string {
  const phone = readPhone(text);
  switch (phone.kind) {
    case 'mobile':
      return grouped(phone.digits, [3, 4, 4]);
    case 'service':
      return phone.digits.length === 10 ? grouped(phone.digits, [3, 3, 4]) : phone.digits;
    case 'landline': {
      const local = grouped(phone.local, phone.local.length === 7 ? [3, 4] : [4, 4]);
      const parts = phone.area === '' ? [local] : [phone.area, local];
      if (phone.extension !== '') parts.push(language === 'en' ? 'ext.' : '转', phone.extension);
      return parts.join(' ');
    }
    case 'abroad':
      return phone.digits;
    case 'unknown':
      return phone.text;
  }
}

/** Digits beyond the groups stay with the last one: nothing that was typed may vanish. */
function grouped(digits: string, lengths: readonly number[]): string {
  const groups: string[] = [];
  let at = 0;
  for (const [index, length] of lengths.entries()) {
    const end = index === lengths.length - 1 ? digits.length : at + length;
    groups.push(digits.slice(at, end));
    at = end;
  }
  return groups.filter(group => group !== '').join(' ');
}

/** `138****1234`, `010-****0123`; public service numbers stay as they are, extensions go. */
export function maskPhone(text: string): string {
  const phone = readPhone(text);
  switch (phone.kind) {
    case 'mobile':
      return maskMiddle(phone.digits, 3, 4);
    case 'service':
      return phone.digits;
    case 'landline': {
      const hidden = Math.min(4, phone.local.length);
      const local = '*'.repeat(hidden) + phone.local.slice(hidden);
      return phone.area === '' ? local : `${phone.area}-${local}`;
    }
    case 'abroad':
      return maskMiddle(phone.digits, 4, 2);
    case 'unknown':
      return maskMiddle(phone.text, 2, 2);
  }
}
