import { Form, Link, useActionData, useLoaderData } from 'react-router'
import { DoneBadgeForm } from '../badges/done-badge-form.tsx'
import { Icon } from '../components/icon/icon.tsx'
import { ToCredits } from '../credits/to-credits.tsx'
import { pathTo } from '../paths.ts'
import { AgreementsPart } from '../placement/agreements-part.tsx'
import { EmployerMoneyPart } from '../placement/employer-money-part.tsx'
import { Facts, Warnings } from '../placement/facts.tsx'
import { HoursPart } from '../placement/hours-part.tsx'
import { type LoadedPlacement, loadPlacement } from '../placement/load-placement.ts'
import type { PlacementWrong } from '../placement/placement-action.ts'
import { onePlacementAction } from '../placement/placement-buttons.ts'
import { PlacementTold } from '../placement/told.tsx'
import { Turn } from '../placement/turn.tsx'
import { NormsPart, WeekPart } from '../placement/week-part.tsx'
import { pageMeta } from '../shell/page-meta.ts'
import { dateText, periodText } from '../words/format.ts'
import { placementWords } from '../words/placement.ts'
import { useLanguage } from '../words/use-words.ts'

export const loader = loadPlacement
export const action = onePlacementAction
export const headers = () => ({ 'cache-control': 'no-store' })

export const meta = pageMeta<(typeof placementWords)['nl'], LoadedPlacement>(
  placementWords,
  (words, loaded, language) =>
    loaded ? words.atEmployer(loaded.placement.programmeTitle[language], loaded.names.employer ?? '') : words.title,
  (words) => words.description,
)

export default function PlacementPage() {
  const loaded = useLoaderData<typeof loader>()
  const wrong = useActionData<typeof action>() as PlacementWrong | undefined
  const language = useLanguage()
  const words = placementWords[language]
  const { placement, names, may, done, forecast } = loaded
  const mayChange =
    placement.state !== 'ended' && (['change', 'people', 'pause', 'note'] as const).some((one) => may.includes(one))
  return (
    <div className="wrap">
      <div className="head">
        <Link className="crumb" to={pathTo('placements', language)}>
          <Icon name="left" />
          {words.title}
        </Link>
        <p className="eyebrow">
          {words.ofStudent(names.student ?? words.someone, names.school ?? '')}{' '}
          <span className="tag t-open">{words.states[placement.state]}</span>
        </p>
        <h1>{words.atEmployer(placement.programmeTitle[language], names.employer ?? '')}</h1>
      </div>
      <PlacementTold wrong={wrong} done={done} />
      <div className="stack-6">
        <Turn loaded={loaded} />
        <div className="grid g-main">
          <div className="stack-6">
            <WeekPart loaded={loaded} />
            <NormsPart loaded={loaded} />
            {forecast || loaded.hours.length > 0 ? <HoursPart loaded={loaded} wrong={wrong} /> : null}
            <EmployerMoneyPart loaded={loaded} />
            <AgreementsPart loaded={loaded} />
            <Absent loaded={loaded} />
            <History loaded={loaded} />
          </div>
          <aside className="stack-5">
            <Warnings loaded={loaded} />
            <Facts loaded={loaded} />
            {loaded.seesCredits ? <ToCredits placement={placement.id} /> : null}
            {loaded.badgeBy === undefined ? null : (
              <DoneBadgeForm organisation={loaded.badgeBy} of={{ placement: placement.id }} />
            )}
            {mayChange ? (
              <p>
                <Link className="btn btn-2" to={pathTo('placementChange', language, { placement: placement.id })}>
                  {words.toChange}
                </Link>
              </p>
            ) : null}
            <Way loaded={loaded} />
          </aside>
        </div>
      </div>
    </div>
  )
}

/** Days off, and times in which it stands still. */
function Absent({ loaded: { leave, interruptions } }: { readonly loaded: LoadedPlacement }) {
  const language = useLanguage()
  const words = placementWords[language]
  if (leave.length + interruptions.length === 0) return null
  return (
    <section aria-labelledby="absent">
      <h2 id="absent" className="h3">
        {words.leave.title}
      </h2>
      <ul className="mt4">
        {leave.map(({ id, from, until }) => (
          <li key={id}>{from === until ? dateText(from, language) : periodText(from, until, language)}</li>
        ))}
        {interruptions.map(({ id, from, until, reason }) => (
          <li key={id}>
            {words.states.interrupted}: {periodText(from, until, language)}, {words.pauseReasons[reason]}
          </li>
        ))}
      </ul>
    </section>
  )
}

function History({ loaded: { steps } }: { readonly loaded: LoadedPlacement }) {
  const language = useLanguage()
  const { history, sides } = placementWords[language]
  return (
    <details>
      <summary>{history.title}</summary>
      <ul className="mt4">
        {steps.map(({ step, side, on, at }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps are only ever added at the end
          <li key={`${at} ${index}`}>{history.line(history.steps[step] ?? step, sides[side], dateText(on, language))}</li>
        ))}
      </ul>
    </details>
  )
}

/** How who looks wants to be reminded. */
function Way({ loaded: { way } }: { readonly loaded: LoadedPlacement }) {
  const words = placementWords[useLanguage()].way
  return (
    <Form method="post" className="stack-3">
      <input type="hidden" name="intent" value="way" />
      <fieldset className="plainset">
        <legend className="label">{words.title}</legend>
        {(['mail', 'page'] as const).map((one) => (
          <label className="check" key={one}>
            <input type="radio" name="way" value={one} defaultChecked={way === one} />
            <span>{words[one]}</span>
          </label>
        ))}
      </fieldset>
      <button className="btn btn-2 btn-s" type="submit">
        {words.save}
      </button>
    </Form>
  )
}
