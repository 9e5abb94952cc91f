import { Form, Link, useActionData, useLoaderData } from 'react-router'
import { Alert } from '../components/alert/alert.tsx'
import { Icon } from '../components/icon/icon.tsx'
import { OrgNav } from '../components/org-nav/org-nav.tsx'
import { missingTexts, ProgrammeStateTag } from '../components/programme-table/programme-table.tsx'
import { StackedTable } from '../components/stacked-table/stacked-table.tsx'
import { ToUnits } from '../credits/to-credits.tsx'
import { pathTo } from '../paths.ts'
import { ToDemand } from '../programme-demand/to-demand.tsx'
import { pageMeta } from '../shell/page-meta.ts'
import { FactsForm } from '../teaching/facts-form.tsx'
import { OfferingsPart } from '../teaching/offerings-part.tsx'
import { teachingProgrammeAction } from '../teaching/programme-intents.ts'
import { type ProgrammeLoaded, teachingProgrammeLoader } from '../teaching/programme-loader.ts'
import { SkillsPart } from '../teaching/skills-part.tsx'
import type { TeachingWrong } from '../teaching/teaching-action.ts'
import { TextsForm } from '../teaching/texts-form.tsx'
import { TeachingTold } from '../teaching/told.tsx'
import { dateText } from '../words/format.ts'
import { teachingWords } from '../words/teaching.ts'
import { useLanguage } from '../words/use-words.ts'

export const loader = teachingProgrammeLoader
export const action = teachingProgrammeAction
export const headers = () => ({ 'cache-control': 'no-store' })

export const meta = pageMeta<(typeof teachingWords)['nl'], ProgrammeLoaded>(teachingWords, (words, loaded) =>
  loaded ? `${loaded.title}. ${words.crumb(loaded.organisation.name)}` : words.back,
)

export default function TeachingProgrammePage() {
  const loaded = useLoaderData<typeof loader>()
  const wrong = useActionData<typeof action>() as TeachingWrong | undefined
  const language = useLanguage()
  const words = teachingWords[language]
  const { organisation, state, mayWrite, importSource } = loaded
  return (
    <div className="wrap">
      <div className="head">
        <OrgNav organisation={organisation} />
        <Link className="crumb" to={pathTo('teaching', language, { organisation: organisation.id })}>
          <Icon name="left" />
          {words.back}
        </Link>
        <h1 lang={loaded.titleLanguage === language ? undefined : loaded.titleLanguage}>{loaded.title}</h1>
        <p className="lead row">
          <ProgrammeStateTag state={state} />
          <span>{words.programme.lead[state]}</span>
        </p>
        {importSource === undefined ? null : <p className="note">{words.programme.source(sourceText(importSource, words))}</p>}
      </div>
      <TeachingTold wrong={wrong} done={loaded.done} />
      {mayWrite ? <ToUnits organisation={organisation.id} programme={loaded.id} /> : null}
      <Standing loaded={loaded} />
      {mayWrite ? (
        <div className="grid g-half mt7">
          <TextsForm loaded={loaded} wrong={wrong} />
          <FactsForm loaded={loaded} wrong={wrong} />
        </div>
      ) : null}
      <div className="grid g-half mt7">
        <SkillsPart loaded={loaded} list="outcomes" />
        <SkillsPart loaded={loaded} list="prerequisites" />
      </div>
      <OfferingsPart loaded={loaded} wrong={wrong} />
      {mayWrite ? <EndButtons loaded={loaded} /> : null}
      <History changes={loaded.changes} />
    </div>
  )
}

function sourceText(source: string, { programme: { sources } }: (typeof teachingWords)['nl']): string {
  return source.startsWith('feed:') ? sources.feed(source.slice('feed:'.length)) : sources.file
}

/** What can be done with it as it stands, and what it still needs. */
function Standing({ loaded: { id, organisation, state, missing, mayWrite } }: { readonly loaded: ProgrammeLoaded }) {
  const language = useLanguage()
  const words = teachingWords[language]
  const left = missingTexts(missing, words)
  return (
    <div className="stack-4">
      {left.length > 0 && state !== 'withdrawn' ? (
        <Alert kind={missing.text ? 'warn' : 'info'} title={words.programme.todo}>
          <ul className="textlist">
            {left.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
          <p className="small">
            {missing.text ? words.programme.todoText : null}{' '}
            {missing.outcomes || missing.length ? words.programme.outcomesNote : null}
          </p>
        </Alert>
      ) : null}
      <div className="row">
        {mayWrite && state === 'draft' ? <Move intent="publish" text={words.programme.publish} isFirst /> : null}
        {mayWrite && state === 'withdrawn' ? <Move intent="publish" text={words.programme.publishAgain} isFirst /> : null}
        {mayWrite && state === 'published' ? <Move intent="withdraw" text={words.programme.withdraw} /> : null}
        {state === 'published' ? (
          <Link className="btn btn-3" to={pathTo('programme', language, { programme: id })}>
            {words.programme.public}
          </Link>
        ) : null}
      </div>
      <ToDemand organisation={organisation.id} programme={id} />
    </div>
  )
}

function Move({ intent, text, isFirst = false }: { readonly intent: string; readonly text: string; readonly isFirst?: boolean }) {
  return (
    <Form method="post">
      <input type="hidden" name="intent" value={intent} />
      <button className={isFirst ? 'btn' : 'btn btn-2'} type="submit">
        {text}
      </button>
    </Form>
  )
}

function EndButtons({ loaded: { state } }: { readonly loaded: ProgrammeLoaded }) {
  const words = teachingWords[useLanguage()].programme
  return (
    <div className="row mt7">
      <Move intent="duplicate" text={words.duplicate} />
      {state === 'draft' ? <Move intent="remove" text={words.remove} /> : null}
    </div>
  )
}

/** Who changed what, and when. */
function History({ changes }: { readonly changes: ProgrammeLoaded['changes'] }) {
  const language = useLanguage()
  const words = teachingWords[language]
  const { when, what, who } = words.historyColumns
  return (
    <details className="twin mt7">
      <summary>{words.history}</summary>
      <StackedTable
        caption={words.history}
        isCaptionHidden
        columns={[{ title: when, look: 'nowrap' }, { title: what }, { title: who }]}
        rows={changes.map((change) => ({
          key: String(change.number),
          cells: [dateText(change.on, language), words.changes[change.what], words[change.who]],
        }))}
      />
    </details>
  )
}
