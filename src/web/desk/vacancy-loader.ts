import { data, type LoaderFunctionArgs } from 'react-router'
import type { PoolEffectView } from '../../modules/pool-effects/index.ts'
import type { VacancyCheckView } from '../../modules/vacancy-checks/index.ts'
import { closeReasons, type DeskVacancy } from '../../modules/vacancy-desk/index.ts'
import { todayInAmsterdam } from '../../platform/index.ts'
import type { SiteContext } from '../context.ts'
import { openOrganisation } from '../organisation/org-loader.ts'
import { languageOfPath, pageUrl } from '../paths.ts'
import { mayOn } from './may-on.ts'
import { reachOf } from './reach.ts'
import { wholeText } from './vacancy-intents.ts'

const mostSuggestions = 8

/** One vacancy of a desk: its text as the check reads it, terms, skills, and what changed. */
export async function vacancyLoader(args: LoaderFunctionArgs) {
  const { site, actor, id, organisation, done } = await openOrganisation(args)
  const url = pageUrl(args.request)
  const language = languageOfPath(url.pathname)
  const at = { organisation: id, vacancy: args.params.vacancy ?? '' }
  const { vacancyDesk, skills } = site.modules
  const one = await vacancyDesk.get(actor, at)
  const own = actor.kind === 'account' ? actor.account : undefined
  const catalogue = await skills.catalogue()
  const asked = url.searchParams.get('skill')?.slice(0, 100)
  const [read, changes] = await Promise.all([readOf(site, one, language, args.request.signal), vacancyDesk.changes(actor, at)])
  const { record, version, byHand, against, place, closed, pause } = one
  return data(
    {
      organisation,
      ...{ record, version, byHand, against, place, closed, pause, done },
      ...read,
      mayWrite: mayOn(actor, 'vacancy.write', id),
      maySeePeople: mayOn(actor, 'vacancy.people', id),
      labels: record.requirements.map(({ skill }) => catalogue.label(skill, language)),
      asked:
        asked === undefined || asked === ''
          ? undefined
          : {
              text: asked,
              found: catalogue
                .search(asked, { language, type: 'skill', limit: mostSuggestions })
                .map(({ concept, label }) => ({ id: concept.id, label })),
            },
      closeReasons,
      changes: changes.map(({ number, what, detail, account, key, at: when }) => ({
        ...{ number, what, fields: Array.isArray(detail?.fields) ? detail.fields.length : 0 },
        on: todayInAmsterdam(when),
        who:
          key !== undefined
            ? ('program' as const)
            : account === undefined
              ? ('itself' as const)
              : account === own
                ? ('you' as const)
                : ('colleague' as const),
      })),
    },
    { headers: { 'cache-control': 'no-store' } },
  )
}

/** The check of its text. Where somebody set terms by hand, who is reached is counted with those. */
async function readOf(
  site: SiteContext,
  one: DeskVacancy,
  language: 'nl' | 'en',
  signal: AbortSignal,
): Promise<{ readonly view: VacancyCheckView | undefined; readonly reach: PoolEffectView | undefined }> {
  const { record, place, reasons, byHand } = one
  const isEnded = record.state === 'filled' || record.state === 'withdrawn'
  const isByHand = byHand.length > 0
  const asked = {
    text: wholeText(one),
    place,
    employer: record.employer,
    allowed: reasons,
    language,
    signal,
    asker: site.address ?? '',
  }
  const [view, reach] = await Promise.all([
    // A text that cannot be read any more, or a crowd that asks at once: the page is still worth showing.
    site.modules.vacancyChecks.check({ ...asked, counts: !isByHand && !isEnded }).catch(() => undefined),
    isByHand && !isEnded ? reachOf(site, record, language, signal) : undefined,
  ])
  return { view, reach }
}
