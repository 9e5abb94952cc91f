import { findRepayment, type RepaymentClause } from '../../funding/index.ts'
import type { Check, CheckedText, Words } from '../check.ts'
import { isNotSaid } from './excuses.ts'
import { markAt, type Remark } from './marks.ts'

const id = 'repayment-clause'
const title: Words = { nl: 'Opleiding terugbetalen', en: 'Paying training back' }

/** A clause to pay training back: void where law or collective agreement obliges the training. */
export const repayment: Check = {
  id,
  title,
  sources: [
    { name: 'Burgerlijk Wetboek 7:611a, sinds 1-8-2022', url: 'https://wetten.overheid.nl/BWBR0005290', sureness: 'unverified' },
  ],
  run(checked) {
    const clauses = findRepayment(checked.text).filter((clause) => !isNotSaid(checked, clause))
    return { marks: clauses.map((clause) => markAt(checked, clause, remarkOf(checked, clause))) }
  },
}

function remarkOf({ text }: CheckedText, { obliged }: RepaymentClause): Remark {
  if (obliged === undefined)
    return {
      check: id,
      severity: 'tip',
      title: { nl: 'Tip: is deze opleiding verplicht?', en: 'Tip: is this training obliged?' },
      why: {
        nl: 'Moet de opleiding van de wet of de cao? Dan is zij gratis en in werktijd. Terugbetalen mag je dan niet vragen.',
        en: 'Does law or collective agreement oblige the training? Then it is free and in working time. You may not ask it back.',
      },
    }
  const words = text.slice(obliged.start, obliged.end)
  return {
    check: id,
    severity: 'law',
    title: { nl: 'Verplichte opleiding terugbetalen mag niet', en: 'An obliged training may not be asked back' },
    why: {
      nl: `Er staat ‘${words}’. Scholing die de wet of de cao verplicht, is gratis en in werktijd. Zo’n afspraak is niet geldig. (BW, artikel 7:611a)`,
      en: `It says ‘${words}’. Training that law or collective agreement obliges is free and in working time. Such a clause is void. (Dutch Civil Code, article 7:611a)`,
    },
  }
}
