import { Form, Link, useActionData, useLoaderData } from 'react-router'
import { Icon } from '../components/icon/icon.tsx'
import { kitPageAction } from '../handover/intents.ts'
import type { KitWrong } from '../handover/kit-action.ts'
import { KitView } from '../handover/kit-view.tsx'
import { loadKit } from '../handover/loaders.ts'
import { KitTold } from '../handover/told.tsx'
import { Choice } from '../organisation/field.tsx'
import { kitFilePath, pathTo } from '../paths.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { OutcomesSection } from '../what-works/outcomes-section.tsx'
import { dateText } from '../words/format.ts'
import { handoverWords } from '../words/handover.ts'
import { useLanguage } from '../words/use-words.ts'

export const loader = loadKit
export const action = kitPageAction
export const headers = () => ({ 'cache-control': 'no-store' })

type Loaded = Exclude<Awaited<ReturnType<typeof loader>>, Response | { readonly type: string }>

export const meta = pageMeta<(typeof handoverWords)['nl'], Loaded>(
  handoverWords,
  (words, loaded) => loaded?.title?.text ?? words.list.title,
  (_words, loaded) => loaded?.summary?.text,
)

/** One kit, to read, to print and to take over. */
export default function KitPage() {
  const loaded = useLoaderData<typeof loader>() as Loaded
  const wrong = useActionData<typeof action>() as KitWrong | undefined
  const language = useLanguage()
  const { kit: words, list } = handoverWords[language]
  const { id, title, summary, organisation, organisationName, number, publishedOn, copies, kit, initiative, outcomes } = loaded
  return (
    <div className="wrap">
      <div className="head">
        <Link className="crumb" to={pathTo('kits', language)}>
          <Icon name="left" />
          {words.back}
        </Link>
        <p className="eyebrow">
          <Link to={pathTo('organisation', language, { organisation })}>{list.by(organisationName)}</Link>
        </p>
        <h1 lang={title?.lang}>{title?.text}</h1>
        <p className="lead lines" lang={summary?.lang}>
          {summary?.text}
        </p>
        {title?.lang ? <p className="note">{words.onlyIn[title.lang]}</p> : null}
        <p className="note">
          {list.version(number, dateText(publishedOn, language))}. {copies > 0 ? `${words.copies(copies)}.` : ''}
        </p>
        {initiative ? (
          <p>
            <Link to={pathTo('initiative', language, { initiative: initiative.id })}>{words.initiative(initiative.name)}</Link>
          </p>
        ) : null}
      </div>
      <KitTold wrong={wrong} done={loaded.done} />
      <div className="grid g-main mt7">
        <div className="stack-7">
          <KitView kit={kit} />
          {outcomes ? <OutcomesSection outcomes={outcomes} definitions={loaded.definitions} /> : null}
        </div>
        <aside className="stack-5">
          <TakeOver loaded={loaded} />
          <Contact loaded={loaded} />
          <section className="card noprint">
            <p>
              <a href={kitFilePath(language, id)} download>
                {words.download}
              </a>
            </p>
            <p className="note">{words.print}</p>
          </section>
        </aside>
      </div>
    </div>
  )
}

function TakeOver({ loaded: { mayTakeOver, there, isSignedIn } }: { readonly loaded: Loaded }) {
  const language = useLanguage()
  const words = handoverWords[language].kit.takeOver
  return (
    <section className="card card-ink stack noprint" aria-labelledby="take">
      <h2 id="take" className="h3">
        {words.title}
      </h2>
      <p>{words.text}</p>
      {there.map(({ copy, organisation }) => (
        <p key={copy}>
          {words.there} <Link to={pathTo('kitCopy', language, { organisation, copy })}>{words.toCopy}</Link>
        </p>
      ))}
      {mayTakeOver.length > 0 ? (
        <Form method="post" className="stack" noValidate>
          <input type="hidden" name="intent" value="takeOver" />
          <Choice
            name="organisation"
            label={words.organisation}
            choices={mayTakeOver.map(({ id, name }) => ({ value: id, text: name }))}
          />
          <button className="btn" type="submit">
            {words.button}
          </button>
        </Form>
      ) : there.length > 0 ? null : (
        <p className="note">{isSignedIn ? words.nobody : words.signIn}</p>
      )}
    </section>
  )
}

function Contact({ loaded: { kit, contacts, organisation, organisationName } }: { readonly loaded: Loaded }) {
  const language = useLanguage()
  const words = handoverWords[language].kit
  const { email, url } = kit.contact
  return (
    <section className="card stack" aria-labelledby="contact">
      <h2 id="contact" className="h3">
        {words.contact}
      </h2>
      <p>
        <Link to={pathTo('organisation', language, { organisation })}>{organisationName}</Link>
      </p>
      {email ? (
        <p>
          <a className="breaks" href={`mailto:${email}`}>
            {email}
          </a>
        </p>
      ) : null}
      {url ? (
        <p>
          <a className="breaks" href={url} rel="nofollow noreferrer">
            {url}
          </a>
        </p>
      ) : null}
      {email || url ? null : <p className="note">{words.contactNone}</p>}
      {contacts.length > 0 ? (
        <>
          <p className="note">{words.people}</p>
          <ul className="plain">
            {contacts.map((one) => (
              <li key={one.email}>
                {one.name},{' '}
                <a className="breaks" href={`mailto:${one.email}`}>
                  {one.email}
                </a>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  )
}
