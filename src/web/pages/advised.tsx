import { Form, Link, useActionData, useLoaderData } from 'react-router'
import { type AdviceWrong, adviceAction } from '../advising/advice-action.ts'
import { IntroductionsPart } from '../advising/introductions-part.tsx'
import { loadAdvised } from '../advising/load-advised.ts'
import { PlansPart } from '../advising/plans-part.tsx'
import { AdviceNotes } from '../components/advice-notes/advice-notes.tsx'
import { AdvisedProfile } from '../components/advised-profile/advised-profile.tsx'
import { EmptyState } from '../components/empty-state/empty-state.tsx'
import { FundingRules } from '../components/funding-rules/funding-rules.tsx'
import { Icon } from '../components/icon/icon.tsx'
import { LimitedNote } from '../components/limited-note/limited-note.tsx'
import { pathTo } from '../paths.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { ToldDone, ToldWrong } from '../shell/told.tsx'
import { adviceWords } from '../words/advice.ts'
import { dateText } from '../words/format.ts'
import { useLanguage } from '../words/use-words.ts'

export const loader = loadAdvised
export const action = adviceAction
export const headers = () => ({ 'cache-control': 'no-store' })

type Loaded = Awaited<ReturnType<typeof loader>>
type Words = (typeof adviceWords)['nl']

export const meta = pageMeta<Words, Loaded>(adviceWords, (words, loaded) => (loaded ? titleOf(words, loaded) : words.title))

const titleOf = (words: Words, { side, handle, organisation }: Loaded): string =>
  side === 'adviser' ? words.person(handle) : words.adviserTitle(organisation ?? words.goneOrganisation)

export default function AdvisedPage() {
  const loaded = useLoaderData<typeof loader>()
  const wrong = useActionData<typeof action>() as AdviceWrong | undefined
  const words = adviceWords[useLanguage()]
  const { side, endedOn, introductions, notes } = loaded
  const isOpen = endedOn === undefined
  return (
    <div className="wrap">
      <Head loaded={loaded} />
      <Told loaded={loaded} wrong={wrong} />
      <div className="stack-6">
        {isOpen ? <OnPage hasProfile={loaded.profile !== undefined} /> : null}
        {isOpen ? <AboutPlans loaded={loaded} /> : null}
        {isOpen ? <IntroductionsPart introductions={introductions} /> : null}
        <AdviceNotes notes={notes} side={side} isOpen={isOpen} wrong={wrong?.note} />
        {side === 'person' && isOpen ? (
          <Form method="post" className="row">
            <input type="hidden" name="intent" value="stop" />
            <button className="btn btn-d" type="submit">
              {words.stop}
            </button>
            <span className="small">{words.stopText}</span>
          </Form>
        ) : null}
      </div>
    </div>
  )
}

function Head({ loaded }: { readonly loaded: Loaded }) {
  const language = useLanguage()
  const words = adviceWords[language]
  const { side, handle, endedOn } = loaded
  const organisation = loaded.organisation ?? words.goneOrganisation
  return (
    <div className="head">
      <Link className="crumb" to={pathTo('adviser', language)}>
        <Icon name="left" />
        {words.back}
      </Link>
      <h1>{titleOf(words, loaded)}</h1>
      <p className="lead">
        {side === 'adviser'
          ? words.adviserLead(organisation)
          : endedOn === undefined
            ? words.personLead
            : words.personEnded(dateText(endedOn, language))}
      </p>
      {side === 'person' && endedOn === undefined ? <p>{words.number(handle)}.</p> : null}
    </div>
  )
}

function Told({ loaded, wrong }: { readonly loaded: Loaded; readonly wrong: AdviceWrong | undefined }) {
  const words = adviceWords[useLanguage()]
  const { wrong: noteWrong, wrongTitle } = words.noteList
  if (wrong) {
    return (
      <ToldWrong title={wrongTitle}>
        {wrong.note ? (
          <p className="small">
            <a href={`#${wrong.note.field}`}>{noteWrong[wrong.note.field] ?? noteWrong.text}</a>
          </p>
        ) : (
          <p>{words.suggest.notNow[wrong.refusal ?? ''] ?? words.suggest.notNow.moved}</p>
        )}
      </ToldWrong>
    )
  }
  const done = loaded.done === undefined ? undefined : words.done[loaded.done]
  return done === undefined ? null : <ToldDone title={done} />
}

function OnPage({ hasProfile }: { readonly hasProfile: boolean }) {
  const words = adviceWords[useLanguage()]
  const parts = [
    ...(hasProfile
      ? ([
          ['profile', words.profile.title],
          ['plans', words.plans.title],
          ['funding', words.funding.title],
        ] as const)
      : []),
    ['introductions', words.introductions.title],
    ['notes', words.noteList.title],
  ] as const
  return (
    <nav aria-label={words.onPage}>
      <ul className="plain linkrow advice-nav">
        {parts.map(([id, title]) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function AboutPlans({ loaded }: { readonly loaded: Loaded }) {
  const words = adviceWords[useLanguage()]
  const { profile, plans, side, funding } = loaded
  if (!profile || !plans) return <EmptyState title={words.noProfile}>{<p>{words.noProfileText[side]}</p>}</EmptyState>
  return (
    <>
      <AdvisedProfile profile={profile} />
      <LimitedNote basis={plans.limited} />
      <PlansPart {...loaded} groups={plans.groups} />
      <FundingRules rules={funding} isYou={side === 'person'} />
    </>
  )
}
