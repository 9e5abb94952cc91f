import { type ReactNode, useEffect, useRef } from 'react'
import { Form, Link, useActionData, useLoaderData } from 'react-router'
import { Alert } from '../components/alert/alert.tsx'
import { EmptyState } from '../components/empty-state/empty-state.tsx'
import { FieldError } from '../components/field-error/field-error.tsx'
import { Icon } from '../components/icon/icon.tsx'
import { pathTo } from '../paths.ts'
import { type CvAnswer, type CvLimits, type CvRead, type CvWrong, cvAction, cvLoader } from '../profile/cv-action.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { conditionWords } from '../words/conditions.ts'
import { cvWords } from '../words/cv.ts'
import { cefrText, languageName } from '../words/format.ts'
import { skillWords } from '../words/skills.ts'
import { useLanguage } from '../words/use-words.ts'

/** A hint to the browser: what a file is, is seen in the file itself. */
const accepted = '.pdf,.docx,.xml,.json,.txt,application/pdf,application/json,text/plain'

export const action = cvAction
export const loader = cvLoader
export const meta = pageMeta(
  cvWords,
  (words) => words.title,
  (words) => words.lead,
)

export default function CvPage() {
  const answer = useActionData<CvAnswer>()
  const language = useLanguage()
  const words = cvWords[language]
  const read = answer?.read
  return (
    <div className="wrap">
      <div className="head">
        <Link className="crumb" to={pathTo('profile', language)}>
          <Icon name="left" />
          {words.back}
        </Link>
        <h1>{read ? words.confirmTitle : words.title}</h1>
        <p className="lead">{read ? words.confirmLead : words.lead}</p>
      </div>
      {read ? <Confirm read={read} /> : <Give wrong={answer?.wrong} text={answer?.text} />}
    </div>
  )
}

function Give({ wrong, text }: { readonly wrong: CvWrong | undefined; readonly text: string | undefined }) {
  const words = cvWords[useLanguage()]
  const { megabytes, pages } = useLoaderData<CvLimits>()
  const why = wrong && whyText(wrong, words, { megabytes, pages })
  const ofFile = wrong?.field === 'file' ? why : undefined
  const ofText = wrong?.field === 'cv' ? why : undefined
  return (
    <Form method="post" encType="multipart/form-data" className="stack-5 narrow">
      {wrong && why ? <WrongSummary wrong={wrong} why={why} /> : null}
      <div className={ofFile ? 'field has-error' : 'field'}>
        <label className="label" htmlFor="file">
          {words.file}
        </label>
        <span className="hint" id="file-h">
          {words.fileHint(megabytes)}
        </span>
        <FieldError id="file-e" text={ofFile} />
        <input
          className="input"
          type="file"
          id="file"
          name="file"
          accept={accepted}
          aria-describedby={ofFile ? 'file-h file-e' : 'file-h'}
          aria-invalid={ofFile ? true : undefined}
        />
      </div>
      <div className={ofText ? 'field has-error' : 'field'}>
        <label className="label" htmlFor="cv">
          {words.paste}
        </label>
        <span className="hint" id="cv-h">
          {words.pasteHint}
        </span>
        <FieldError id="cv-e" text={ofText} />
        <textarea
          className="input cvtext"
          id="cv"
          name="source"
          aria-describedby={ofText ? 'cv-h cv-e' : 'cv-h'}
          aria-invalid={ofText ? true : undefined}
          defaultValue={text ?? ''}
        />
      </div>
      <p>
        <button className="btn" type="submit">
          {words.read}
        </button>
      </p>
    </Form>
  )
}

function whyText({ field, why }: CvWrong, words: (typeof cvWords)['nl'], { megabytes, pages }: CvLimits): string {
  if (field === 'cv') return words.wrongSize
  if (why === 'tooLarge') return words.wrongFile.tooLarge(megabytes)
  if (why === 'tooLong') return words.wrongFile.tooLong(pages)
  return words.wrongFile[why]
}

