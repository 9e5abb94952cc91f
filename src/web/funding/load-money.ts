import type { LoaderFunctionArgs } from 'react-router'
import { allQuestions, wageRange } from '../../modules/funding/index.ts'
import { siteContext } from '../context.ts'
import { languageOfPath, pageUrl } from '../paths.ts'
import { readFacts } from './read-facts.ts'

/** All of the page of money: schemes with their answers to what stands in the query, and minimum wages. Nothing is kept. */
export async function loadMoney({ request, context }: LoaderFunctionArgs) {
  const { funding } = context.get(siteContext).modules
  const url = pageUrl(request)
  const language = languageOfPath(url.pathname)
  const questions = allQuestions(language)
  const { facts, who, wrong } = readFacts(url.searchParams, questions)
  const [check, plain, bbl] = await Promise.all([
    funding.check({ facts, who, language }),
    funding.wages(false),
    funding.wages(true),
  ])
  const range = wageRange(bbl, facts.age)
  return {
    facts,
    who,
    wrong,
    answers: check.answers,
    questions: questions.filter(({ fact }) => check.asks.has(fact)),
    wages: plain.map((wage) => ({ ...wage, bblCents: bbl.find(({ age }) => age === wage.age)?.centsPerHour })),
    range: range && { lowCents: range.low.centsPerHour, highCents: range.high.centsPerHour },
  }
}

export type LoadedMoney = Awaited<ReturnType<typeof loadMoney>>
