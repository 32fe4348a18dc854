/** What a stage is given of the outside where a test needs none of it: asking it fails the test. */
import { shippedFacts } from '#knowledge/facts.ts'
import type { StageDeps } from '#worker/stage.ts'

const unasked = () => Promise.reject(new Error('This test asks nothing of the outside.'))

export const outside: Pick<StageDeps, 'git' | 'pages' | 'looker' | 'facts' | 'resolve'> = {
  facts: shippedFacts,
  resolve: unasked,
  git: { changes: unasked },
  pages: { read: unasked },
  looker: { look: unasked },
}
