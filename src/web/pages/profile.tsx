import { useEffect, useRef } from 'react'
import { Form, Link, useActionData, useLoaderData } from 'react-router'
import { Alert } from '../components/alert/alert.tsx'
import { ExamplePeople } from '../components/example-people/example-people.tsx'
import { Icon } from '../components/icon/icon.tsx'
import { TriAnswer } from '../components/tri-answer/tri-answer.tsx'
import { pathTo } from '../paths.ts'
import { ConceptPicker } from '../profile/concept-picker.tsx'
import { GoalForm } from '../profile/goal-form.tsx'
import { profileAction } from '../profile/profile-action.ts'
import { profileLoader } from '../profile/profile-loader.ts'
import { MeterBar, ProfileMeter } from '../profile/profile-meter.tsx'
import type { TermFieldName } from '../profile/term-fields.ts'
import { TermsForm } from '../profile/terms-form.tsx'
import { pageMeta } from '../shell/page-meta.ts'
import { profileWords } from '../words/profile.ts'
import { skillWords } from '../words/skills.ts'
import { useLanguage } from '../words/use-words.ts'

export const loader = profileLoader
export const action = profileAction
export const meta = pageMeta(
  profileWords,
  (words) => words.title,
  (words) => words.lead,
)

const nothingWrong = {}

type Loaded = ReturnType<typeof useLoaderData<typeof profileLoader>>

export default function ProfilePage() {
  const loaded = useLoaderData<typeof profileLoader>()
  const answer = useActionData() as { readonly wrong?: Readonly<Record<string, string>> } | undefined
  const wrong = answer?.wrong ?? nothingWrong
  const language = useLanguage()
  const words = profileWords[language]
  return (
    <div className="wrap">
      <div className="head">
        <h1>{words.title}</h1>
        <p className="lead">{words.lead}</p>
      </div>
      <div className="grid g-main">
        <div className="stack-7">
          <WrongSummary wrong={wrong} />
          <Occupations loaded={loaded} />
          <Skills loaded={loaded} />
          <section className="q" aria-labelledby="cv">
            <h2 id="cv">{words.cvTitle}</h2>
            <p>{words.cvText}</p>
            <p>
              <Link className="btn btn-2" to={pathTo('cv', language)}>
                {words.cvAction}
              </Link>
            </p>
          </section>
          <section className="q" aria-labelledby="terms">
            <h2 id="terms">{words.terms}</h2>
            <p className="note">{words.termsLead}</p>
            <div className="mt5">
              <TermsForm profile={loaded.profile} wrong={wrong} municipalities={loaded.municipalities} schemes={loaded.schemes} />
            </div>
          </section>
          <section className="q" id="doel" aria-labelledby="goal">
            <h2 id="goal">{words.sections.doel}</h2>
            <p className="note">{words.goalLead}</p>
            <GoalForm profile={loaded.profile} occupations={loaded.goal.occupations} regions={loaded.goal.regions} />
          </section>
          {loaded.isEmpty ? (
            <section className="q" aria-labelledby="people">
              <h2 id="people">{words.examplesTitle}</h2>
              <ExamplePeople people={loaded.examples} />
            </section>
          ) : null}
        </div>
        <ProfileMeter profile={loaded.profile} fitNow={loaded.fitNow} />
      </div>
      <MeterBar profile={loaded.profile} fitNow={loaded.fitNow} />
    </div>
  )
}

function WrongSummary({ wrong }: { readonly wrong: Readonly<Record<string, string>> }) {
  const words = profileWords[useLanguage()]
  const names = Object.keys(wrong)
  const box = useRef<HTMLDivElement>(null)
  // With a script the page stays where it was: bring the person to what is wrong.
  useEffect(() => {
    if (Object.keys(wrong).length > 0) box.current?.focus()
  }, [wrong])
  if (names.length === 0) return null
  const label = (name: string): string =>
    name === 'hours' ? words.hours : name === 'place' ? words.place : words.fields[name as TermFieldName].label
  return (
    <div ref={box} tabIndex={-1}>
      <Alert kind="error" title={words.wrongTitle(names.length)} isNew>
        <ul className="plain small">
          {names.map((name) => (
            <li key={name}>
              <a href={`#f-${name}`}>{label(name)}</a>
            </li>
          ))}
        </ul>
        <p className="small">{words.wrongKept}</p>
      </Alert>
    </div>
  )
}

function Occupations({ loaded }: { readonly loaded: Loaded }) {
  const words = profileWords[useLanguage()]
  const { occupations, occupationSearch } = loaded
  return (
    <section id="beroep" aria-labelledby="occ">
      <h2 id="occ" className="vh">
        {words.occupationHeading}
      </h2>
      <ConceptPicker type="occupation" text={occupationSearch.text} found={occupationSearch.found} at="beroep" />
      {occupations.length > 0 ? (
        <ul className="chosen" aria-label={words.chosen}>
          {occupations.map(({ id, label }) => (
            <li key={id}>
              <strong>{label}</strong>
              <Form method="post" preventScrollReset>
                <input type="hidden" name="intent" value="removeOccupation" />
                <input type="hidden" name="at" value="beroep" />
                <button className="btn btn-3 btn-s" type="submit" name="occupation" value={id} aria-label={words.remove(label)}>
                  <Icon name="cross" />
                </button>
              </Form>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  )
}

function Skills({ loaded }: { readonly loaded: Loaded }) {
  const language = useLanguage()
  const words = profileWords[language]
  const { suggestions, answers, skillSearch, occupations } = loaded
  return (
    <section className="q" id="skills" aria-labelledby="sk">
      <h2 id="sk">{occupations.length > 0 ? words.skills : words.skillsEmpty}</h2>
      <p className="note">
        {words.skillsNote} <span className="nowrap">{words.skillsDone(answers.length)}</span>
      </p>
      {suggestions.length > 0 ? (
        <Form method="post" className="mt4" preventScrollReset key={suggestions.map(({ id }) => id).join()}>
          <input type="hidden" name="intent" value="answers" />
          <input type="hidden" name="at" value="skills" />
          <div className="tri">
            {suggestions.map(({ id, label, why }) => (
              <TriAnswer
                key={id}
                skill={id}
                label={label}
                source={why.kind === 'asked' ? words.why.asked : words.why[why.kind](why.label ?? '')}
              />
            ))}
          </div>
          <p className="saverow">
            <button className="btn btn-2" type="submit">
              {words.saveSkills}
            </button>
          </p>
        </Form>
      ) : (
        <p>{words.noMoreSkills}</p>
      )}
      {answers.length > 0 ? (
        <details className="twin">
          <summary>{words.answered(answers.length)}</summary>
          <ul className="chosen">
            {answers.map(({ id, label, answer }) => (
              <li key={id}>
                <span>
                  <strong>{label}</strong>:{' '}
                  {typeof answer === 'number' ? skillWords[language].levels[answer] : words.answers[answer]}
                </span>
                <Form method="post" preventScrollReset>
                  <input type="hidden" name="intent" value="answer" />
                  <input type="hidden" name="at" value="skills" />
                  <button className="btn btn-3 btn-s" type="submit" name="skill" value={id} aria-label={words.remove(label)}>
                    <Icon name="cross" />
                  </button>
                </Form>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <h3 className="h4 mt5">{words.addSkill}</h3>
      <ConceptPicker type="skill" text={skillSearch.text} found={skillSearch.found} at="skills" />
    </section>
  )
}
