/** How a pack of evidence is asked for, and what comes of it. */
import { z } from '@hono/zod-openapi'
import { purposes } from '#knowledge/evidence.ts'
import { Lang } from './schema.ts'

export const EvidenceBody = z
  .strictObject({
    for: z.enum(purposes).default('police').describe('Whom it is for; institute: in Belgium, for adults'),
    lang: Lang.optional().describe('The language of who reads it; without it, that of the police of her country'),
    number: z.boolean().default(false).describe('Whether the file number stands in it'),
    files: z
      .enum(['found', 'all', 'none'])
      .default('found')
      .describe('Whose digests (SHA-256, MD5) stand in it: of files that were found, of all that are watched, of none'),
    pdq: z.boolean().default(false).describe('PDQ hashes as well; they tell roughly what an image looks like'),
  })
  .openapi('EvidenceBody')

export const EvidenceAnswer = z
  .object({
    id: z.string().describe("The pack's own number"),
    json: z.string().describe('pack.json, to be written as it is'),
    pdf: z.string().describe('pack.pdf, in base64'),
    timestamp: z
      .enum(['none', 'given', 'failed'])
      .describe('Whether an authority has put its time on it; none: none is configured'),
    key: z.string().describe('The name of the key that has signed it'),
  })
  .openapi('Evidence')
