import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { actorOf, signInFirst } from '../actor.ts'
import { shortageTexts } from '../cohorts/texts.ts'
import { EmptyState } from '../components/empty-state/empty-state.tsx'
import { Icon } from '../components/icon/icon.tsx'
import { StackedTable } from '../components/stacked-table/stacked-table.tsx'
import { siteContext } from '../context.ts'
import { pathTo } from '../paths.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { cohortWords } from '../words/cohorts.ts'
import { dateText, numberText } from '../words/format.ts'
import { useLanguage } from '../words/use-words.ts'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const site = context.get(siteContext)
  const actor = await actorOf(site, request)
  signInFirst(actor, request)
  const id = params.organisation ?? ''
  const counts = await site.modules.cohorts.countsFor(actor, id)
  return { counts, region: (await site.modules.organisations.find(id))?.name ?? '' }
}

export const headers = () => ({ 'cache-control': 'no-store' })
export const meta = pageMeta(cohortWords, (words) => words.region.title)

export default function CohortRegionPage() {
  const { counts, region } = useLoaderData<typeof loader>()
  const language = useLanguage()
  const all = cohortWords[language]
  const words = all.region
  return (
    <div className="wrap">
      <div className="head">
        <Link className="crumb" to={pathTo('cohorts', language)}>
          <Icon name="left" />
          {all.back}
        </Link>
        <h1>{words.title}</h1>
        <p className="lead">{words.lead(region)}</p>
      </div>
      {counts.length === 0 ? (
        <EmptyState title={words.none}>
          <p>{words.noTies}</p>
        </EmptyState>
      ) : (
        <StackedTable
          caption={words.caption}
          isCaptionHidden
          columns={[
            { title: words.cohort },
            { title: words.people, look: 'r' },
            { title: words.placed, look: 'r' },
            { title: words.seats, look: 'r' },
            { title: words.missing },
          ]}
          rows={counts.map(({ cohort, people, placed, seats, shortages }) => ({
            key: cohort.id,
            cells: [
              `${cohort.title[language]}, ${all.line(cohort.organisationName, dateText(cohort.startsOn, language))}`,
              numberText(people, language),
              numberText(placed, language),
              numberText(seats, language),
              cohort.proposal === undefined
                ? words.notYet
                : shortageTexts(shortages, undefined, all, language).join('; ') || words.nothing,
            ],
          }))}
        />
      )}
    </div>
  )
}
