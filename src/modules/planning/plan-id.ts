import type { Plan, PlanKind } from '../../engine/planning/index.ts'
import { Invalid } from '../../platform/index.ts'

/** What a plan's id says: kind, vacancy and the set of offerings. The same data gives the same id. */
export interface PlanName {
  readonly kind: PlanKind
  readonly vacancy: string
  readonly path: readonly string[]
}

const letters: Readonly<Record<PlanKind, string>> = { direct: 'd', trainThenHire: 't', hireThenTrain: 'h', dual: 'u' }
const kinds = Object.fromEntries(Object.entries(letters).map(([kind, letter]) => [letter, kind])) as Record<string, PlanKind>

/** `t~V12~T3~T7`: parts are percent-encoded, so an id may hold anything. */
export function planId(plan: Pick<Plan, 'kind' | 'vacancy' | 'path'>): string {
  return [letters[plan.kind], plan.vacancy, ...[...plan.path].sort()].map(encode).join('~')
}

/** @throws Invalid when the id was not made by `planId`. */
export function parsePlanId(id: string): PlanName {
  const [letter, vacancy, ...path] = id.split('~').map(decode)
  const kind = kinds[letter ?? '']
  if (!kind || !vacancy) throw new Invalid('plan', `"${id}" is no plan id. Ask for the plans again and follow a link from there.`)
  return { kind, vacancy, path }
}

function encode(part: string | undefined): string {
  return encodeURIComponent(part ?? '').replaceAll('~', '%7E')
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return ''
  }
}
