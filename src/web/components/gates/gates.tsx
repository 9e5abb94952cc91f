import { Link } from 'react-router'
import type { Profile } from '../../../modules/people/index.ts'
import type { ConditionView, WhyNotView } from '../../../modules/planning/index.ts'
import type { Language } from '../../../modules/skills/index.ts'
import { pathTo } from '../../paths.ts'
import { conditionKind, conditionSentence, conditionTitle, conditionWords } from '../../words/conditions.ts'
import { euroText, listText } from '../../words/format.ts'
import { moneyWords } from '../../words/money.ts'
import { useLanguage } from '../../words/use-words.ts'
import { whyNotWords } from '../../words/why-not.ts'
import { termAnchor } from '../good-question/good-question.tsx'
import { Icon } from '../icon/icon.tsx'

interface Gate {
  readonly key: string
  readonly state: 'open' | 'shut' | 'unsure'
  readonly title: string
  readonly text: string
  /** Where this person answers what is not known. */
  readonly answerAt?: string
}

type GatesGiven = Pick<WhyNotView, 'vacancy' | 'conditions' | 'skills'>

/** The conditions of one vacancy as stations: open, shut, or not known; behind the first barrier the line goes on in dots. */
export function Gates({ view, profile }: { readonly view: GatesGiven; readonly profile: Profile }) {
  const language = useLanguage()
  const words = whyNotWords[language]
  const gates = gatesOf(view, profile, language)
  const firstShut = gates.findIndex(({ state }) => state === 'shut')
  const wage = view.vacancy.wageMonthEuro
  return (
    <ol className="gates">
      {gates.map((gate, index) => (
        <li key={gate.key} className={`${gate.state}${firstShut >= 0 && index > firstShut ? ' after' : ''}`}>
          <span className="g" aria-hidden="true" />
          <div>
            <h3>
              {gate.title} <GateTag state={gate.state} />
            </h3>
            <p className="small">
              {gate.text}
              {gate.answerAt ? (
                <>
                  {' '}
                  <Link to={`${pathTo('profile', language)}#${gate.answerAt}`}>{words.answer}</Link>
                </>
              ) : null}
            </p>
          </div>
        </li>
      ))}
      <li className={firstShut >= 0 ? 'end after' : 'end'}>
        <span className="g" aria-hidden="true" />
        <div>
          <h3>{words.job(view.vacancy.title)}</h3>
          {wage ? (
            <p className="small">
              {euroText(wage[0], language)} {conditionWords[language].to} {euroText(wage[1], language)}{' '}
              {moneyWords[language].gross}
            </p>
          ) : null}
        </div>
      </li>
    </ol>
  )
}

function GateTag({ state }: { readonly state: Gate['state'] }) {
  const words = whyNotWords[useLanguage()]
  if (state === 'open') {
    return (
      <span className="tag t-have">
        <Icon name="check" />
        {words.open}
      </span>
    )
  }
  return (
    <span className={state === 'shut' ? 'tag t-miss' : 'tag t-shut'}>
      <Icon name={state === 'shut' ? 'cross' : 'question'} />
      {state === 'shut' ? words.shut : words.unknown}
    </span>
  )
}

function gatesOf(view: GatesGiven, profile: Profile, language: Language): Gate[] {
  const terms = view.conditions.filter(({ key }) => conditionKind(key) !== 'skill')
  const asGate = (condition: ConditionView): Gate => ({
    key: condition.key,
    state: condition.state === 'unmet' ? 'shut' : 'unsure',
    title: conditionTitle(condition, language),
    text: conditionSentence(condition, language, profile),
    ...(condition.state === 'unknown' && isOursToAnswer(condition, profile)
      ? { answerAt: termAnchor(conditionKind(condition.key)) }
      : {}),
  })
  const always = (['hours', 'place', 'wage'] as const).map((key) => {
    const condition = terms.find((one) => one.key === key)
    return condition ? asGate(condition) : openTerm(key, view, profile, language)
  })
  const others = terms.filter(({ key }) => key !== 'hours' && key !== 'place' && key !== 'wage').map(asGate)
  const order = { open: 0, unsure: 1, shut: 2 }
  return [skillGate(view, language), ...always, ...others].sort((a, b) => order[a.state] - order[b.state])
}

function isOursToAnswer({ key }: ConditionView, profile: Profile): boolean {
  const kind = conditionKind(key)
  if (kind === 'place' || kind === 'wage' || kind === 'permit') return false
  return !(kind === 'hours' && profile.hours !== undefined)
}

const mostLabels = 4

function skillGate(view: GatesGiven, language: Language): Gate {
  const words = whyNotWords[language]
  const skills = view.conditions.filter(({ key }) => conditionKind(key) === 'skill')
  const labels = (state: ConditionView['state']): string => {
    const all = skills.filter((one) => one.state === state).map(({ label = '' }) => label)
    const rest = all.length - mostLabels
    return rest > 0 ? `${all.slice(0, mostLabels).join(', ')} ${words.more(rest)}` : listText(all, language)
  }
  const title = conditionWords[language].skills
  if (skills.some(({ state }) => state === 'unmet'))
    return { key: 'skills', state: 'shut', title, text: words.skillsShut(labels('unmet')) }
  if (skills.length > 0) return { key: 'skills', state: 'unsure', title, text: words.skillsUnknown(labels('unknown')) }
  const have = view.skills.filter(({ state }) => state === 'have' || state === 'near').length
  return { key: 'skills', state: 'open', title, text: words.skillsOpen(have, view.skills.length) }
}

function openTerm(key: 'hours' | 'place' | 'wage', { vacancy }: GatesGiven, profile: Profile, language: Language): Gate {
  const words = whyNotWords[language]
  const { to } = conditionWords[language]
  const pair = (range: readonly [number, number]): string =>
    range[0] === range[1] ? `${range[1]}` : `${range[0]} ${to} ${range[1]}`
  const gate = (text: string): Gate => ({ key, state: 'open', title: conditionWords[language][key], text })
  if (key === 'hours') {
    return gate(profile.hours && vacancy.hours ? words.hoursOpen(pair(vacancy.hours), pair(profile.hours)) : words.notAsked)
  }
  if (key === 'place') {
    if (profile.postcode4 === undefined && profile.municipality === undefined) return gate(words.youDidNotSay)
    return gate(vacancy.remoteShare === 100 ? words.placeRemote : words.placeOpen(vacancy.placeName ?? ''))
  }
  if (profile.wageFloorMonthEuro === undefined) return gate(words.youDidNotSay)
  return gate(vacancy.wageMonthEuro ? words.wageOpen(euroText(vacancy.wageMonthEuro[1], language)) : words.notAsked)
}
