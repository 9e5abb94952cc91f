import { Link, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { actorOf, signInFirst } from '../actor.ts'
import type { CohortWrong } from '../cohorts/cohort-action.ts'
import { educatorAction } from '../cohorts/cohort-intents.ts'
import { GuidesPart } from '../cohorts/guides-part.tsx'
import { MeetPart, PeoplePart, PlacementPart, PlacesPart, SizePart } from '../cohorts/lists-part.tsx'
import { StepsPart } from '../cohorts/steps-part.tsx'
import { CohortTold } from '../cohorts/told.tsx'
import { ChoosePart, WhoPart } from '../cohorts/who-part.tsx'
import { CohortMissing } from '../components/cohort-missing/cohort-missing.tsx'
import { FactsBand } from '../components/facts-band/facts-band.tsx'
import { Icon } from '../components/icon/icon.tsx'
import { siteContext } from '../context.ts'
import { languageOfPath, pageUrl, pathTo } from '../paths.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { cohortWords } from '../words/cohorts.ts'
import { dateText, dayText, numberText } from '../words/format.ts'
import { useLanguage } from '../words/use-words.ts'

/** More employers than a list to choose from can show. */
const mostToAsk = 100

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const site = context.get(siteContext)
  const actor = await actorOf(site, request)
  signInFirst(actor, request)
  const url = pageUrl(request)
  const view = await site.modules.cohorts.look(actor, params.cohort ?? '', languageOfPath(url.pathname))
  const asked = new Set(view.employers.map(({ organisation }) => organisation))
  const found = []
  for (const kind of ['employer', 'public'] as const)
    found.push(...(await site.modules.organisations.list({ kind, limit: mostToAsk })).items)
  const toAsk = found.filter(({ id }) => !asked.has(id)).map(({ id, name }) => ({ id, name }))
  return { view, toAsk, done: url.searchParams.get('done') ?? undefined }
}

export const action = educatorAction
export const headers = () => ({ 'cache-control': 'no-store' })
export const meta = pageMeta(cohortWords, (words) => words.title)

const weekMs = 7 * 86_400_000

export default function CohortPage() {
  const { view, toAsk, done } = useLoaderData<typeof loader>()
  const wrong = useActionData<typeof action>() as CohortWrong | undefined
  const language = useLanguage()
  const words = cohortWords[language]
  const { cohort, unplaced } = view
  const isOver = cohort.endedAt !== undefined
  return (
    <div className="wrap">
      <div className="head">
        <Link className="crumb" to={pathTo('cohorts', language)}>
          <Icon name="left" />
          {words.back}
        </Link>
        <p className="eyebrow">{words.page.eyebrow(cohort.title[language], dateText(cohort.startsOn, language))}</p>
        <Heading />
      </div>
      <CohortTold wrong={wrong} done={done} />
      <Band />
      <div className="stack-6 sec">
        <div className={unplaced.length > 0 && !isOver ? 'grid g-main' : undefined}>
          <WhoPart view={view} />
          {unplaced.length > 0 && !isOver ? <CohortMissing {...view} programme={cohort.title[language]} mayAsk /> : null}
        </div>
        <StepsPart view={view} wrong={wrong} />
        <PlacementPart view={view} wrong={wrong} />
        <GuidesPart view={view} wrong={wrong} />
        <ChoosePart view={view} />
        <PeoplePart view={view} />
        <PlacesPart view={view} toAsk={toAsk} wrong={wrong} />
        <MeetPart view={view} />
        <SizePart view={view} wrong={wrong} />
      </div>
    </div>
  )
}

/** How many people have a place, in one sentence. */
function Heading() {
  const { view } = useLoaderData<typeof loader>()
  const language = useLanguage()
  const words = cohortWords[language].page
  const { people, unplaced, proposal, cohort, today } = view
  const left = Math.max(0, Math.floor((Date.parse(cohort.startsOn) - Date.parse(today)) / weekMs))
  const weeks = words.weeks(numberText(left, language), left === 1)
  const all = words.people(numberText(people.length, language), people.length === 1)
  if (!proposal) {
    return (
      <>
        <h1>{words.titleNone(all)}</h1>
        <p className="lead">{words.leadStart(weeks)}</p>
      </>
    )
  }
  const without = words.without(numberText(unplaced.length, language), unplaced.length === 1)
  return (
    <>
      <h1>{words.title(numberText(people.length - unplaced.length, language), all)}</h1>
      <p className="lead">{unplaced.length === 0 ? words.leadAll : words.leadMissing(without, weeks)}</p>
    </>
  )
}

function Band() {
  const { view } = useLoaderData<typeof loader>()
  const language = useLanguage()
  const words = cohortWords[language].page
  const count = (value: number) => words.people(numberText(value, language), value === 1)
  const { people, pairs, places, empty, unplaced, cohort, proposal } = view
  const employers = new Set(
    pairs.filter(({ noBy }) => noBy === undefined).map(({ place }) => places.find(({ id }) => id === place)?.organisation),
  ).size
  const left = (proposal ? empty.map((one) => one.left) : places.map(({ seats }) => seats)).reduce((sum, one) => sum + one, 0)
  return (
    <FactsBand
      facts={[
        { name: words.joined, value: count(people.length), note: words.joinedNote },
        {
          name: words.placed,
          value: count(proposal ? people.length - unplaced.length : 0),
          note: words.placedNote(numberText(employers, language), employers === 1),
        },
        { name: words.needed, value: count(cohort.least), note: words.neededNote(dayText(cohort.settleBy, language)) },
        { name: words.empty, value: words.seats(numberText(left, language), left === 1) },
      ]}
    />
  )
}
