import { Form, Link, useActionData, useLoaderData } from 'react-router'
import { OrgNav } from '../components/org-nav/org-nav.tsx'
import { StackedTable } from '../components/stacked-table/stacked-table.tsx'
import { kitDeskAction } from '../handover/intents.ts'
import type { KitWrong } from '../handover/kit-action.ts'
import { loadKitDesk } from '../handover/loaders.ts'
import { KitTold } from '../handover/told.tsx'
import { Field } from '../organisation/field.tsx'
import { pathTo } from '../paths.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { dateText } from '../words/format.ts'
import { handoverWords } from '../words/handover.ts'
import { useLanguage } from '../words/use-words.ts'

export const loader = loadKitDesk
export const action = kitDeskAction
export const headers = () => ({ 'cache-control': 'no-store' })

export const meta = pageMeta(
  handoverWords,
  (words) => words.desk.title,
  (words) => words.desk.lead,
)

/** What an organisation hands over, and what it took over. */
export default function KitDeskPage() {
  const { organisation, kits, copies, done } = useLoaderData<typeof loader>()
  const wrong = useActionData<typeof action>() as KitWrong | undefined
  const language = useLanguage()
  const { desk: words, states, wrong: wrongs } = handoverWords[language]
  const at = { organisation: organisation.id }
  return (
    <div className="wrap">
      <div className="head">
        <OrgNav organisation={organisation} />
        <h1>{words.title}</h1>
        <p className="lead">{words.lead}</p>
        <p>
          <Link to={pathTo('kits', language)}>{words.toAll}</Link>
        </p>
      </div>
      <KitTold wrong={wrong} done={done} />
      <div className="stack-7">
        <section aria-labelledby="kits">
          <h2 id="kits">{words.kits}</h2>
          {kits.length === 0 ? (
            <p className="mt4">{words.kitsNone}</p>
          ) : (
            <div className="mt4">
              <StackedTable
                caption={words.kits}
                isCaptionHidden
                columns={[{ title: words.name }, { title: words.state }, { title: words.version, look: 'r' }]}
                rows={kits.map(({ id, title, state, published }) => ({
                  key: id,
                  cells: [
                    <Link key="name" lang={title?.lang} to={pathTo('kitEdit', language, { ...at, kit: id })}>
                      {title?.text}
                    </Link>,
                    states[state],
                    published === 0 ? '–' : String(published),
                  ],
                }))}
              />
            </div>
          )}
        </section>
        <section aria-labelledby="copies">
          <h2 id="copies">{words.copies}</h2>
          {copies.length === 0 ? (
            <p className="mt4">{words.copiesNone}</p>
          ) : (
            <div className="mt4">
              <StackedTable
                caption={words.copies}
                isCaptionHidden
                columns={[{ title: words.name }, { title: words.from }, { title: words.taken, look: 'nowrap' }]}
                rows={copies.map(({ id, title, fromName, takenOn }) => ({
                  key: id,
                  cells: [
                    <Link key="name" lang={title?.lang} to={pathTo('kitCopy', language, { ...at, copy: id })}>
                      {title?.text}
                    </Link>,
                    fromName,
                    dateText(takenOn, language),
                  ],
                }))}
              />
            </div>
          )}
        </section>
        <section aria-labelledby="new" className="narrow">
          <h2 id="new">{words.newTitle}</h2>
          <Form method="post" className="stack mt4" noValidate>
            <input type="hidden" name="intent" value="begin" />
            <Field name="title" label={words.newName} error={wrong?.wrong === 'title' ? wrongs.title : undefined} />
            <button className="btn" type="submit">
              {words.newButton}
            </button>
          </Form>
        </section>
      </div>
    </div>
  )
}
