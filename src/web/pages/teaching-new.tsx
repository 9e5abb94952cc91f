import { Form, Link, useActionData, useLoaderData } from 'react-router'
import { Icon } from '../components/icon/icon.tsx'
import { OrgNav } from '../components/org-nav/org-nav.tsx'
import { Choice, Field } from '../organisation/field.tsx'
import { pathTo } from '../paths.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { teachingNewAction } from '../teaching/new-intents.ts'
import type { TeachingWrong } from '../teaching/teaching-action.ts'
import { teachingNewLoader } from '../teaching/teaching-loader.ts'
import { TeachingTold } from '../teaching/told.tsx'
import { teachingWords } from '../words/teaching.ts'
import { useLanguage } from '../words/use-words.ts'

export const loader = teachingNewLoader
export const action = teachingNewAction
export const headers = () => ({ 'cache-control': 'no-store' })

export const meta = pageMeta<(typeof teachingWords)['nl'], unknown>(teachingWords, (words) => words.newTitle)

export default function TeachingNewPage() {
  const { organisation, done } = useLoaderData<typeof loader>()
  const wrong = useActionData<typeof action>() as TeachingWrong | undefined
  const language = useLanguage()
  const words = teachingWords[language]
  const given = wrong?.given ?? {}
  return (
    <div className="wrap">
      <div className="head">
        <OrgNav organisation={organisation} />
        <Link className="crumb" to={pathTo('teaching', language, { organisation: organisation.id })}>
          <Icon name="left" />
          {words.back}
        </Link>
        <h1>{words.newTitle}</h1>
        <p className="lead">{words.newLead}</p>
      </div>
      <TeachingTold wrong={wrong} done={done} />
      <div className="grid g-half">
        <section aria-labelledby="text">
          <h2 id="text" className="h3">
            {words.fromText}
          </h2>
          <p className="mt4">{words.fromTextText}</p>
          <Form method="post" encType="multipart/form-data" className="stack-4 mt4" noValidate>
            <input type="hidden" name="intent" value="fromText" />
            <Field
              name="text"
              id="course-text"
              type="textarea"
              label={words.textLabel}
              hint={words.textHint}
              value={given.text}
              rows={10}
            />
            <Field name="file" type="file" label={words.fileLabel} hint={words.fileHint} accept=".pdf,.docx,.txt" />
            <button className="btn" type="submit">
              {words.readText}
            </button>
          </Form>
        </section>
        <section aria-labelledby="fields">
          <h2 id="fields" className="h3">
            {words.fromFields}
          </h2>
          <Form method="post" className="stack-4 mt4" noValidate>
            <input type="hidden" name="intent" value="create" />
            <Field name="title" label={words.titleLabel} value={given.title} />
            <Choice
              name="language"
              label={words.language}
              value={given.language ?? language}
              choices={(['nl', 'en'] as const).map((value) => ({ value, text: words.languages[value] }))}
            />
            <button className="btn btn-2" type="submit">
              {words.make}
            </button>
          </Form>
        </section>
      </div>
    </div>
  )
}
