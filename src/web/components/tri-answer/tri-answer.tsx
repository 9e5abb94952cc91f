import { questionWords } from '../../words/question.ts'
import { skillWords } from '../../words/skills.ts'
import { useLanguage } from '../../words/use-words.ts'
import { Icon } from '../icon/icon.tsx'

export type AnswerValue = 'no' | 'little' | 'yes' | 1 | 2 | 3 | 4

export interface TriAnswerProps {
  readonly skill: string
  readonly label: string
  /** Why we ask. */
  readonly source: string
  readonly answer?: AnswerValue | undefined
}

/** One skill: yes, a little, no; or a level for who wants to be exact. Skipping is allowed. */
export function TriAnswer({ skill, label, source, answer }: TriAnswerProps) {
  const language = useLanguage()
  const words = questionWords[language]
  const { levels } = skillWords[language]
  const name = `answer:${skill}`
  const isLevel = typeof answer === 'number'
  const isYes = answer === 'yes' || (isLevel && answer > 1)
  return (
    <fieldset className={isYes ? 'yes' : undefined}>
      <legend>{label}</legend>
      <p className="src">{isLevel ? `${source}. ${levels[answer]}` : source}</p>
      <div className="seg">
        <label className="y">
          <input type="radio" name={name} value={isLevel && answer > 1 ? answer : 'yes'} defaultChecked={isYes} />
          <Icon name="check" />
          {words.yes}
        </label>
        <label className="b">
          <input
            type="radio"
            name={name}
            value={answer === 1 ? 1 : 'little'}
            defaultChecked={answer === 'little' || answer === 1}
          />
          <Icon name="wave" />
          {words.little}
        </label>
        <label className="z">
          <input type="radio" name={name} value="no" defaultChecked={answer === 'no'} />
          <Icon name="minus" />
          {words.no}
        </label>
      </div>
    </fieldset>
  )
}
