import { useLoaderData } from 'react-router'
import { Alert } from '../components/alert/alert.tsx'
import { EmptyState } from '../components/empty-state/empty-state.tsx'
import { OutcomeCompare } from '../components/outcome-compare/outcome-compare.tsx'
import { pageMeta } from '../shell/page-meta.ts'
import { ChooseForm } from '../what-works/choose-form.tsx'
import { loadCompare } from '../what-works/load-compare.ts'
import { Apart, Definitions, Hiding, Women } from '../what-works/parts.tsx'
import { useLanguage } from '../words/use-words.ts'
import { whatWorksWords } from '../words/what-works.ts'

export const loader = loadCompare

type Loaded = Awaited<ReturnType<typeof loader>>
type Words = (typeof whatWorksWords)['nl']

export const meta = pageMeta<Words, Loaded>(
  whatWorksWords,
  (words, loaded) => (loaded ? heading(words, loaded.chosen.length) : words.title),
  (words) => words.description,
)

const heading = (words: Words, chosen: number): string => (chosen === 0 ? words.title : words.titleChosen(chosen))

/** Programmes and initiatives side by side, where they count the same. */
export default function WhatWorksPage() {
  const { subjects, comparison, chosen, isTooMany, most, year, definitions } = useLoaderData<typeof loader>()
  const language = useLanguage()
  const words = whatWorksWords[language]
  return (
    <div className="wrap">
      <div className="head">
        <h1>{heading(words, chosen.length)}</h1>
        <p className="lead">{words.lead}</p>
      </div>
      <div className="grid g-main">
        <div className="stack-6">
          {isTooMany ? <Alert kind="warn" title={words.choose.tooMany(most)} /> : null}
          {comparison === undefined ? (
            <EmptyState title={subjects.length === 0 ? words.nothingYet : words.noneTitle}>
              <p>{words.none}</p>
            </EmptyState>
          ) : (
            <Compared comparison={comparison} names={definitions.names} />
          )}
          <Hiding />
          <Definitions definitions={definitions} />
        </div>
        <aside>
          <ChooseForm key={chosen.join(' ')} {...{ subjects, chosen, most, year }} />
        </aside>
      </div>
    </div>
  )
}

function Compared({
  comparison: { groups, women, apart, nothing },
  names,
}: {
  readonly comparison: NonNullable<Loaded['comparison']>
  readonly names: Readonly<Record<string, string>>
}) {
  const language = useLanguage()
  const words = whatWorksWords[language]
  return (
    <>
      {groups.length === 0 && apart.length > 0 ? <Alert kind="info" title={words.noTable} /> : null}
      {groups.map((group) => (
        <section key={`${group.definition} ${group.period}`} aria-labelledby={`g-${group.period}`}>
          <h2 id={`g-${group.period}`}>{words.group[group.period]}</h2>
          <div className="mt4">
            <OutcomeCompare group={group} names={names} />
          </div>
        </section>
      ))}
      {women.length > 0 ? (
        <section aria-labelledby="women">
          <h2 id="women">{words.women.title}</h2>
          <dl className="dl card mt4">
            {women.map(({ subject, share }) => (
              <div key={subject.id}>
                <dt>{subject.name[language]}</dt>
                <dd>
                  <Women share={share} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ) : null}
      {apart.length > 0 ? (
        <section aria-labelledby="apart">
          <h2 id="apart">{words.apartTitle}</h2>
          <div className="mt4">
            <Apart apart={apart} />
          </div>
        </section>
      ) : null}
      {nothing.map(({ id, name }) => (
        <p key={id}>{words.nothing(name[language])}</p>
      ))}
    </>
  )
}
