import { Form, Link, useActionData, useLoaderData } from 'react-router'
import { Alert } from '../components/alert/alert.tsx'
import { Icon } from '../components/icon/icon.tsx'
import { OrgNav } from '../components/org-nav/org-nav.tsx'
import { Field } from '../organisation/field.tsx'
import { pathTo } from '../paths.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { teachingImportAction } from '../teaching/import-intents.ts'
import { teachingImportLoader } from '../teaching/import-loader.ts'
import { BroughtIn, ImportReport } from '../teaching/import-report.tsx'
import type { TeachingWrong } from '../teaching/teaching-action.ts'
import { TeachingTold } from '../teaching/told.tsx'
import { teachingWords } from '../words/teaching.ts'
import { useLanguage } from '../words/use-words.ts'

export const loader = teachingImportLoader
export const action = teachingImportAction
export const headers = () => ({ 'cache-control': 'no-store' })

export const meta = pageMeta<(typeof teachingWords)['nl'], unknown>(teachingWords, (words) => words.import.title)

export default function TeachingImportPage() {
  const { organisation, done, report, isGone } = useLoaderData<typeof loader>()
  const wrong = useActionData<typeof action>() as TeachingWrong | undefined
  const language = useLanguage()
  const words = teachingWords[language]
  const at = { organisation: organisation.id }
  const broughtIn = report?.broughtIn
  const told: TeachingWrong | undefined = wrong ?? (isGone ? { intent: '', wrong: 'importGone', given: {} } : undefined)
  return (
    <div className="wrap">
      <div className="head">
        <OrgNav organisation={organisation} />
        <Link className="crumb" to={pathTo('teaching', language, at)}>
          <Icon name="left" />
          {words.back}
        </Link>
        <h1>{words.import.title}</h1>
        <p className="lead">{words.import.lead}</p>
      </div>
      <TeachingTold wrong={told} done={done} />
      {broughtIn ? (
        <Alert kind="ok" title={words.import.broughtIn} isNew>
          <BroughtIn counts={broughtIn} />
          <p>
            <Link to={pathTo('teaching', language, at)}>{words.back}</Link>
          </p>
        </Alert>
      ) : null}
      {report && !broughtIn ? <ImportReport report={report} /> : null}
      <section className={report ? 'narrow mt7' : 'narrow'} aria-labelledby="file-part">
        <h2 id="file-part" className="h3">
          {report ? words.import.another : words.import.fileLabel}
        </h2>
        <Form method="post" encType="multipart/form-data" className="stack-4 mt4" noValidate>
          <input type="hidden" name="intent" value="read" />
          <Field
            name="file"
            type="file"
            label={words.import.fileLabel}
            hint={words.import.fileHint}
            accept=".json,.ndjson,.jsonl,.csv,.tsv"
          />
          <button className={report && !broughtIn ? 'btn btn-2' : 'btn'} type="submit">
            {words.import.read}
          </button>
        </Form>
        <Form method="post" className="stack-4 mt5" noValidate>
          <input type="hidden" name="intent" value="readFeed" />
          <Field
            name="feed"
            label={words.import.feedLabel}
            hint={words.import.feedHint}
            value={wrong?.given.feed}
            autoComplete="off"
          />
          <button className="btn btn-2" type="submit">
            {words.import.readFeed}
          </button>
        </Form>
      </section>
    </div>
  )
}
