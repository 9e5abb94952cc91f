/** Plans as lines of text: one block per plan. */
import type {
  ChangeView,
  ConditionView,
  Loan,
  MoneyMonth,
  PlanGroupView,
  PlanStep,
  PlansView,
  PlanView,
  SkillReason,
} from '../modules/planning/index.ts'
import type { Language } from '../modules/skills/index.ts'
import { asksText } from './ask-text.ts'
import { range, type Words, words } from './words.ts'

const locales = { nl: 'nl-NL', en: 'en-GB' } as const

/** Everything that `schakel plan` answers, line by line. */
export function plansText(view: PlansView, language: Language): string[] {
  const say = words[language]
  const lines = view.basis.demo ? [say.demo, ''] : []
  if (view.groups.length === 0) {
    const changes = view.notYet?.changes ?? []
    lines.push(changes.length === 0 ? say.noPlans : `${say.noPlans} ${say.wouldChange}`)
    lines.push(...changes.map((change) => `  ${changeText(change, say)}`))
  } else {
    lines.push(say.plans(view.counts.certain, view.counts.high))
    for (const [index, group] of view.groups.entries()) lines.push('', ...planBlock(index + 1, group, language))
  }
  const asks = asksText(view.asks, language, euroIn(language))
  return asks.length === 0 ? lines : [...lines, '', ...asks]
}

function planBlock(number: number, { best, opensLow }: PlanGroupView, language: Language): string[] {
  const say = words[language]
  const date = dateIn(language)
  const euro = euroIn(language)
  const title = best.titledBy === 'occupation' && best.vacancy.occupationLabel ? best.vacancy.occupationLabel : best.vacancy.title
  const study = best.studyHoursPerWeek > 0 ? [say.study(best.studyHoursPerWeek)] : []
  const work = best.vacancy.hours ? [say.work(...best.vacancy.hours)] : []
  return [
    `${number}. ${title} - ${say.kinds[best.kind]}`,
    ...best.steps.map((step) => `   ${stepText(step, date, say)}`),
    `   ${say.ready(date(best.readyOn), best.readyInWeeks)}, ${say.firstPaid(date(best.firstPaidOn))}`,
    `   ${say.ownCost(euro(best.ownCostEuro))}`,
    ...best.payers.map(({ label, euro: amount, certainty }) => {
      return `   ${say.pays}: ${label}, ${euro(amount)} (${say.certainty[certainty]})`
    }),
    ...best.loans.map((loan) => `   ${loanText(loan, euro, say)}`),
    ...incomeText(best.money, language).map((line) => `   ${line}`),
    ...(study.length + work.length > 0 ? [`   ${capital([...study, ...work].join('; '))}`] : []),
    `   ${say.fit(percentOf(best.fit))}. ${say.skills}:`,
    ...best.skills.map((reason) => `     ${skillText(reason, best, say)}`),
    ...conditionsText(best.toCheck, say).map((line) => `   ${line}`),
    ...(opensLow > 0 ? [`   ${say.alsoOpens(opensLow)}`] : []),
  ]
}

/** A loan makes nothing cheaper: it stands beside who pays, and says that it is paid back. */
function loanText({ label, fromEuro, toEuro }: Loan, euro: (amount: number) => string, say: Words): string {
  if (toEuro === undefined) return say.loan(label, undefined)
  return say.loan(label, fromEuro === undefined ? say.loanUpTo(euro(toEuro)) : say.loanBetween(euro(fromEuro), euro(toEuro)))
}

function stepText(step: PlanStep, date: (day: string) => string, say: Words): string {
  if (step.kind === 'job') return `${date(step.from)}: ${say.job(step.vacancy.title, step.vacancy.employer)}`
  const period = `${date(step.from)} - ${date(step.until)}`
  if (step.kind === 'wait') return `${period}: ${say.wait}`
  const { title, provider, hoursPerWeek } = step.training
  const more = [say.perWeek(hoursPerWeek), ...(step.withWage ? [say.withWage] : [])].join(', ')
  return `${period}: ${say.learn(title, provider)}, ${more}`
}

/** Months that are alike become one line; what is unknown is said, never counted as zero. */
function incomeText(money: readonly MoneyMonth[], language: Language): string[] {
  const say = words[language]
  const runs: { from: string; until: string; what: string }[] = []
  for (const { month, kind, euro, range } of money) {
    const between =
      range && `${euroIn(language)(range.lowEuro)} - ${euroIn(language)(range.highEuro)} ${say.incomeKinds.trainingIncome}`
    const what = between ?? (euro === undefined ? say.incomeKinds[kind] : `${euroIn(language)(euro)} ${say.incomeKinds[kind]}`)
    const last = runs.at(-1)
    if (last?.what === what) last.until = month
    else runs.push({ from: month, until: month, what })
  }
  return runs.map(({ from, until, what }) => `${say.income}: ${from === until ? from : `${from} - ${until}`}: ${what}`)
}

function skillText(reason: SkillReason, plan: PlanView, say: Words): string {
  const training = plan.steps.find((step) => step.kind === 'training' && step.training.offering === reason.learntIn)
  const because = [
    ...(training?.kind === 'training' ? [say.learntIn(training.training.title)] : []),
    ...(reason.through && reason.through.how !== 'same' ? [say.through(reason.through.label)] : []),
  ]
  return [`${say.states[reason.state]}: ${reason.label}`, ...because].join(', ')
}

export function conditionsText(conditions: readonly ConditionView[], say: Words): string[] {
  if (conditions.length === 0) return []
  return [`${say.toCheck}: ${conditions.map(({ key, label }) => conditionName(key, label, say)).join(', ')}`]
}

function changeText({ changes, opensLow, opensHigh, withTraining }: ChangeView, say: Words): string {
  const what = changes.map((change) => changeName(change, say)).join(' + ')
  return `${what}: ${say.opens(opensLow, opensHigh)}${withTraining ? ` (${say.withTraining})` : ''}`
}

function changeName(change: ChangeView['changes'][number], say: Words): string {
  if ('by' in change) return say.changes[change.item](change.by)
  if (change.item === 'skill') return change.label ?? change.skill
  return conditionName(change.item, change.label ?? ('code' in change ? change.code : undefined), say)
}

export function conditionName(key: string, label: string | undefined, say: Words): string {
  const [kind = key] = key.split(':')
  const name = say.conditions[kind]
  if (name === undefined) return label ?? key
  return label === undefined ? name : `${name} ${label}`
}

export const percentOf = ({ of, outOf }: { of: number; outOf: number }): number =>
  outOf === 0 ? 100 : Math.floor((100 * of) / outOf)

export const rangeOfPercents = (low: { of: number; outOf: number }, high: { of: number; outOf: number }): string =>
  range(percentOf(low), percentOf(high))

function dateIn(language: Language): (day: string) => string {
  const format = new Intl.DateTimeFormat(locales[language], { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
  return (day) => format.format(new Date(`${day}T00:00:00Z`))
}

function euroIn(language: Language): (amount: number) => string {
  const format = new Intl.NumberFormat(locales[language], { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 })
  return (amount) => format.format(amount)
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
