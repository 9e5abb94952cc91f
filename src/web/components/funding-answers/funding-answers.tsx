import { Link } from 'react-router'
import type { FundingAnswer } from '../../../modules/funding/index.ts'
import { dateText } from '../../words/format.ts'
import { fundingWords } from '../../words/funding.ts'
import { useLanguage } from '../../words/use-words.ts'
import { Icon, type IconName } from '../icon/icon.tsx'
import { sumText } from './sum-text.ts'

const tags = { can: 'tag t-accent', cannot: 'tag t-shut', ask: 'tag t-open' } as const
const icons = { can: 'check', cannot: 'stop', ask: 'question' } as const satisfies Record<string, IconName>
const stateIcons = {
  met: 'check',
  unmet: 'stop',
  open: 'question',
  judged: 'question',
  closed: 'stop',
  notYet: 'stop',
} as const satisfies Record<string, IconName>

interface Props {
  readonly answers: readonly FundingAnswer[]
  /** Where an answer to the one open question leads; left out: the question is asked without answers to press. */
  readonly answerAt?: ((fact: string, value: string | undefined, id: string) => string) | undefined
  readonly level?: 3 | 4
}

/** What each scheme says: can, cannot or ask; why; whose money; when; what to have ready; and on which rule it rests. */
export function FundingAnswers({ answers, answerAt, level = 3 }: Props) {
  return (
    <ul className="plain funding-answers">
      {answers.map((answer) => (
        <li className="card" key={answer.id} id={`r-${answer.id}`}>
          <OneAnswer answer={answer} answerAt={answerAt} level={level} />
        </li>
      ))}
    </ul>
  )
}

function OneAnswer({ answer, answerAt, level }: { readonly answer: FundingAnswer } & Pick<Props, 'answerAt' | 'level'>) {
  const language = useLanguage()
  const words = fundingWords[language]
  const { id, title, verdict, status, reasons, kind, mind, note, ready, counter, appliedBy, paidTo } = answer
  const Title = level === 4 ? 'h4' : 'h3'
  const isOpen = status === 'open'
  return (
    <>
      <p className="row bare">
        <span className={tags[verdict]}>
          <Icon name={icons[verdict]} />
          {status === 'closed' ? words.closed : words.answers[verdict]}
        </span>
        <span className="small">{kind === 'loan' ? words.loan : words.paidTo[paidTo]}</span>
      </p>
      <Title className="h4">{title}</Title>
      <p className="bare">
        {verdict === 'cannot' && isOpen ? null : <strong>{sumText(answer.sum, language)}</strong>}{' '}
        {isOpen ? (verdict === 'ask' ? words.askWhom(answer.decides) : words.decides(answer.decides)) : reasons[0]?.text}
      </p>
      {answer.question && answerAt ? <OneQuestion id={id} question={answer.question} answerAt={answerAt} /> : null}
      {verdict === 'cannot' && isOpen ? <Unmet reasons={reasons} /> : null}
      {note ? <p className="small bare">{note}</p> : null}
      <details>
        <summary>
          {words.why} <span className="vh">{title}</span>
        </summary>
        <ul className="plain stack-2 small mt4">
          {reasons.map(({ state, text }) => (
            <li key={text} className="reason">
              <Icon name={stateIcons[state]} />
              <span>
                {text} <em>{words.states[state]}.</em>
              </span>
            </li>
          ))}
        </ul>
        {mind && isOpen ? <p className="small">{mind}</p> : null}
        {isOpen ? <p className="small">{words.appliedBy[appliedBy]}</p> : null}
        {counter && isOpen ? (
          <p className="small">
            {words.counter[counter.state](dateText(counter.from, language), dateText(counter.to, language))}
          </p>
        ) : null}
        {ready.length > 0 && isOpen ? (
          <>
            <p className="small bare">
              <strong>{words.ready}</strong>
            </p>
            <ul className="small">
              {ready.map((each) => (
                <li key={each}>{each}</li>
              ))}
            </ul>
          </>
        ) : null}
        <RestsOn answer={answer} />
      </details>
      <p className="note bare">
        {words.checked(dateText(answer.checkedOn, language))}{' '}
        {answer.sourceUrl ? (
          <a href={answer.sourceUrl}>
            {words.source}
            <span className="vh">: {title}</span>
          </a>
        ) : null}
      </p>
    </>
  )
}

function Unmet({ reasons }: Pick<FundingAnswer, 'reasons'>) {
  const words = fundingWords[useLanguage()]
  return (
    <ul className="plain small">
      {reasons
        .filter(({ state }) => state === 'unmet')
        .map(({ text }) => (
          <li key={text} className="reason">
            <Icon name="stop" />
            <span>
              {text} <em>{words.states.unmet}.</em>
            </span>
          </li>
        ))}
    </ul>
  )
}

function OneQuestion({
  id,
  question: { fact, text, choices },
  answerAt,
}: {
  readonly id: string
  readonly question: NonNullable<FundingAnswer['question']>
  readonly answerAt: NonNullable<Props['answerAt']>
}) {
  const words = fundingWords[useLanguage()]
  return (
    <div className="one-question">
      <p className="bare" id={`q-${id}`}>
        <span className="small">{words.question}</span> <strong>{text}</strong>
      </p>
      <ul className="plain linkrow" aria-labelledby={`q-${id}`}>
        {choices ? (
          choices.map(({ value, text: choice }) => (
            <li key={value}>
              <Link to={answerAt(fact, value, id)} rel="nofollow">
                {choice}
              </Link>
            </li>
          ))
        ) : (
          <li>
            <a href={answerAt(fact, undefined, id)}>
              {words.toField}
              <span className="vh">: {text}</span>
            </a>
          </li>
        )}
      </ul>
    </div>
  )
}

function RestsOn({ answer: { validFrom, validTo, certainty, source } }: { readonly answer: FundingAnswer }) {
  const language = useLanguage()
  const words = fundingWords[language]
  const day = (date: string): string => dateText(date, language)
  return (
    <p className="note">
      {validTo === undefined ? words.since(day(validFrom)) : words.until(day(validFrom), day(validTo))}{' '}
      {words.certainty[certainty]} {words.source}: <span lang="en">{source}</span>.
    </p>
  )
}
