import { Form, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import type { CreditsWrong } from '../credits/credits-action.ts'
import { FilesPart } from '../credits/files-part.tsx'
import { workAction } from '../credits/intents.ts'
import { openCredits, outcomesOf, toHours } from '../credits/load-credits.ts'
import { PlacementCrumb } from '../credits/placement-crumb.tsx'
import { CreditsTold } from '../credits/told.tsx'
import { WorkForm } from '../credits/work-form.tsx'
import { WorkTag } from '../credits/work-tag.tsx'
import { Field } from '../organisation/field.tsx'
import { pageMeta } from '../shell/page-meta.ts'
import { creditWords } from '../words/credits.ts'
import { creditToldWords } from '../words/credits-told.ts'
import { dateText, numberText, periodText } from '../words/format.ts'
import { useLanguage } from '../words/use-words.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { site, actor, placement, language, done } = await openCredits(args)
  const { activity, steps, units, suggestions, side, names } = await site.modules.credits.lookAtActivity(
    actor,
    placement,
    args.params.activity ?? '',
  )
  const chosen = new Set(activity.outcomes.map(({ outcome }) => outcome))
  const isLoose = activity.state === 'logged' && chosen.size === 0
  return {
    ...{ placement, done, suggestions, side },
    ...{ id: activity.id, from: activity.from, until: activity.until, text: activity.text, version: activity.version },
    hours: toHours(activity.minutes),
    state: activity.isAwarded ? ('awarded' as const) : isLoose ? ('loose' as const) : activity.state,
    reason: activity.state === 'returned' ? activity.judged?.reason : undefined,
    files: activity.files,
    units: outcomesOf(
      units.map((unit) => ({ unit })),
      language,
    ),
    chosen: [...chosen],
    steps: steps.map(({ account, ...step }) => ({
      ...step,
      day: new Date(step.at).toISOString().slice(0, 10),
      name: account === undefined ? undefined : names[account],
    })),
    mayChange: side === 'student' && !activity.isAwarded,
    mayJudge: side === 'supervisor' && !activity.isAwarded && activity.state !== 'returned',
    mayConfirm: activity.state === 'logged' && chosen.size > 0,
  }
}

export const action = workAction
export const headers = () => ({ 'cache-control': 'no-store' })
export const meta = pageMeta(creditWords, (words) => words.work.title)

/** One piece of work: what was done, files beside it, and what became of it. */
export default function CreditsWorkPage() {
  const { placement, done, from, until, text, hours, state, reason, units, chosen, mayChange, mayJudge } =
    useLoaderData<typeof loader>()
  const wrong = useActionData<typeof action>() as CreditsWrong | undefined
  const language = useLanguage()
  const words = creditWords[language]
  return (
    <div className="wrap">
      <div className="head">
        <PlacementCrumb placement={placement} isPart />
        <h1>{from === until ? dateText(from, language) : periodText(from, until, language)}</h1>
        <p className="row mt4">
          <WorkTag state={state} /> <span>{words.flow.hours(numberText(hours, language))}</span>
        </p>
      </div>
      <CreditsTold wrong={wrong} done={done} />
      <div className="stack-6">
        <section className="card" aria-label={words.work.what}>
          <p className="credit-text">{text}</p>
          {chosen.length === 0 ? null : (
            <>
              <h2 className="h3 mt4">{words.work.outcomes}</h2>
              <ul className="textlist mt2">
                {units.flatMap(({ title, outcomes }) =>
                  outcomes.filter(({ id }) => chosen.includes(id)).map((one) => <li key={one.id}>{`${title}: ${one.text}`}</li>),
                )}
              </ul>
            </>
          )}
          {reason === undefined ? null : (
            <p className="mt4">
              <strong>{words.work.returned}:</strong> {reason}
            </p>
          )}
        </section>
        {mayJudge ? <Judge wrong={wrong} /> : null}
        <FilesPart wrong={wrong} />
        {mayChange ? <Change wrong={wrong} /> : null}
        {state === 'awarded' ? <p>{words.work.fixed}</p> : null}
        <History />
        {mayChange ? <Remove /> : null}
      </div>
    </div>
  )
}

function Judge({ wrong }: { readonly wrong: CreditsWrong | undefined }) {
  const { version, mayConfirm } = useLoaderData<typeof loader>()
  const language = useLanguage()
  const words = creditWords[language].work
  const isThis = wrong?.intent === 'sendBack'
  return (
    <section aria-labelledby="judge" className="narrow">
      <h2 id="judge">{words.confirmTitle}</h2>
      <p className="mt4">{words.confirmText}</p>
      {mayConfirm ? (
        <Form method="post" className="mt4">
          <input type="hidden" name="intent" value="confirm" />
          <input type="hidden" name="version" value={version} />
          <button className="btn" type="submit">
            {words.confirm}
          </button>
        </Form>
      ) : null}
      <Form method="post" className="stack-4 mt4" noValidate>
        <input type="hidden" name="intent" value="sendBack" />
        <input type="hidden" name="version" value={version} />
        <Field
          name="reason"
          type="textarea"
          rows={3}
          label={words.reason}
          hint={words.reasonHint}
          value={isThis ? wrong.given.reason : undefined}
          error={isThis && wrong.wrong === 'reason' ? creditToldWords[language].wrong.reason : undefined}
        />
        <button className="btn btn-2" type="submit">
          {words.sendBack}
        </button>
      </Form>
    </section>
  )
}

function Change({ wrong }: { readonly wrong: CreditsWrong | undefined }) {
  const { from, until, text, hours, units, chosen, suggestions, version, state } = useLoaderData<typeof loader>()
  const language = useLanguage()
  const words = creditWords[language].work
  return (
    <section aria-labelledby="change">
      <h2 id="change">{words.change}</h2>
      {state === 'confirmed' ? <p className="mt4">{words.again}</p> : null}
      <WorkForm
        intent="change"
        wrong={wrong}
        given={{ from, until, text, hours: numberText(hours, language) }}
        chosen={chosen}
        units={units}
        suggested={suggestions}
        version={version}
      />
    </section>
  )
}

function History() {
  const { steps } = useLoaderData<typeof loader>()
  const language = useLanguage()
  const words = creditWords[language].work
  return (
    <section aria-labelledby="history">
      <h2 id="history">{words.history}</h2>
      <ol className="textlist mt4">
        {steps.map(({ number, step, day, name, reason }) => (
          <li key={number}>
            {`${dateText(day, language)}: ${words.steps[step]}, ${name ?? words.someone}`}
            {reason ? <span className="hint desk-note">{reason}</span> : null}
          </li>
        ))}
      </ol>
    </section>
  )
}

function Remove() {
  const words = creditWords[useLanguage()].work
  return (
    <section aria-labelledby="remove" className="narrow">
      <h2 id="remove">{words.remove}</h2>
      <p className="mt4">{words.removeText}</p>
      <Form method="post" className="mt4">
        <input type="hidden" name="intent" value="remove" />
        <button className="btn btn-d" type="submit">
          {words.remove}
        </button>
      </Form>
    </section>
  )
}
