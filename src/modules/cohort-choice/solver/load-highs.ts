import type { Highs } from 'highs'
import * as loaded from 'highs'

/** HiGHS as WebAssembly, in the thread that asks. The package says its types as those of a CommonJS module, which what is imported is not. */
export const loadHighs = loaded.default as unknown as () => Promise<Highs>
