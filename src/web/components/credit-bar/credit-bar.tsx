import { placed } from '../../placed.ts'
import { creditWords } from '../../words/credits.ts'
import { numberText } from '../../words/format.ts'
import { useLanguage } from '../../words/use-words.ts'

interface CreditBarProps {
  readonly scale: 'ects' | 'sbu'
  readonly all: number
  readonly earned: number
  readonly running: number
  readonly toGo: number
}

/** Credits that are earned, that run and that are to go, as one bar; the numbers stand below as text. */
export function CreditBar({ scale, all, earned, running, toGo }: CreditBarProps) {
  const language = useLanguage()
  const words = creditWords[language]
  const share = (part: number): number => (all === 0 ? 0 : (100 * part) / all)
  const parts = [
    { key: 'earned', credits: earned, word: words.earned },
    { key: 'running', credits: running, word: words.running },
    { key: 'toGo', credits: toGo, word: words.toGo },
  ] as const
  return (
    <div className="credit-bar">
      <div className="credit-bar-b" aria-hidden="true">
        <i className="cb-earned" {...placed({ at: 0, size: share(earned) })} />
        <i className="cb-running" {...placed({ at: share(earned), size: share(running) })} />
      </div>
      <ul className="credit-bar-l">
        {parts.map(({ key, credits, word }) => (
          <li key={key}>
            <i className={`cb-key cb-${key}`} aria-hidden="true" />
            <strong className="num">{numberText(credits, language)}</strong> {word}
          </li>
        ))}
        <li className="note">{words.ofAll(words.unit[scale](numberText(all, language)))}</li>
      </ul>
    </div>
  )
}
