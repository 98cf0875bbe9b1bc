import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { circumstancesOf } from './circumstances.ts';
import { clocksOf } from './clocks.ts';
import type { DecideContext } from './decide.context.ts';
import { severityOf, type SeverityContext } from './severity.ts';

/** What a decision may ask of a case besides its fields, as it is at a moment. */
export const knownFacts = (
  procedure: Procedure,
  context: SeverityContext,
): Required<Pick<DecideContext, 'facts' | 'clocks'>> => ({
  facts: state => circumstancesOf(state, context, severityOf(procedure, state, context)?.effective),
  clocks: state => clocksOf(procedure, state, context),
});
