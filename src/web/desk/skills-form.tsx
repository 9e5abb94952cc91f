import { Form } from 'react-router'
import { Alert } from '../components/alert/alert.tsx'
import { Choice, Field } from '../organisation/field.tsx'
import { deskWords } from '../words/desk.ts'
import { useLanguage } from '../words/use-words.ts'
import type { DeskWrong } from './desk-action.ts'
import type { VacancyLoaded } from './terms-form.tsx'

/** The skills that are asked: how heavy each is, and at what level; one more by name. */
export function SkillsForm({ loaded, wrong }: { readonly loaded: VacancyLoaded; readonly wrong: DeskWrong | undefined }) {
  const { record, labels, version, asked } = loaded
  const words = deskWords[useLanguage()].vacancy
  return (
    <section aria-labelledby="skills">
      <h2 id="skills" className="h3">
        {words.skills}
      </h2>
      <p className="mt4">{words.skillsText}</p>
      {record.requirements.length === 0 ? (
        <p className="mt4">{words.noSkills}</p>
      ) : (
        <Form method="post" className="mt4" noValidate>
          <input type="hidden" name="intent" value="skills" />
          <input type="hidden" name="version" value={version} />
          <ul className="plain desk-skills">
            {record.requirements.map(({ skill, weight, level }, at) => (
              <Skill key={skill} at={at} skill={skill} label={labels[at] ?? skill} weight={weight} level={level} />
            ))}
          </ul>
          <button className="btn btn-2 mt4" type="submit">
            {words.saveSkills}
          </button>
        </Form>
      )}
      {asked ? <Which asked={asked} /> : null}
      <Form method="post" className="stack-4 mt5" noValidate>
        <input type="hidden" name="intent" value="addSkill" />
        <Field
          name="name"
          id="skill-name"
          label={words.addSkill}
          hint={words.addHint}
          value={wrong?.intent === 'addSkill' ? wrong.given.name : ''}
          autoComplete="off"
        />
        <button className="btn btn-3" type="submit">
          {words.addSkill}
        </button>
      </Form>
    </section>
  )
}

function Skill({
  at,
  skill,
  label,
  weight,
  level,
}: {
  readonly at: number
  readonly skill: string
  readonly label: string
  readonly weight: string
  readonly level: number | undefined
}) {
  const words = deskWords[useLanguage()].vacancy
  return (
    <li>
      <fieldset className="plainset">
        <legend className="label">{label}</legend>
        <input type="hidden" name="skill" value={skill} />
        <div className="desk-skill">
          <Choice
            name={`weight-${at}`}
            label={words.weight}
            value={weight}
            choices={Object.entries(words.weights).map(([value, text]) => ({ value, text }))}
          />
          <Choice
            name={`level-${at}`}
            label={words.skillLevel}
            value={String(level ?? '')}
            choices={[
              { value: '', text: words.anyLevel },
              ...words.levels.map((text, index) => ({ value: String(index + 1), text })),
            ]}
          />
          <label className="check">
            <input type="checkbox" name={`drop-${at}`} value="yes" />
            <span>{words.drop}</span>
          </label>
        </div>
      </fieldset>
    </li>
  )
}

/** Skills that a word may mean: one button each. */
function Which({ asked: { text, found } }: { readonly asked: NonNullable<VacancyLoaded['asked']> }) {
  const words = deskWords[useLanguage()].vacancy
  return (
    <div className="mt5">
      <Alert kind="info" title={found.length === 0 ? words.foundNone(text) : words.found(text)}>
        <ul className="plain stack-3">
          {found.map(({ id, label }) => (
            <li key={id}>
              <Form method="post">
                <input type="hidden" name="intent" value="addSkill" />
                <input type="hidden" name="skill" value={id} />
                <button className="btn btn-2 btn-s" type="submit">
                  {words.add(label)}
                </button>
              </Form>
            </li>
          ))}
        </ul>
      </Alert>
    </div>
  )
}
