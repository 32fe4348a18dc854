/** Prints the facts of the world that nobody has checked for half a year. For `npm run check`; it hinders nothing. */
import { listFacts, staleFacts } from '../knowledge/freshness.ts'

const facts = listFacts()
const stale = staleFacts(facts, Date.now())
for (const { fact, source, checked } of stale) process.stdout.write(`checked ${checked}: ${fact}, ${source}\n`)
process.stdout.write(
  stale.length === 0
    ? `${facts.length} facts of the world, none checked more than 180 days ago.\n`
    : `${stale.length} of ${facts.length} facts of the world were checked more than 180 days ago: read their sources again.\n`,
)
