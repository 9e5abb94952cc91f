import { Link, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { actorOf, signInFirst } from '../actor.ts'
import { Alert } from '../components/alert/alert.tsx'
import { Icon } from '../components/icon/icon.tsx'
import { LyingSteps } from '../components/lying-steps/lying-steps.tsx'
import { siteContext } from '../context.ts'
import { act, type IntroductionWrong } from '../introduction/act.ts'
import { Aside, YourAnswer } from '../introduction/aside.tsx'
import { headingOf } from '../introduction/heading-of.ts'
import { loadIntroduction } from '../introduction/load-introduction.ts'
import { Main } from '../introduction/main.tsx'
import { Outcome } from '../introduction/outcome.tsx'
import { stepsOf } from '../introduction/steps-of.ts'
import { languageOfPath, pageUrl, pathTo } from '../paths.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { introductionWords } from '../words/introduction.ts'
import { introductionFormWords } from '../words/introduction-forms.ts'
import { introductionsWords } from '../words/introductions.ts'
import { useLanguage } from '../words/use-words.ts'

export { intents } from '../introduction/act.ts'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const site = context.get(siteContext)
  const actor = await actorOf(site, request)
  signInFirst(actor, request)
  const url = pageUrl(request)
  const loaded = await loadIntroduction(site, actor, params.introduction ?? '', languageOfPath(url.pathname))
  return { ...loaded, done: url.searchParams.get('done') ?? undefined }
}

export const action = act
export const headers = () => ({ 'cache-control': 'no-store' })

type Loaded = Awaited<ReturnType<typeof loader>>

const otherOf = ({ view, organisation }: Loaded, language: 'nl' | 'en'): string =>
  view.side === 'person' ? organisation.name : introductionsWords[language].profile(view.introduction.handle)

const titleOf = (loaded: Loaded, language: 'nl' | 'en') =>
  headingOf(loaded.view, { other: otherOf(loaded, language), proposer: loaded.proposer, offering: loaded.offering }, language)

export const meta = pageMeta<(typeof introductionWords)['nl'], Loaded>(
  introductionWords,
  (words, loaded, language) => (loaded ? titleOf(loaded, language).title : words.back),
  (words) => words.description,
)

export default function IntroductionPage() {
  const loaded = useLoaderData<typeof loader>()
  const wrong = useActionData<typeof action>() as IntroductionWrong | undefined
  const language = useLanguage()
  const words = introductionWords[language]
  const forms = introductionFormWords[language]
  const { view, organisation, vacancy, proposer, done } = loaded
  const { introduction: one, side } = view
  const other = otherOf(loaded, language)
  const { title, lead } = titleOf(loaded, language)
  const about = words.about(one.vacancyTitle, organisation.name, vacancy.place)
  const told = Object.entries(forms.done).find(([name]) => name === done)?.[1]
  return (
    <div className="wrap">
      <div className="head">
        {side === 'person' ? (
          <Link className="crumb" to={pathTo('introductions', language)}>
            <Icon name="left" />
            {words.back}
          </Link>
        ) : (
          <Link className="crumb" to={deskOf(organisation.id, language)}>
            <Icon name="left" />
            {words.backToDesk(organisation.name)}
          </Link>
        )}
        <p className="eyebrow">
          {vacancy.isThere ? <Link to={pathTo('vacancy', language, { vacancy: one.vacancy })}>{about}</Link> : about}
        </p>
        <h1>{title}</h1>
        {lead === '' ? null : <p className="lead">{lead}</p>}
      </div>
      {wrong ? (
        <div className="mb5">
          <Alert kind="error" title={forms.wrong.title} isNew>
            <p>{wrong.notNow ? forms.notNow[wrong.notNow] : wrong.field ? forms.wrong[wrong.field] : null}</p>
          </Alert>
        </div>
      ) : told ? (
        <div className="mb5">
          <Alert kind="ok" title={told} isNew />
        </div>
      ) : null}
      <LyingSteps label={words.steps.label} steps={stepsOf(view, { other, proposer }, language)} />
      <div className="grid g-main mt7">
        <div>
          <YourAnswer loaded={loaded} />
          <Outcome loaded={loaded} wrong={wrong} />
          <Main loaded={loaded} other={other} wrong={wrong} />
        </div>
        <aside className="stack-5">
          <Aside loaded={loaded} wrong={wrong} />
        </aside>
      </div>
    </div>
  )
}

/** Where an organisation's own introductions are. */
const deskOf = (organisation: string, language: 'nl' | 'en'): string => pathTo('desk', language, { organisation })
