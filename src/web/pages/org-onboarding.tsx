import { Form, Link, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { onboardingExample, onboardingLimits } from '../../modules/organisations/index.ts'
import { todayInAmsterdam } from '../../platform/index.ts'
import { Alert } from '../components/alert/alert.tsx'
import { OrgNav } from '../components/org-nav/org-nav.tsx'
import { StackedTable } from '../components/stacked-table/stacked-table.tsx'
import { Field } from '../organisation/field.tsx'
import { onboardingAction } from '../organisation/onboarding-action.ts'
import type { OrgWrong } from '../organisation/org-action.ts'
import { openOrganisation } from '../organisation/org-loader.ts'
import { Told, useFieldWrong } from '../organisation/told.tsx'
import { pageUrl, pathTo } from '../paths.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { dateText } from '../words/format.ts'
import { orgDeskWords } from '../words/org-desk.ts'
import { useLanguage } from '../words/use-words.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { site, actor, id, organisation } = await openOrganisation(args)
  const { organisations } = site.modules
  const asked = pageUrl(args.request).searchParams.get('file')
  const [earlier, file] = await Promise.all([
    organisations.onboardings(actor, id),
    asked === null ? undefined : organisations.onboarding(actor, id, asked),
  ])
  return {
    organisation,
    earlier: earlier.map((one) => ({ ...one, createdAt: todayInAmsterdam(one.createdAt) })),
    file: file && { ...file, createdAt: todayInAmsterdam(file.createdAt), expiresAt: todayInAmsterdam(file.expiresAt - 1) },
    example: onboardingExample,
    mostLines: onboardingLimits.lines,
  }
}

export const action = onboardingAction
export const headers = () => ({ 'cache-control': 'no-store' })

type Loaded = Awaited<ReturnType<typeof loader>>

export const meta = pageMeta<(typeof orgDeskWords)['nl'], Loaded>(orgDeskWords, (words, loaded) =>
  words.onboarding.title(loaded?.organisation.name ?? ''),
)

export default function OrgOnboardingPage() {
  const { organisation, file } = useLoaderData<typeof loader>()
  const wrong = useActionData<typeof action>() as OrgWrong | undefined
  const words = orgDeskWords[useLanguage()].onboarding
  return (
    <div className="wrap">
      <div className="head">
        <OrgNav organisation={organisation} />
        <h1>{words.title(organisation.name)}</h1>
        <p className="lead">{words.lead}</p>
      </div>
      <Told wrong={wrong} done={undefined} />
      {file ? <Report file={file} /> : <Give wrong={wrong} />}
    </div>
  )
}

function Give({ wrong }: { readonly wrong: OrgWrong | undefined }) {
  const language = useLanguage()
  const words = orgDeskWords[language].onboarding
  const { organisation, earlier, example, mostLines } = useLoaderData<typeof loader>()
  const { error } = useFieldWrong(wrong, 'read')
  const here = pathTo('orgOnboarding', language, { organisation: organisation.id })
  return (
    <div className="stack-6">
      {organisation.verification === 'unverified' ? (
        <Alert kind="info" title={words.notYet} />
      ) : (
        <Form method="post" encType="multipart/form-data" className="stack-4 narrow">
          <input type="hidden" name="intent" value="read" />
          <Field
            name="file"
            type="file"
            label={words.file}
            hint={words.fileHint(mostLines)}
            error={error('file')}
            accept=".csv,text/csv"
          />
          <p className="hint">{words.readNote}</p>
          <p>
            <button className="btn" type="submit">
              {words.read}
            </button>
          </p>
        </Form>
      )}
      <details>
        <summary>{words.example}</summary>
        <pre className="org-example">{example}</pre>
      </details>
      {earlier.length > 0 ? (
        <section aria-labelledby="earlier">
          <h2 id="earlier" className="h3">
            {words.earlier}
          </h2>
          <ul className="plain mt4">
            {earlier.map(({ id, createdAt, done, lines }) => (
              <li key={id}>
                <Link to={`${here}?file=${id}`}>{words.earlierLine(dateText(createdAt, language), done, lines)}</Link>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  )
}

function Report({ file }: { readonly file: NonNullable<Loaded['file']> }) {
  const language = useLanguage()
  const words = orgDeskWords[language].onboarding
  const { organisation } = useLoaderData<typeof loader>()
  const left = file.lines.length - file.done
  const { columns } = words
  return (
    <div className="stack-6">
      {file.isEnded && file.lines.length > 0 ? <Alert kind="ok" title={words.ended(file.lines.length)} isNew /> : null}
      {!file.isEnded && file.done > 0 ? <Alert kind="warn" title={words.cutOff(file.done, file.lines.length)} /> : null}
      {file.lines.length === 0 ? <Alert kind="warn" title={words.nothing} /> : null}
      {left > 0 ? (
        <Form method="post">
          <input type="hidden" name="intent" value="run" />
          <input type="hidden" name="file" value={file.id} />
          <button className="btn" type="submit">
            {file.done > 0 ? words.goOn(left) : words.run(left)}
          </button>
        </Form>
      ) : null}
      {file.refused.length > 0 ? (
        <section aria-labelledby="refused">
          <h2 id="refused" className="h3">
            {words.refused(file.refused.length)}
          </h2>
          <p className="mt4">{words.refusedText}</p>
          <ul className="plain mt4">
            {file.refused.map((one) => (
              <li key={one.line}>
                <strong>
                  {columns.line} {one.line}
                </strong>
                : {words.reasons[one.reason](one)}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {file.lines.length > 0 ? (
        <StackedTable
          caption={file.isEnded ? words.reportDone : words.report}
          columns={[
            { title: columns.line },
            { title: columns.name },
            { title: columns.email },
            { title: columns.registerNumber },
            { title: columns.outcome },
          ]}
          rows={file.lines.map(({ line, name, email, registerNumber, outcome }) => ({
            key: String(line),
            cells: [
              line,
              name,
              <span key="email" className="breaks">
                {email}
              </span>,
              registerNumber,
              words.outcomes[outcome],
            ],
          }))}
        />
      ) : null}
      <p className="note">{words.kept(dateText(file.expiresAt, language))}</p>
      <p>
        <Link className="btn btn-2" to={pathTo('orgOnboarding', language, { organisation: organisation.id })}>
          {words.back}
        </Link>
      </p>
    </div>
  )
}
