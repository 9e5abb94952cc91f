import type { PoolEffectView } from '../../modules/pool-effects/index.ts'
import type { VacancyRecord } from '../../modules/vacancies/index.ts'
import type { SiteContext } from '../context.ts'

/** So long a page waits for counts: what waits for an answer must not be held up by them. */
const patienceMs = 3_000

/** Who a vacancy of a desk reaches, also while it is a draft or paused; undefined where that takes too long now. */
export function reachOf(
  { modules }: SiteContext,
  record: VacancyRecord,
  language: 'nl' | 'en',
  leaving: AbortSignal,
): Promise<PoolEffectView | undefined> {
  const signal = AbortSignal.any([leaving, AbortSignal.timeout(patienceMs)])
  const { acceptsTrainings: _trainings, ...facts } = record.facts
  // What is kept fits what can be described, but for lists that may not be written to.
  const described = { requirements: record.requirements, facts } as never
  const asDescribed = () => modules.poolEffects.effect({ described, language, signal })
  const asked =
    record.state === 'published'
      ? // One that was published this moment is in no index yet.
        modules.poolEffects.effect({ vacancy: record.id, language, signal }).catch(asDescribed)
      : asDescribed()
  return asked.catch(() => undefined)
}
