const CHARSET = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3] as const;

function polymod(values: readonly number[]): number {
  let sum = 1;
  for (const value of values) {
    const top = sum >>> 25;
    sum = ((sum & 0x1ffffff) << 5) ^ value;
    for (const [bit, term] of GENERATOR.entries()) if ((top >>> bit) & 1) sum ^= term;
  }
  return sum;
}

const expanded = (prefix: string): readonly number[] => {
  const codes = Array.from(prefix, letter => letter.charCodeAt(0));
  return [...codes.map(code => code >>> 5), 0, ...codes.map(code => code & 31)];
};

/** Eight bits a byte in, five bits a sign out, filled up with zeros. */
function inFives(bytes: Uint8Array): readonly number[] {
  const fives: number[] = [];
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    for (bits += 8; bits >= 5;) {
      bits -= 5;
      fives.push((held >>> bits) & 31);
    }
    held &= (1 << bits) - 1;
  }
  return bits > 0 ? [...fives, (held << (5 - bits)) & 31] : fives;
}

/** BIP 173 without its limit of length, in lower case, as age writes its keys. */
export function bech32(prefix: string, bytes: Uint8Array): string {
  const data = inFives(bytes);
  const check = polymod([...expanded(prefix), ...data, 0, 0, 0, 0, 0, 0]) ^ 1;
  const sums = [0, 1, 2, 3, 4, 5].map(index => (check >>> (5 * (5 - index))) & 31);
  return `${prefix}1${[...data, ...sums].map(five => CHARSET.charAt(five)).join('')}`;
}
