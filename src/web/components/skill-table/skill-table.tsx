import type { SkillReason } from '../../../modules/planning/index.ts'
import type { EvidenceDays } from '../../credentials/evidence-ends.ts'
import { credentialWords } from '../../words/credentials.ts'
import { dateText } from '../../words/format.ts'
import { skillWords } from '../../words/skills.ts'
import { useLanguage, useWords } from '../../words/use-words.ts'
import { Icon, type IconName } from '../icon/icon.tsx'
import { countSkills, SkillStrip } from '../skill-strip/skill-strip.tsx'

type State = SkillReason['state']
type Words = (typeof skillWords)['nl']

const looks: Record<State, { readonly tag: string; readonly icon: IconName }> = {
  have: { tag: 't-have', icon: 'check' },
  near: { tag: 't-near', icon: 'wave' },
  learn: { tag: 't-learn', icon: 'plus' },
  unknown: { tag: 't-shut', icon: 'question' },
  miss: { tag: 't-miss', icon: 'cross' },
}

export function SkillTag({ state }: { readonly state: State }) {
  const words = useWords(skillWords)
  const { tag, icon } = looks[state]
  return (
    <span className={`tag ${tag}`}>
      <Icon name={icon} />
      {words.states[state]}
    </span>
  )
}

/** Skill by skill: what you have, through what, what you learn where, and what is still missing. */
export function SkillTable({
  skills,
  trainings = [],
  days,
}: {
  readonly skills: readonly SkillReason[]
  readonly trainings?: readonly { readonly offering: string; readonly title: string }[]
  /** Of the credentials behind skills of who looks. */
  readonly days?: EvidenceDays
}) {
  const words = useWords(skillWords)
  const language = useLanguage()
  const endOf = ({ through }: SkillReason): string => {
    if (through === undefined) return ''
    const { expires, over } = credentialWords[language]
    const [end, ended] = [days?.ends[through.skill], days?.over[through.skill]]
    if (through.evidence !== 'claimed' && end !== undefined) return `, ${expires(dateText(end, language))}`
    return ended === undefined ? '' : `, ${over(dateText(ended, language))}`
  }
  return (
    <>
      <p className="row striprow">
        <SkillStrip skills={skills} />
        <span className="note">{words.counts(countSkills(skills))}</span>
      </p>
      <div className="scroll">
        <table className="stacked skilltab">
          <caption className="vh">{words.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{words.columns.skill}</th>
              <th scope="col">{words.columns.state}</th>
              <th scope="col">{words.columns.how}</th>
            </tr>
          </thead>
          <tbody>
            {skills.map((skill) => (
              <tr key={`${skill.skill} ${skill.weight}`}>
                <th scope="row">
                  {skill.label}
                  <br />
                  <span className="note">
                    {words.weights[skill.weight]}, {words.need(levelWord(words, skill.need))}
                  </span>
                </th>
                <td>
                  <SkillTag state={skill.state} />
                </td>
                <td>
                  {howWeKnow(words, skill, trainings)}
                  {endOf(skill)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function levelWord(words: Words, level: number): string {
  return words.levels[Math.min(4, Math.max(1, Math.round(level))) as 1 | 2 | 3 | 4]
}

function howWeKnow(
  words: Words,
  { state, through, learntIn, weight }: SkillReason,
  trainings: readonly { readonly offering: string; readonly title: string }[],
): string {
  if (state === 'learn') {
    return words.learntIn(trainings.find(({ offering }) => offering === learntIn)?.title ?? '')
  }
  if (state === 'unknown') return words.notAsked
  if (through === undefined) return weight === 'essential' ? words.needed : words.notNeeded
  if (state === 'near' && (through.how === 'same' || through.how === 'specific')) {
    return words.tooLow(through.label, levelWord(words, through.level))
  }
  const evidence = `${words.evidence[through.evidence]}, ${words.atLevel(levelWord(words, through.level))}`
  return through.how === 'same' ? evidence : `${words.how[through.how](through.label)}. ${evidence}`.replace('..', '.')
}
