import type { FairnessReport, ProxyFinding, Reach } from '../../modules/fairness/index.ts'
import type { Language } from '../../modules/skills/index.ts'
import type { AverageReach, ReachRow } from '../components/reach-bars/reach-bars.tsx'
import { algorithmWords } from '../words/algorithm.ts'
import { listText } from '../words/format.ts'

/** Per person, to one decimal. */
export function averageReach({ certain, possible }: Reach, pairs: number): AverageReach {
  const each = (sum: number): number => Math.round((10 * sum) / Math.max(1, pairs)) / 10
  return { certain: each(certain), possible: each(possible) }
}

/** Whether every pair reaches the same vacancies, and as surely. */
export function isReachSame({ reasons }: ProxyFinding): boolean {
  return reasons.length === 0
}

/** What changes reach, the largest loss first; what is too few to judge is not in it. */
export function reachRows({ proxies }: FairnessReport, language: Language): ReachRow[] {
  return proxies
    .filter((proxy) => !proxy.tooFew && !isReachSame(proxy))
    .map((proxy) => ({
      key: proxy.id,
      ...algorithmWords[language].proxyNames[proxy.id],
      without: averageReach(proxy.reach.without, proxy.pairs),
      with: averageReach(proxy.reach.with, proxy.pairs),
      why: whyTexts(proxy, language),
    }))
    .sort((a, b) => shareLeft(a) - shareLeft(b))
}

function shareLeft({ without, with: left }: ReachRow): number {
  return left.certain / Math.max(1, without.certain)
}

/** A term that did much is named; one that did next to nothing stands in the table alone. */
const leastShare = 0.02

function whyTexts({ reasons }: ProxyFinding, language: Language): string[] {
  const words = algorithmWords[language]
  const all = reasons.reduce((sum, { shut, unsure, opened }) => sum + shut + unsure + opened, 0)
  return (['shut', 'unsure', 'opened'] as const).flatMap((what) => {
    const terms = reasons.filter((reason) => reason[what] > all * leastShare).map(({ term }) => words.terms[term] ?? term)
    return terms.length === 0 ? [] : [words[what](listText(terms, language))]
  })
}
