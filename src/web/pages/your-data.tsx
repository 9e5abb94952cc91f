import { Form, Link, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import type { Profile } from '../../modules/people/index.ts'
import type { Language } from '../../modules/skills/index.ts'
import { todayInAmsterdam } from '../../platform/index.ts'
import { Alert } from '../components/alert/alert.tsx'
import { EmptyState } from '../components/empty-state/empty-state.tsx'
import { siteContext } from '../context.ts'
import { loadDraft } from '../draft.ts'
import { languageOfPath, pageUrl, pathTo } from '../paths.ts'
import { type TermField, termSections } from '../profile/term-fields.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { cefrText, dateText, euroText, languageName, listText } from '../words/format.ts'
import { profileWords } from '../words/profile.ts'
import { skillWords } from '../words/skills.ts'
import { useLanguage } from '../words/use-words.ts'
import { yourDataWords } from '../words/your-data.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const site = context.get(siteContext)
  const url = pageUrl(request)
  const language = languageOfPath(url.pathname)
  const [draft, catalogue] = await Promise.all([loadDraft(site, request), site.modules.skills.catalogue()])
  const rules = await site.modules.rules.list(todayInAmsterdam(site.clock.now()))
  const scheme = (id: string): string => rules.find((rule) => rule.id === id)?.title[language] ?? id
  const region = (code: string): string => site.modules.regions.find(code)?.name ?? code
  return {
    isErased: url.searchParams.has('erased'),
    isKept: draft.isKept,
    rows: draft.isKept ? rowsOf(draft.profile, { label: (id) => catalogue.label(id, language), region, scheme }, language) : [],
  }
}

type Row = readonly [what: string, value: string]

/** Names of what the profile holds by id. */
type Naming = Readonly<Record<'label' | 'region' | 'scheme', (id: string) => string>>

/** Everything that is kept, field by field; what was not said is left out. */
function rowsOf(profile: Profile, { label, region, scheme }: Naming, language: Language): Row[] {
  const { rows, diploma } = yourDataWords[language]
  const profileText = profileWords[language]
  const { levels, evidence } = skillWords[language]
  const answer = (value: Profile['answers'][string]): string =>
    typeof value === 'number' ? levels[value] : profileText.answers[value]
  const goal = [...(profile.goal?.occupations ?? []).map(label), ...(profile.goal?.regions ?? []).map(region)]
  const all: readonly (readonly [string, string | undefined])[] = [
    [rows.occupations, listText(profile.occupations.map(label), language)],
    [
      rows.answers,
      Object.entries(profile.answers)
        .map(([id, value]) => `${label(id)}: ${answer(value)}`)
        .join('; '),
    ],
    [
      rows.evidence,
      Object.entries(profile.evidence ?? {})
        .map(([id, value]) => `${label(id)}: ${evidence[value].toLowerCase()}`)
        .join('; '),
    ],
    [rows.hours, profile.hours?.join(' - ')],
    [rows.place, profile.postcode4 ?? profile.municipality],
    ...termSections
      .flatMap(({ fields }) => fields)
      .filter(({ name }) => name !== 'dutch' && name !== 'english')
      .map((field): readonly [string, string] => {
        const text = field.read(profile)
        const { label: name, choices } = profileText.fields[field.name]
        if (field.kind === 'days') return [name, profileText.dayNames.filter((_, day) => text[day] === '1').join(', ')]
        return [
          name,
          choices?.[text] ?? (text === 'yes' ? profileText.yes : text === 'no' ? profileText.no : shown(field, text, language)),
        ]
      }),
    [
      rows.languages,
      Object.entries(profile.languages ?? {})
        .map(([code, level]) => `${languageName(code, language)} ${cefrText(level)}`)
        .join(', '),
    ],
    [
      rows.diplomas,
      (profile.diplomas ?? []).map(({ level, field }) => `${diploma(String(level))}${field ? ` (${field})` : ''}`).join(', '),
    ],
    [rows.goal, listText(goal, language)],
    [rows.preference, profile.preference && profileText.preferences[profile.preference]],
    [
      rows.funding,
      Object.entries(profile.funding ?? {})
        .map(([id, value]) => `${scheme(id)}: ${profileText.funding[value]}`)
        .join('; '),
    ],
  ]
  return all.flatMap(([what, value]) => (value ? [[what, value] as const] : []))
}

/** As people read it: amounts and days. */
function shown({ name, kind }: TermField, text: string, language: Language): string {
  if (text === '') return ''
  if (kind === 'date') return dateText(text, language)
  return isEuro(name) ? euroText(Number(text), language) : text
}

function isEuro(name: TermField['name']): boolean {
  return name.endsWith('MonthEuro') || name === 'studyOwnCost' || name === 'studyLowestMonth'
}

export const meta = pageMeta(
  yourDataWords,
  (words) => words.title,
  (words) => words.lead,
)

export default function YourDataPage() {
  const { isErased, isKept, rows } = useLoaderData<typeof loader>()
  const language = useLanguage()
  const words = yourDataWords[language]
  return (
    <div className="wrap">
      <div className="head">
        <h1>{words.title}</h1>
        <p className="lead">{words.lead}</p>
      </div>
      <div className="stack-6">
        {isErased && !isKept ? (
          <Alert kind="ok" title={words.erasedTitle} isNew>
            <p className="small">{words.erased}</p>
          </Alert>
        ) : null}
        {rows.length === 0 ? (
          <EmptyState
            title={words.none}
            actions={
              <Link className="btn btn-2" to={pathTo('profile', language)}>
                {words.start}
              </Link>
            }
          >
            <p>{words.noneText}</p>
          </EmptyState>
        ) : (
          <>
            <div className="scroll">
              <table className="stacked">
                <caption className="vh">{words.title}</caption>
                <thead>
                  <tr>
                    <th scope="col">{words.columns.what}</th>
                    <th scope="col">{words.columns.value}</th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map(([what, value]) => (
                    <tr key={what}>
                      <th scope="row">{what}</th>
                      <td>{value}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
            <p>
              <Link className="btn btn-2" to={pathTo('profile', language)}>
                {words.change}
              </Link>
            </p>
          </>
        )}
        <section aria-labelledby="kept">
          <h2 id="kept">{words.keptTitle}</h2>
          <ul className="textlist mt4">
            {words.kept.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </section>
        {isKept ? (
          <section aria-labelledby="erase" className="card">
            <h2 id="erase" className="h3">
              {words.eraseTitle}
            </h2>
            <p className="mt4">{words.eraseText}</p>
            <Form method="post" action={pathTo('profile', language)}>
              <input type="hidden" name="intent" value="remove" />
              <button className="btn btn-d" type="submit">
                {words.erase}
              </button>
            </Form>
          </section>
        ) : null}
      </div>
    </div>
  )
}