function WrongSummary({ wrong, why }: { readonly wrong: CvWrong; readonly why: string }) {
  const words = cvWords[useLanguage()]
  const box = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new answer brings the person back to it, also when it says the same
  useEffect(() => box.current?.focus(), [wrong])
  return (
    // biome-ignore lint/a11y/noAutofocus: without a script this is what brings the person to what is wrong
    <div ref={box} tabIndex={-1} autoFocus>
      <Alert kind="error" title={words.wrongTitle} isNew>
        <p className="small">
          <a href={`#${wrong.field}`}>{why}</a>
        </p>
      </Alert>
    </div>
  )
}

function Confirm({ read }: { readonly read: CvRead }) {
  const language = useLanguage()
  const words = cvWords[language]
  const { levels } = skillWords[language]
  const { nlqf } = conditionWords[language]
  const again = (
    <Link className="btn btn-3" to={pathTo('cv', language)} reloadDocument>
      {words.again}
    </Link>
  )
  const count =
    read.skills.length +
    read.occupations.length +
    read.languages.length +
    read.diplomas.length +
    (read.workLevel === undefined ? 0 : 1)
  if (count === 0) {
    return (
      <EmptyState title={words.nothingTitle} actions={again}>
        <p>{words.nothing}</p>
      </EmptyState>
    )
  }
  const level = (value: number): string => nlqf[value - 1] ?? String(value)
  return (
    <Form method="post" encType="multipart/form-data" className="stack-6 narrow">
      <input type="hidden" name="intent" value="confirm" />
      <input type="hidden" name="kind" value={read.kind} />
      <textarea name="source" hidden readOnly defaultValue={read.source} aria-hidden="true" tabIndex={-1} />
      <Group title={words.occupations} isShown={read.occupations.length > 0}>
        {read.occupations.map((one) => (
          <Tick key={one.key} name={one.key} words={one.words} where={one.where} text={one.label} isRejected={one.isRejected} />
        ))}
      </Group>
      <Group title={words.skills} isShown={read.skills.length > 0}>
        {read.skills.map((one) => (
          <Tick
            key={one.key}
            name={one.key}
            words={one.words}
            where={one.where}
            isRejected={one.isRejected}
            text={one.level === undefined ? one.label : `${one.label}, ${words.level(levels[one.level as 1 | 2 | 3 | 4])}`}
          />
        ))}
      </Group>
      <Group title={words.languages} isShown={read.languages.length > 0}>
        {read.languages.map((one) => (
          <Tick
            key={one.key}
            name={one.key}
            words={one.words}
            where={one.where}
            text={`${languageName(one.code, language)} ${cefrText(one.level)}`}
          />
        ))}
      </Group>
      <Group
        title={words.other}
        isShown={read.diplomas.length > 0 || read.workLevel !== undefined || read.experienceYears !== undefined}
      >
        {read.diplomas.map((one) => (
          <Tick key={one.key} name={one.key} words={one.words} where={one.where} text={words.diploma(level(one.level))} />
        ))}
        {read.workLevel === undefined ? null : <Tick name="workLevel" text={words.workLevel(level(read.workLevel))} />}
        {read.experienceYears === undefined ? null : <Tick name="experienceYears" text={words.years(read.experienceYears)} />}
      </Group>
      <p className="row">
        <button className="btn" type="submit">
          {words.confirm}
        </button>
        {again}
      </p>
    </Form>
  )
}

function Group({
  title,
  isShown,
  children,
}: {
  readonly title: string
  readonly isShown: boolean
  readonly children: ReactNode
}) {
  if (!isShown) return null
  return (
    <fieldset className="plainset">
      <legend className="h3">{title}</legend>
      <ul className="find">{children}</ul>
    </fieldset>
  )
}

function Tick({
  name,
  text,
  words: read,
  where,
  isRejected = false,
}: {
  readonly name: string
  readonly text: string
  readonly words?: string
  readonly where?: string
  readonly isRejected?: boolean
}) {
  const words = cvWords[useLanguage()]
  return (
    <li>
      <label className="check">
        <input type="checkbox" name="key" value={name} defaultChecked={!isRejected} />
        <span>
          {read ? (
            <>
              <q>{read}</q> {words.means}:{' '}
            </>
          ) : null}
          <strong>{text}</strong>
          {where ? <span className="note">{words.at(where)}</span> : null}
          {isRejected ? <span className="note">{words.rejected}</span> : null}
        </span>
      </label>
    </li>
  )
}
