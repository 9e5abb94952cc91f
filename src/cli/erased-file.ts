import { join } from 'node:path'
import type { Config } from '../platform/index.ts'

/** Beside the record, since putting a backup back replaces that: keyed hashes of the accounts that were erased. */
export const erasedFile = ({ dataFolder }: Pick<Config, 'dataFolder'>): string => join(dataFolder, 'erased')
