import { Form, Link, useActionData, useLoaderData } from 'react-router'
import { OrgNav } from '../components/org-nav/org-nav.tsx'
import { kitEditAction } from '../handover/intents.ts'
import type { KitWrong } from '../handover/kit-action.ts'
import { KitForm } from '../handover/kit-form.tsx'
import { loadKitEdit } from '../handover/loaders.ts'
import { KitTold } from '../handover/told.tsx'
import { Choice } from '../organisation/field.tsx'
import { pathTo } from '../paths.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { handoverWords } from '../words/handover.ts'
import { useLanguage } from '../words/use-words.ts'

export const loader = loadKitEdit
export const action = kitEditAction
export const headers = () => ({ 'cache-control': 'no-store' })

type Loaded = Awaited<ReturnType<typeof loader>>['data']

export const meta = pageMeta<(typeof handoverWords)['nl'], Loaded>(
  handoverWords,
  (words, loaded) => loaded?.title?.text ?? words.desk.title,
)

/** A kit of one's own: what it says, publishing it, and who can be asked. */
export default function KitEditPage() {
  const loaded = useLoaderData<typeof loader>()
  const wrong = useActionData<typeof action>() as KitWrong | undefined
  const language = useLanguage()
  const { edit: words, states, wrong: wrongs } = handoverWords[language]
  const { organisation, title, content, version, choices, initiatives, programmes } = loaded
  const of = (
    name: 'initiative' | 'programme',
    all: readonly { readonly id: string; readonly text: string }[],
    hint?: string,
  ) => (
    <Choice
      {...{ name, label: words[name], value: wrong?.given[name]?.[0] ?? loaded[name], ...(hint ? { hint } : {}) }}
      choices={[{ value: '', text: words.noChoice }, ...all.map(({ id, text }) => ({ value: id, text }))]}
      error={wrong?.wrong === name ? wrongs[name] : undefined}
    />
  )
  return (
    <div className="wrap">
      <div className="head">
        <OrgNav organisation={organisation} />
        <p className="eyebrow">
          <Link to={pathTo('kitDesk', language, { organisation: organisation.id })}>{words.back}</Link>
        </p>
        <h1 lang={title?.lang}>{title?.text}</h1>
        <p>
          <span className="tag">{states[loaded.state]}</span>
        </p>
      </div>
      <KitTold wrong={wrong} done={loaded.done} />
      <div className="grid g-main">
        <KitForm key={version} {...{ content, version, choices, wrong }}>
          <fieldset className="plainset stack">
            <legend className="h3">{words.about}</legend>
            {initiatives.length > 0
              ? of(
                  'initiative',
                  initiatives.map(({ id, name }) => ({ id, text: name })),
                )
              : null}
            {of(
              'programme',
              programmes.map((one) => ({ id: one.id, text: one.title })),
              words.programmeHint,
            )}
          </fieldset>
        </KitForm>
        <aside className="stack-5">
          <Publish loaded={loaded} />
          <People loaded={loaded} />
        </aside>
      </div>
    </div>
  )
}

function Publish({ loaded: { id, state, published, isAhead } }: { readonly loaded: Loaded }) {
  const language = useLanguage()
  const { edit: words } = handoverWords[language]
  const isOut = state === 'published'
  return (
    <section className="card card-ink stack" aria-labelledby="publish">
      <h2 id="publish" className="h3">
        {isOut && !isAhead ? words.same : words.ahead}
      </h2>
      {isOut && !isAhead ? null : (
        <>
          <Button intent="publish" text={words.publish} look="btn" />
          <p className="note">{words.publishNote}</p>
        </>
      )}
      {isOut ? (
        <>
          <p>
            <Link to={pathTo('kit', language, { kit: id })}>{words.see}</Link>
          </p>
          <Button intent="withdraw" text={words.withdraw} look="btn btn-2" />
          <p className="note">{words.withdrawNote}</p>
        </>
      ) : null}
      {published === 0 ? <Button intent="remove" text={words.remove} look="btn btn-3" /> : null}
    </section>
  )
}

function People({ loaded: { contacts, isContact } }: { readonly loaded: Loaded }) {
  const { edit: words } = handoverWords[useLanguage()]
  return (
    <section className="card stack" aria-labelledby="people">
      <h2 id="people" className="h3">
        {words.people}
      </h2>
      <p>{words.peopleText}</p>
      {contacts.length === 0 ? (
        <p className="note">{words.peopleNone}</p>
      ) : (
        <ul>
          {contacts.map(({ account, name, email }) => (
            <li key={account}>
              {name}, <span className="breaks">{email}</span>
            </li>
          ))}
        </ul>
      )}
      {isContact ? (
        <Button intent="beNot" text={words.beNot} look="btn btn-2" />
      ) : (
        <Button intent="be" text={words.be} look="btn btn-2" />
      )}
    </section>
  )
}

function Button({ intent, text, look }: { readonly intent: string; readonly text: string; readonly look: string }) {
  return (
    <Form method="post">
      <input type="hidden" name="intent" value={intent} />
      <button className={look} type="submit">
        {text}
      </button>
    </Form>
  )
}
