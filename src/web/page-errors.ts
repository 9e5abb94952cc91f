import { isRouteErrorResponse } from 'react-router'
import type { Language } from '../modules/skills/index.ts'
import type { Page } from './paths.ts'

/** The pages are built apart from the modules, so an error's class is another one here: its name tells what it is. */
export function isNamed(error: unknown, name: 'NotFound' | 'Invalid' | 'Busy' | 'Conflict'): boolean {
  return error instanceof Error && error.name === name
}

interface NearLink {
  readonly title: string
  readonly href: string
}

/** What is close to an address that leads nowhere. */
export interface NearPages {
  /** Pages of the site whose address is nearly this one. */
  readonly pages: readonly { readonly page: Page; readonly language: Language }[]
  /** The words of the address that were looked for. */
  readonly text?: string
  readonly occupations?: readonly NearLink[]
  readonly programmes?: readonly NearLink[]
  readonly initiatives?: readonly NearLink[]
  readonly vacancies?: { readonly count: number; readonly href: string }
}

/** What went wrong, as far as its page tells it. */
export interface PageError {
  readonly status: number
  /** Stands in the log too: with it the host finds what happened. */
  readonly reference?: string
  readonly near?: NearPages
  /** Too much was asked at once: it passes by itself. */
  readonly isBusy?: boolean
}

/** What an error boundary was given: an answer with a status, or something that nobody expected. */
export function pageErrorOf(error: unknown): PageError {
  if (!isRouteErrorResponse(error)) return { status: 500 }
  const told = typeof error.data === 'object' && error.data !== null ? (error.data as Omit<PageError, 'status'>) : {}
  return { ...told, status: error.status }
}
