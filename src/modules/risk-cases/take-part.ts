import type { Actor } from '../permissions/index.ts'
import type { Language } from '../skills/index.ts'
import { listOffers } from './case-store.ts'
import type { TakingView } from './risk-case.ts'
import { circleNames, namesOf, showOffers } from './show.ts'
import { asProgram, type RiskCasesParts, todayOf, withTaking } from './work.ts'

/**
 * What somebody who takes part sees: what partners put on the case, and their own plans to its vacancies. The rows are read in one transaction; the plans
 * are asked outside it, and then it is looked again whether they still take part.
 */
export async function takePart(
  parts: RiskCasesParts,
  actor: Actor,
  id: string,
  { language, signal }: { readonly language: Language; readonly signal?: AbortSignal | undefined },
): Promise<TakingView> {
  const read = await withTaking(parts, actor, id, async ({ inside, one, account }) => ({
    one,
    organisationName: (await namesOf(parts, inside, [one.organisation])).get(one.organisation) ?? '',
    circle: await asProgram(inside, (program) => circleNames(parts, program, id)),
    profile: await parts.profileOf(inside, account),
    listed: await listOffers(inside, id),
  }))
  const { one, profile, listed, organisationName, circle } = read
  const offers = await showOffers(parts, listed, { language, today: todayOf(parts) })
  const vacancies = offers.filter(({ kind, title }) => kind === 'vacancy' && title !== undefined).map(({ target }) => target)
  const plans =
    profile && vacancies.length > 0
      ? await parts.planning.plans({
          profile,
          language,
          signal,
          preference: profile.preference ?? 'balanced',
          goal: { vacancies },
        })
      : undefined
  await withTaking(parts, actor, id, async () => {})
  const taking = { ...one, organisationName, as: 'taking' as const, circle, offers, hasProfile: profile !== undefined }
  return plans === undefined ? taking : { ...taking, plans }
}
