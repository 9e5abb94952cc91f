import { Form, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { overlapDays } from '../../modules/organisations/index.ts'
import { scopes } from '../../modules/permissions/index.ts'
import { todayInAmsterdam } from '../../platform/index.ts'
import { Alert } from '../components/alert/alert.tsx'
import { OrgNav } from '../components/org-nav/org-nav.tsx'
import { Checks, Choice, Field } from '../organisation/field.tsx'
import { keysAction } from '../organisation/keys-action.ts'
import type { OrgShown, OrgWrong } from '../organisation/org-action.ts'
import { openOrganisation } from '../organisation/org-loader.ts'
import { Told, useFieldWrong } from '../organisation/told.tsx'
import { pageMeta } from '../shell/page-meta.ts'
import { dateText, listText } from '../words/format.ts'
import { orgDeskWords } from '../words/org-desk.ts'
import { useLanguage } from '../words/use-words.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { site, actor, id, organisation, done } = await openOrganisation(args)
  const keys = await site.modules.organisations.keys(actor, id)
  return {
    organisation,
    keys: keys.map((one) => ({
      ...one,
      createdAt: todayInAmsterdam(one.createdAt),
      expiresAt: todayInAmsterdam(one.expiresAt - 1),
    })),
    scopes,
    overlaps: overlapDays,
    done,
  }
}

export const action = keysAction
export const headers = () => ({ 'cache-control': 'no-store' })

type Loaded = Awaited<ReturnType<typeof loader>>

export const meta = pageMeta<(typeof orgDeskWords)['nl'], Loaded>(orgDeskWords, (words, loaded) =>
  words.keys.title(loaded?.organisation.name ?? ''),
)

export default function OrgKeysPage() {
  const { organisation, keys, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as OrgWrong | OrgShown | undefined
  const words = orgDeskWords[useLanguage()].keys
  const made = answer && 'key' in answer ? answer.key : undefined
  const wrong = answer && 'fields' in answer ? answer : undefined
  return (
    <div className="wrap">
      <div className="head">
        <OrgNav organisation={organisation} />
        <h1>{words.title(organisation.name)}</h1>
        <p className="lead">{words.lead}</p>
      </div>
      <Told wrong={wrong} done={done === 'revoked' && !answer ? words.revoked : undefined} />
      <div className="stack-6">
        {made === undefined ? null : (
          <Alert kind="ok" title={words.made} isNew>
            <p>{words.madeText}</p>
            <p>
              <code className="org-key">{made}</code>
            </p>
          </Alert>
        )}
        <section aria-labelledby="keys">
          <h2 id="keys" className="h3">
            {words.list}
          </h2>
          {keys.length === 0 ? <p className="mt4">{words.none}</p> : null}
          <ul className="plain stack-3 mt4">
            {keys.map((one) => (
              <KeyCard key={one.id} of={one} />
            ))}
          </ul>
        </section>
        <MakeForm wrong={wrong} />
      </div>
    </div>
  )
}

function KeyCard({
  of: { id, name, scopes: held, createdAt, expiresAt, usedOn, isEnded },
}: {
  readonly of: Loaded['keys'][number]
}) {
  const language = useLanguage()
  const words = orgDeskWords[language].keys
  const { overlaps } = useLoaderData<typeof loader>()
  const day = (date: string): string => dateText(date, language)
  return (
    <li className="card">
      <p className="bare">
        <strong className="breaks">{name}</strong> {isEnded ? <span className="tag t-shut">{words.ended}</span> : null}
      </p>
      <p className="small bare breaks">
        <code>sk_{id}_…</code>
      </p>
      <p className="bare">
        {words.may}:{' '}
        {listText(
          held.map((scope) => words.scopes[scope]),
          language,
        )}
      </p>
      <p className="small bare">
        {[
          words.made_on(day(createdAt)),
          ...(isEnded ? [] : [words.until(day(expiresAt))]),
          usedOn ? words.used(day(usedOn)) : words.unused,
        ].join(', ')}
      </p>
      {isEnded ? null : (
        <div className="row mt4">
          <Form method="post" className="row">
            <input type="hidden" name="intent" value="rotate" />
            <input type="hidden" name="key" value={id} />
            <Choice
              name="overlap"
              id={`overlap-${id}`}
              label={words.overlap}
              value="7"
              choices={overlaps.map((days) => ({ value: String(days), text: words.overlaps(days) }))}
            />
            <button className="btn btn-2 btn-s" type="submit">
              {words.rotate}
              <span className="vh"> {words.which(name)}</span>
            </button>
          </Form>
          <Form method="post">
            <input type="hidden" name="intent" value="revoke" />
            <input type="hidden" name="key" value={id} />
            <button className="btn btn-d btn-s" type="submit">
              {words.revoke}
              <span className="vh"> {words.which(name)}</span>
            </button>
          </Form>
        </div>
      )}
    </li>
  )
}

function MakeForm({ wrong }: { readonly wrong: OrgWrong | undefined }) {
  const words = orgDeskWords[useLanguage()].keys
  const { scopes: all } = useLoaderData<typeof loader>()
  const { error, given } = useFieldWrong(wrong, 'create')
  return (
    <section className="narrow" aria-labelledby="make">
      <h2 id="make" className="h3">
        {words.make}
      </h2>
      <Form method="post" className="stack-4 mt4" noValidate>
        <input type="hidden" name="intent" value="create" />
        <Field name="name" label={words.name} hint={words.nameHint} value={given('name')} error={error('name')} />
        <Checks
          name="scopes"
          label={words.may}
          error={error('scopes')}
          choices={all.map((scope) => ({ value: scope, text: words.scopes[scope] }))}
        />
        <Field
          name="days"
          type="number"
          label={words.days}
          hint={words.daysHint}
          value={given('days', '90')}
          error={error('days')}
        />
        <button className="btn" type="submit">
          {words.button}
        </button>
      </Form>
    </section>
  )
}
