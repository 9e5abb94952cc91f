import { z } from 'zod'

/** The fields of the Dutch algorithm register, standard 1.0, in its order. */
export const registerFields = [
  'name',
  'organisation',
  'purpose',
  'impact',
  'status',
  'url',
  'dpia',
  'legalBasis',
  'data',
  'working',
  'human',
  'risks',
  'supplier',
] as const
export type RegisterField = (typeof registerFields)[number]

const text = z.string().trim().min(1)
const certainty = z.enum(['seen', 'unverified', 'unknown'])

const fieldSchema = z.strictObject({
  id: z.enum(registerFields),
  /** What only the organisation that runs the site can say, or say in full. */
  byOperator: z.literal(true).optional(),
  says: z.strictObject({ nl: z.array(text), en: z.array(text) }),
  certainty,
})

const lawSchema = z.strictObject({
  id: text,
  says: z.strictObject({ nl: text, en: text }),
  source: text,
  checkedOn: z.iso.date(),
  certainty,
})

/** `data/algorithm-register.json`: what the software says of itself, whoever runs it. */
export const registerFileSchema = z
  .strictObject({
    standard: z.strictObject({ name: text, checkedOn: z.iso.date(), certainty }),
    fields: z.array(fieldSchema),
    law: z.array(lawSchema),
  })
  .refine(
    ({ fields }) => fields.map(({ id }) => id).join() === registerFields.join(),
    'Has each field of the standard once, in its order.',
  )

export type RegisterFile = z.infer<typeof registerFileSchema>

/** Who runs this site, as far as its configuration says. */
export interface Operator {
  readonly name?: string | undefined
  readonly url?: string | undefined
  /** Where the DPIA or IAMA of the organisation can be read. */
  readonly dpiaUrl?: string | undefined
  readonly legalBasis?: string | undefined
}

const shownField = z.object({
  id: z.enum(registerFields),
  says: z.object({ nl: z.array(z.string()), en: z.array(z.string()) }),
  operator: z.string().nullable().describe('What the organisation that runs this site said itself; null: it said nothing.'),
  byOperator: z.boolean().describe('Whether the organisation has to say something here.'),
  certainty,
})

export const registerSchema = z
  .object({ standard: registerFileSchema.shape.standard, fields: z.array(shownField), law: z.array(lawSchema) })
  .meta({ id: 'AlgorithmRegister' })

/** The register as it is shown: with what the organisation that runs the site says. */
export type AlgorithmRegister = z.infer<typeof registerSchema>

/** What the software says, and what its operator says. */
export function withOperator({ standard, fields, law }: RegisterFile, operator: Operator): AlgorithmRegister {
  const said: Partial<Record<RegisterField, string | undefined>> = {
    organisation: operator.name,
    url: operator.url,
    dpia: operator.dpiaUrl,
    legalBasis: operator.legalBasis,
  }
  return {
    standard,
    fields: fields.map(({ byOperator = false, ...field }) => ({ ...field, byOperator, operator: said[field.id] ?? null })),
    law,
  }
}
