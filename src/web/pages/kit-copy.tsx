import { Form, Link, useActionData, useLoaderData } from 'react-router'
import { Alert } from '../components/alert/alert.tsx'
import { OrgNav } from '../components/org-nav/org-nav.tsx'
import { kitCopyAction } from '../handover/intents.ts'
import type { KitWrong } from '../handover/kit-action.ts'
import { KitForm } from '../handover/kit-form.tsx'
import { loadKitCopy } from '../handover/loaders.ts'
import { KitTold } from '../handover/told.tsx'
import { pathTo } from '../paths.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { dateText } from '../words/format.ts'
import { handoverWords } from '../words/handover.ts'
import { useLanguage } from '../words/use-words.ts'

export const loader = loadKitCopy
export const action = kitCopyAction
export const headers = () => ({ 'cache-control': 'no-store' })

type Loaded = Awaited<ReturnType<typeof loader>>['data']

export const meta = pageMeta<(typeof handoverWords)['nl'], Loaded>(
  handoverWords,
  (words, loaded) => loaded?.title?.text ?? words.desk.title,
)

/** A copy of what somebody else did: one's own, beside what the original says now. */
export default function KitCopyPage() {
  const loaded = useLoaderData<typeof loader>()
  const wrong = useActionData<typeof action>() as KitWrong | undefined
  const language = useLanguage()
  const { copy: words, edit } = handoverWords[language]
  const { organisation, title, original, content, version, choices, differences } = loaded
  return (
    <div className="wrap">
      <div className="head">
        <OrgNav organisation={organisation} />
        <p className="eyebrow">
          <Link to={pathTo('kitDesk', language, { organisation: organisation.id })}>{edit.back}</Link>
        </p>
        <h1 lang={title?.lang}>{title?.text}</h1>
        <p className="lead">
          {words.fromOn(loaded.fromName, loaded.baseNumber, dateText(loaded.takenOn, language))}{' '}
          {original.state === 'published' ? (
            <Link to={pathTo('kit', language, { kit: loaded.kit })}>{words.original}</Link>
          ) : null}
        </p>
      </div>
      <KitTold wrong={wrong} done={loaded.done} />
      {original.state === 'gone' ? <Alert kind="info" title={words.gone} /> : null}
      {original.state === 'withdrawn' ? <Alert kind="info" title={words.withdrawn} /> : null}
      <div className="stack-7 mt5">
        {differences.length > 0 ? <Changes loaded={loaded} /> : <p>{words.noChanges}</p>}
        <div className="grid g-main">
          <KitForm key={version} {...{ content, version, choices, wrong }} />
          <aside className="stack-5">
            {loaded.mayBecomeProgramme ? (
              <section className="card stack">
                <Form method="post">
                  <input type="hidden" name="intent" value="toProgramme" />
                  <button className="btn" type="submit">
                    {words.toProgramme}
                  </button>
                </Form>
                <p className="note">{words.toProgrammeNote}</p>
              </section>
            ) : null}
            <Form method="post">
              <input type="hidden" name="intent" value="remove" />
              <button className="btn btn-3" type="submit">
                {words.remove}
              </button>
            </Form>
          </aside>
        </div>
      </div>
    </div>
  )
}

/** What the original changed: three ways side by side, and a choice for each. */
function Changes({ loaded: { differences, version } }: { readonly loaded: Loaded }) {
  const { copy: words } = handoverWords[useLanguage()]
  return (
    <section className="card card-ink" aria-labelledby="changes">
      <h2 id="changes">{words.changes(differences.length)}</h2>
      <p className="mt4">{words.changesText}</p>
      <Form method="post" className="stack mt4" noValidate>
        <input type="hidden" name="intent" value="choose" />
        <input type="hidden" name="version" value={version} />
        <ul className="plain stack-5">
          {differences.map(({ field, name, base, mine, theirs, isOwn }) => (
            <li key={field}>
              <fieldset className="plainset">
                <legend className="h4">{name}</legend>
                {isOwn ? <p className="note">{words.own}</p> : null}
                <dl className="dl">
                  <Way name={words.base} text={base} />
                  <Way name={words.mine} text={mine} />
                  <Way name={words.theirs} text={theirs} />
                </dl>
                <div className="row mt4">
                  {(['take', 'leave', 'later'] as const).map((choice) => (
                    <label className="check" key={choice}>
                      <input type="radio" name={`f:${field}`} value={choice} defaultChecked={choice === 'later'} />
                      <span>{words[choice]}</span>
                    </label>
                  ))}
                </div>
              </fieldset>
            </li>
          ))}
        </ul>
        <button className="btn" type="submit">
          {words.button}
        </button>
      </Form>
    </section>
  )
}

function Way({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="lines breakable">{text}</dd>
    </div>
  )
}
