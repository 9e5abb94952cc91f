import { useEffect, useRef, useState } from 'react'
import type { VacancyCheckView } from '../../modules/vacancy-checks/index.ts'
import { liveCheckPath } from '../paths.ts'
import { useLanguage } from '../words/use-words.ts'

/** So long nothing is typed before the text is checked. */
const restMs = 350
const fewestCharacters = 20

/** The check of what is being typed; undefined until something was. The former question is left when somebody types on, and its answer stays till the next. */
export function useLiveCheck(text: string, place: string): VacancyCheckView | undefined {
  const language = useLanguage()
  const isTyped = useRef(false)
  const [first] = useState({ text, place })
  const [known, setKnown] = useState<VacancyCheckView>()
  useEffect(() => {
    isTyped.current ||= text !== first.text || place !== first.place
    if (!isTyped.current || text.trim().length < fewestCharacters) return
    const leaving = new AbortController()
    const timer = setTimeout(async () => {
      const view = await ask(liveCheckPath(language), { text, place }, leaving.signal)
      if (view) setKnown(view)
    }, restMs)
    return () => {
      clearTimeout(timer)
      leaving.abort()
    }
  }, [text, place, language, first])
  return known
}

async function ask(
  address: string,
  fields: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<VacancyCheckView | undefined> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      body: new URLSearchParams(fields),
      signal,
      headers: { accept: 'application/json' },
    })
    return response.ok ? ((await response.json()) as { readonly view?: VacancyCheckView }).view : undefined
  } catch {
    return undefined
  }
}
