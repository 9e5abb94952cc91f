import type { LoaderFunctionArgs } from 'react-router'
import { wageMonthEuro } from '../../modules/rules/index.ts'
import { type PageQuestion, readQuestion } from '../asked.ts'
import { type SiteContext, siteContext } from '../context.ts'
import { isEmptyProfile } from '../draft.ts'
import { pathTo } from '../paths.ts'
import { lostPage } from '../search/near-pages.ts'
import { occupationJsonLd } from '../search/occupation-json-ld.ts'
import { searchLink } from '../search/query.ts'
import { regionTiles } from '../search/region-tiles.ts'

/** Hours a week for wages per month: full time in many ICT jobs. */
const monthHours = 36

/** All that the page of an occupation shows; what of this person, only where a profile was made. */
export async function loadOccupation({ request, context, params }: LoaderFunctionArgs) {
  const site = context.get(siteContext)
  const { modules } = site
  const question = await readQuestion(site, request)
  const { language, url } = question
  const occupation = await modules.occupations.find(params.occupation ?? '', language)
  if (!occupation) throw await lostPage(site, request)
  const list = pathTo('vacancies', language)
  const { slug, regions, groupWage, vacancyWages } = occupation
  const month = (cents: number | undefined): number | undefined =>
    cents === undefined ? undefined : wageMonthEuro(cents, monthHours)
  return {
    occupation,
    vacancies: searchLink(list, { occupation: [slug] }),
    programmes: searchLink(pathTo('programmes', language), {
      skill: occupation.skills.filter(({ weight }) => weight === 'essential').map(({ skill }) => skill),
    }),
    tiles: regionTiles(
      modules.regions.list(),
      regions.map(({ region, openings }) => ({ value: region, count: openings })),
      (code) => searchLink(list, { occupation: [slug], region: [code] }),
    ),
    months: { group: month(groupWage?.range?.middleCents), vacancies: month(vacancyWages.range?.middleCents) },
    fit: isEmptyProfile(question.draft.profile) ? undefined : await fitOf(site, question, occupation.id),
    jsonLd: occupationJsonLd(occupation, site.origin + url.pathname),
  }
}

/** What the planner says of this person and this occupation: how many jobs fit now, and the one that is nearest, skill by skill. */
async function fitOf({ modules }: SiteContext, { asked }: PageQuestion, occupation: string) {
  const goal = { occupations: [occupation] }
  const { fitNow, matches } = await modules.planning.matches({ ...asked, goal, limit: 1 })
  const [best] = matches
  if (!best) return { fitNow }
  const { skills } = await modules.planning.whyNot(asked, best.vacancy.id)
  return { fitNow, best: best.vacancy, skills: skills.map(({ state }) => ({ state })) }
}

export type LoadedOccupation = Exclude<Awaited<ReturnType<typeof loadOccupation>>, Response>
