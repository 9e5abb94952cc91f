import { availableText, folkWords, languagesText } from '../../words/folk.ts'
import { introductionWords } from '../../words/introduction.ts'
import { skillWords } from '../../words/skills.ts'
import { useLanguage } from '../../words/use-words.ts'
import { Icon } from '../icon/icon.tsx'

export interface ShownSkillView {
  readonly id: string
  readonly label: string
  readonly level?: 1 | 2 | 3 | 4 | 'little' | undefined
  readonly isProven: boolean
  /** The vacancy asks it. */
  readonly isAsked: boolean
}

export interface ShownProfileView {
  readonly place?: string | undefined
  readonly hours?: readonly [number, number] | undefined
  readonly days?: number | undefined
  readonly available?: string | undefined
  readonly occupation?: string | undefined
  readonly workField?: 'ict' | 'other' | undefined
  readonly diplomaLevel?: number | undefined
  readonly languages?: Readonly<Record<string, number>> | undefined
  readonly skills: readonly ShownSkillView[]
}

/** A profile without a name, in full, as one organisation sees it in an introduction. */
export function ShownProfile({ profile }: { readonly profile: ShownProfileView }) {
  const language = useLanguage()
  const words = introductionWords[language].shown
  const { skills } = profile
  const asked = skills.filter(({ isAsked }) => isAsked)
  const others = skills.filter(({ isAsked }) => !isAsked)
  return (
    <section aria-labelledby="shown">
      <h2 id="shown">{words.title}</h2>
      <p className="mt4">{words.text}</p>
      {linesOf(profile, language).map((line) => (
        <p className="small bare" key={line}>
          {line}
        </p>
      ))}
      {skills.length === 0 ? <p className="mt4">{words.none}</p> : null}
      {asked.length > 0 ? <Skills title={words.asked} skills={asked} /> : null}
      {others.length > 0 ? <Skills title={words.others} skills={others} /> : null}
      {skills.length > 0 ? <p className="note mt4">{words.notAll}</p> : null}
    </section>
  )
}

function Skills({ title, skills }: { readonly title: string; readonly skills: readonly ShownSkillView[] }) {
  const words = skillWords[useLanguage()]
  const folk = introductionWords[useLanguage()].shown
  return (
    <>
      <h3 className="h4 mt4">{title}</h3>
      <ul className="plain shown-skills">
        {skills.map(({ id, label, level, isProven }) => (
          <li key={id}>
            <span className="tag t-open">
              <Icon name={isProven ? 'check' : 'wave'} />
              {label}
            </span>{' '}
            <span className="note">
              {[
                level === undefined ? undefined : words.levels[level === 'little' ? 1 : level],
                isProven ? folk.proven : folk.said,
              ]
                .filter((part) => part !== undefined)
                .join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

function linesOf(profile: ShownProfileView, language: 'nl' | 'en'): string[] {
  const words = folkWords[language]
  const { place, hours, days, available, occupation, workField, diplomaLevel, languages } = profile
  const work = occupation ?? (workField && words.workField[workField])
  const terms = [
    place,
    hours && words.hours(...hours),
    days === undefined ? undefined : words.days(days),
    available === undefined ? undefined : availableText(available, language),
  ].filter((part) => part !== undefined)
  return [
    ...(terms.length === 0 ? [] : [`${terms.join(', ')}.`]),
    ...(work === undefined ? [] : [words.cameFrom(work)]),
    ...(diplomaLevel === undefined ? [] : [words.diploma(diplomaLevel)]),
    ...(languages === undefined ? [] : [words.languages(languagesText(languages as never, language))]),
  ]
}
