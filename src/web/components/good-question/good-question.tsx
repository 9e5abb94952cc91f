import { useId } from 'react'
import { Form, Link, useLocation } from 'react-router'
import type { QuestionView } from '../../../modules/planning/index.ts'
import { pathTo } from '../../paths.ts'
import { conditionTitle } from '../../words/conditions.ts'
import { lowerFirst } from '../../words/format.ts'
import { questionWords } from '../../words/question.ts'
import { skillWords } from '../../words/skills.ts'
import { useLanguage } from '../../words/use-words.ts'

/** One question, nothing chosen beforehand; every button is an answer that is kept. */
export function GoodQuestion({ question }: { readonly question: QuestionView }) {
  const language = useLanguage()
  const words = questionWords[language]
  const title = useId()
  return (
    <section className="sec card noprint" aria-labelledby={title}>
      <div className="grid g2 midway">
        <div>
          <h2 id={title} className="h3">
            {words.title}
          </h2>
          <p>{words.lead}</p>
        </div>
        <Answers question={question} />
      </div>
    </section>
  )
}

function Answers({ question }: { readonly question: QuestionView }) {
  const language = useLanguage()
  const words = questionWords[language]
  const { pathname, search } = useLocation()
  const colon = question.ask.indexOf(':')
  const kind = colon < 0 ? question.ask : question.ask.slice(0, colon)
  if (kind !== 'skill' && kind !== 'level') {
    const condition = { key: question.ask as never, ...(question.label === undefined ? {} : { label: question.label }) }
    return (
      <p>
        <strong>{words.term(lowerFirst(conditionTitle(condition, language)))}</strong>{' '}
        <Link className="btn btn-2" to={`${pathTo('profile', language)}#${termAnchor(kind)}`}>
          {words.toProfile}
        </Link>
      </p>
    )
  }
  const skill = question.ask.slice(colon + 1)
  const label = question.label ?? skill
  const { levels } = skillWords[language]
  const answers: readonly (readonly [string, string])[] =
    kind === 'level'
      ? ([1, 2, 3, 4] as const).map((level) => [String(level), levels[level]] as const)
      : [
          ['yes', words.yes],
          ['little', words.little],
          ['no', words.no],
        ]
  return (
    <Form method="post" action={pathTo('profile', language)} preventScrollReset>
      <input type="hidden" name="intent" value="answer" />
      <input type="hidden" name="skill" value={skill} />
      <input type="hidden" name="back" value={`${pathname}${search}`} />
      <fieldset className="plainset">
        <legend className="label">{kind === 'level' ? words.level(label) : words.skill(label)}</legend>
        <div className="seg segbtn">
          {answers.map(([value, text]) => (
            <button key={value} type="submit" name="answer" value={value}>
              {text}
            </button>
          ))}
        </div>
      </fieldset>
    </Form>
  )
}

/** Part of the profile page where a term is answered. */
export function termAnchor(kind: string): string {
  if (kind === 'hours' || kind === 'days' || kind === 'start') return 'uren'
  if (kind === 'place') return 'reizen'
  if (kind === 'wage') return 'geld'
  if (kind === 'language') return 'talen'
  return 'verder'
}
