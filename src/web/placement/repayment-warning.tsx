import type { RepaymentWords } from '../../modules/placements/index.ts'
import { Alert } from '../components/alert/alert.tsx'
import { fundingWords } from '../words/funding.ts'
import { useLanguage } from '../words/use-words.ts'

/** A text of a placement in which somebody pays training back: the words, and what the law says of it. */
export function RepaymentWarning({ found }: { readonly found: readonly RepaymentWords[] }) {
  const words = fundingWords[useLanguage()].clause
  if (found.length === 0) return null
  return (
    <Alert kind="warn" title={words.found}>
      <ul className="small">
        {found.map(({ language, words: said, obliged }) => (
          <li key={`${language} ${said}`}>
            <q lang={language}>{said}</q>
            {obliged ? (
              <>
                {'. '}
                {words.obliged} <q lang={language}>{obliged}</q>
              </>
            ) : null}
          </li>
        ))}
      </ul>
      <p className="small">
        {words.void} {words.ask}
      </p>
    </Alert>
  )
}
