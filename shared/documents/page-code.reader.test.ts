import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newDocumentId, OfficeCode } from '#shared/core/ids.ts';
import { countingIds } from '#shared/fixtures/community.ts';
import { pageCode } from './html/qr.text.ts';
import { parsePageCode } from './page-code.reader.ts';

const office = fc
  .stringMatching(/^[A-Z0-9]{2,8}(-[A-Z0-9]{1,7})?$/)
  .filter(text => OfficeCode.safeParse(text).success)
  .map(text => OfficeCode.parse(text));
const mark = fc.stringMatching(/^[0-9A-F]{8}$/);
const ids = countingIds();
const page = fc.integer({ min: 1, max: 9999 });

describe('the code of a page', () => {
  it('is read back as it was written, whatever the office, the page and the hash', () => {
    fc.assert(
      fc.property(office, page, mark, (code, number, hash) => {
        const document = newDocumentId(ids);
        expect(parsePageCode(pageCode({ office: code, document, hash }, number))).toEqual({
          kind: 'page',
          code: { office: code, document, page: number, mark: hash },
        });
      }),
      { seed: 20261008, numRuns: 300 },
    );
  });

  it('is not found in any other text, nor in one that was cut, lengthened or altered', () => {
    const good = pageCode({ office: 'NF-0271', document: newDocumentId(ids), hash: '0A1B2C3D' }, 3);
    const wrong = [
      ...['', 'https://example.org/?PD1:', 'PD1', 'PD1:', good.slice(0, -1), `${good}0`, ` ${good}`],
      ...[
        good.toLowerCase(),
        good.replace(':3:', ':0:'),
        good.replace(':3:', ':03:'),
        good.replace(':3:', ':-3:'),
      ],
      ...[
        good.replace('NF-0271', 'nf'),
        good.replace('NF-0271', ''),
        good.replace('PD1', 'XX1'),
        good.replace(/:/g, ';'),
      ],
    ];
    expect(wrong.map(text => parsePageCode(text).kind)).toEqual(wrong.map(() => 'foreign'));
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        expect(parsePageCode(text).kind).not.toBe('page');
      }),
      { seed: 20261008 },
    );
  });

  it('of a later program is known as one of ours', () => {
    expect(parsePageCode('PD2:NF-0271:anything').kind).toBe('newer');
    expect(parsePageCode('PD10:1').kind).toBe('newer');
  });
});
