import type { Database, DateText } from '../../platform/index.ts'
import { type Rule, ruleSchema } from './rule.ts'

export interface RuleStore {
  all(): Promise<Rule[]>
  validOn(date: DateText): Promise<Rule[]>
  find(id: string, date: DateText): Promise<Rule | undefined>
  /** Replaces every rule, inside the transaction of `db`, and raises the revision. */
  replaceAll(db: Database, rules: readonly Rule[]): Promise<void>
}

const columns = `id, title, value, unit, to_char(valid_from, 'YYYY-MM-DD') as valid_from, to_char(valid_to, 'YYYY-MM-DD') as valid_to,
  source, source_url, to_char(checked_on, 'YYYY-MM-DD') as checked_on, certainty, note, funding`
const holds = '(valid_from <= $1::date and (valid_to is null or valid_to >= $1::date))'

export function createRuleStore(db: Database): RuleStore {
  return {
    async all() {
      return (await db.query(`select ${columns} from rule order by id, valid_from`)).map(toRule)
    },
    async validOn(date) {
      return (await db.query(`select ${columns} from rule where ${holds} order by id`, [date])).map(toRule)
    },
    async find(id, date) {
      const [row] = await db.query(`select ${columns} from rule where ${holds} and id = $2`, [date, id])
      return row && toRule(row)
    },
    async replaceAll(inside, rules) {
      await inside.query('delete from rule')
      await inside.query(
        `insert into rule (id, valid_from, valid_to, value, unit, title, note, source, source_url, checked_on, certainty, funding)
         select record ->> 'id', (record ->> 'validFrom')::date, (record ->> 'validTo')::date, record -> 'value', record ->> 'unit',
           record -> 'title', record -> 'note', record ->> 'source', record ->> 'sourceUrl', (record ->> 'checkedOn')::date,
           record ->> 'certainty', record -> 'funding'
         from jsonb_array_elements($1::jsonb) as record`,
        [JSON.stringify(rules)],
      )
      await inside.query("update revision set number = number + 1 where area = 'rules'")
    },
  }
}

function toRule(row: Record<string, unknown>): Rule {
  const optional = (name: string, value: unknown): object => (value === null || value === undefined ? {} : { [name]: value })
  return ruleSchema.parse({
    id: row.id,
    title: row.title,
    value: row.value,
    unit: row.unit,
    validFrom: row.valid_from,
    source: row.source,
    checkedOn: row.checked_on,
    certainty: row.certainty,
    ...optional('validTo', row.valid_to),
    ...optional('sourceUrl', row.source_url),
    ...optional('note', row.note),
    ...optional('funding', row.funding),
  })
}
