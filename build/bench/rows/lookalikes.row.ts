import { lookalikesOf } from '#shared/case/lookalikes.ts';
import { ruleAnswers, signsOf, type Matter } from '#shared/case/matter.ts';
import type { CaseId } from '#shared/core/ids.ts';
import { instantFromMs, msOf } from '#shared/core/instant.ts';
import { at, communityProcedure, officialCalendar, STEADY_HOURS } from '#shared/fixtures/community.ts';
import { scalarText, type Values } from '#shared/procedure/values.ts';
import { alternate, percentile, timed } from '../measure.ts';
import { sampleTexts } from '../program/sample-texts.ts';
import type { Context, Figure } from '../row.ts';

const CASES = 10_000;
/** Asked anew at each of these lengths of the story. */
const LETTERS = [4, 12, 24, 48, 96, 160];
const START = msOf(at('2025-10-08T09:30'));

const procedure = communityProcedure();
const counting = { calendar: officialCalendar(), officeHours: STEADY_HOURS };

function sampleMatters(): readonly { readonly matter: Matter; readonly values: Values }[] {
  return sampleTexts(CASES).map(({ id, places }, n) => {
    const textOf = (role: string): string => places.find(place => place.role === role)?.text ?? '';
    const values: Values = {
      complainant_name: textOf('person'),
      complainant_phone: textOf('phone'),
      complainant_address: textOf('address'),
      respondent_name: textOf('respondent'),
      category: 'facilities',
      facts: textOf('text'),
    };
    const matter: Matter = {
      ...{
        id: id as CaseId,
        number: textOf('number'),
        procedure: procedure.id,
        open: true,
        state: undefined,
      },
      receivedAt: instantFromMs(START + n * 3_600_000),
      ...{ signs: signsOf(procedure, values), answers: ruleAnswers(procedure, values) },
      ...{ sealed: [], person: textOf('person'), about: textOf('text').slice(0, 60) },
    };
    return { matter, values };
  });
}

/** Earlier cases that look like the one at hand, looked for while its story is typed; the cases are in memory. */
export async function lookalikes({ sizes }: Context): Promise<readonly Figure[]> {
  const all = sampleMatters();
  const matters = all.map(({ matter }) => matter);
  const receivedAt = instantFromMs(START + CASES * 3_600_000);
  const typed = all.filter((_, n) => n % 1000 === 7).map(({ values }) => values);
  const { asked } = await alternate(
    {
      asked: async () => {
        const times: number[] = [];
        for (const values of typed)
          for (const length of LETTERS) {
            const story = scalarText(values['facts']).slice(0, length);
            const half = { ...values, complainant_phone: '', facts: story };
            times.push(
              await timed(() =>
                Promise.resolve(lookalikesOf(procedure, { values: half, receivedAt }, matters, counting)),
              ),
            );
          }
        return percentile(times, 95);
      },
    },
    sizes.rounds,
  );
  return [{ work: `duplicates while typing among ${CASES} cases, p95`, ms: asked, most: { ms: 50 } }];
}
