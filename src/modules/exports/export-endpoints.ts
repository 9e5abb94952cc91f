import { Readable } from 'node:stream'
import { z } from 'zod'
import { type Api, problemSchema } from '../../platform/index.ts'
import type { Exports } from './create-exports.ts'
import { type ExportKind, exportFormats } from './export-formats.ts'

/** Whole exports, streamed. As dear as computing, so as limited. */
export function exportEndpoints(app: Api, exports: Exports, perMinute: number): void {
  for (const kind of Object.keys(exportFormats) as ExportKind[]) {
    for (const format of exportFormats[kind]) {
      app.get(
        `/exports/${kind}.${format}`,
        {
          config: { rateLimit: { max: perMinute, timeWindow: '1 minute' } },
          schema: {
            summary: `All published ${kind}, as ${format}`,
            description: 'Streamed. No contact data. The same as `schakel export`.',
            tags: ['exports'],
            response: { 200: z.string().describe('The whole file.'), 429: problemSchema },
          },
        },
        async (_request, reply) => {
          const { contentType, fileName, pieces } = await exports.open(kind, format)
          reply.type(contentType).header('content-disposition', `attachment; filename="${fileName}"`)
          return reply.send(Readable.from(pieces) as never)
        },
      )
    }
  }
}
