import { z } from 'zod'

/** Sizes that the document of OOAPI allows. */
const pageSizes = ['10', '20', '50', '100', '250'] as const

export const ooapiPageQuery = {
  pageSize: z.enum(pageSizes).default('10').describe('The number of items per page.'),
  pageNumber: z.coerce.number().int().min(1).max(1_000_000).default(1).describe('Page numbers start at 1.'),
}

interface AskedPage {
  readonly pageSize: (typeof pageSizes)[number]
  readonly pageNumber: number
}

/** The envelope of every list in OOAPI. */
export const ooapiPageOf = <T extends z.ZodType>(item: T) =>
  z.object({
    pageSize: z.number().int(),
    pageNumber: z.number().int(),
    hasPreviousPage: z.boolean(),
    hasNextPage: z.boolean(),
    totalPages: z.number().int(),
    items: z.array(item),
  })

/** One page; past the last one it is empty, as the document wants of lists. */
export function ooapiPage<From, Item>(all: readonly From[], asked: AskedPage, write: (one: From) => Item) {
  const pageSize = Number(asked.pageSize)
  const from = (asked.pageNumber - 1) * pageSize
  return {
    pageSize,
    pageNumber: asked.pageNumber,
    hasPreviousPage: from > 0 && all.length > 0,
    hasNextPage: from + pageSize < all.length,
    totalPages: Math.ceil(all.length / pageSize),
    items: all.slice(from, from + pageSize).map(write),
  }
}
