import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TravelMode } from '../../engine/matching/index.ts'
import type { Settings } from '../../engine/planning/index.ts'
import { type Database, type DateText, Invalid, NotFound } from '../../platform/index.ts'
import { type BenefitMonth, benefit } from './money.ts'
import { parseRules, type Rule, refuseLostFigures, refuseOverlaps } from './rule.ts'
import { createRuleStore } from './rule-store.ts'

export interface RulesService {
  /**
   * Makes the record hold exactly the rules of a folder of JSON files; the same rules again change nothing.
   * @throws Invalid naming file and rule; then what was there stays.
   */
  load(folder?: string): Promise<{ readonly rules: number; readonly changed: boolean }>
  find(id: string, date: DateText): Promise<Rule | undefined>
  /** @throws NotFound */
  get(id: string, date: DateText): Promise<Rule>
  /** All rules that hold on a day, by id. */
  list(date: DateText): Promise<readonly Rule[]>
  /** Every row, of all periods. */
  all(): Promise<readonly Rule[]>
  /** What the engine takes from the rules of a day. @throws NotFound when they were not loaded. */
  settings(date: DateText): Promise<Pick<Settings, 'kmPerHour' | 'travelCentsPerKm'>>
  /** WW per month after this wage, by these rules. */
  benefitFrom(rules: readonly Rule[], wageMonthEuro: number | undefined): (monthIndex: number) => BenefitMonth | undefined
}

const ownFolder = fileURLToPath(new URL('../../../data/rules/', import.meta.url))

export function createRules(parts: { readonly db: Database }): RulesService {
  const store = createRuleStore(parts.db)

  async function get(id: string, date: DateText): Promise<Rule> {
    const rule = await store.find(id, date)
    if (!rule) throw new NotFound(`rule that holds on ${date}`, id)
    return rule
  }

  async function figure(id: string, date: DateText): Promise<number> {
    const { value } = await get(id, date)
    if (typeof value !== 'number')
      throw new Invalid(id, `Rule ${id} should be a number on ${date}; it is ${JSON.stringify(value)}.`)
    return value
  }

  return {
    async load(folder = ownFolder) {
      const rules = await readRules(folder)
      refuseOverlaps(rules)
      refuseLostFigures(rules)
      const sorted = [...rules].sort((a, b) => (`${a.id} ${a.validFrom}` < `${b.id} ${b.validFrom}` ? -1 : 1))
      if (sameRules(sorted, await store.all())) return { rules: rules.length, changed: false }
      await parts.db.transaction((db) => store.replaceAll(db, sorted))
      return { rules: rules.length, changed: true }
    },
    find: (id, date) => store.find(id, date),
    get,
    list: (date) => store.validOn(date),
    all: () => store.all(),
    async settings(date) {
      const speed = (mode: TravelMode): Promise<number> => figure(`travel-speed-${mode}`, date)
      return {
        kmPerHour: {
          walk: await speed('walk'),
          bike: await speed('bike'),
          transit: await speed('transit'),
          car: await speed('car'),
        },
        travelCentsPerKm: await figure('travel-cents-per-km', date),
      }
    },
    benefitFrom: (rules, wageMonth) => (monthIndex) => benefit(wageMonth, monthIndex, rules),
  }
}

async function readRules(folder: string): Promise<Rule[]> {
  const files = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith('.json')).sort()
  if (files.length === 0) throw new Invalid(folder, `There are no rules (*.json) in ${folder}.`)
  const contents = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')))
  return contents.flatMap((content, index) => parseRules(content, files[index] ?? folder))
}

function sameRules(a: readonly Rule[], b: readonly Rule[]): boolean {
  const key = (rule: Rule): string =>
    JSON.stringify(
      Object.entries(rule)
        .map(([name, value]) => [name, stable(value)])
        .sort(),
    )
  const kept = new Set(b.map(key))
  return a.length === b.length && a.every((rule) => kept.has(key(rule)))
}

/** Objects with their fields in order, at any depth: the record keeps jsonb, not the order it was written in. */
function stable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(stable)
  if (value === null || typeof value !== 'object') return value
  return Object.entries(value)
    .map(([name, inner]) => [name, stable(inner)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
}
