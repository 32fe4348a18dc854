/** A pack of evidence on paper. */
import type { CheckPlaces, Evidence, Line } from '#knowledge/evidence.ts'
import { evidenceLines, evidenceWords } from '#knowledge/evidence.ts'
import { openDocument, type Printed } from './document.ts'

/** The same pack gives the same bytes, so that its digest can stand in the JSON beside it. */
export async function packPdf(evidence: Evidence, check: CheckPlaces): Promise<Buffer> {
  const { lang, madeAt, id } = evidence
  const page = openDocument({ lang, title: evidenceWords(lang).title, at: madeAt, footer: id })
  for (const line of evidenceLines(evidence, check)) print(line, page)
  return page.end()
}

function print(line: Line, page: Printed): void {
  switch (line.type) {
    case 'heading':
      page.heading(line.level, line.text)
      break
    case 'text':
      page.paragraph(line.text)
      break
    case 'soft':
      page.paragraph(line.text, { soft: true })
      break
    case 'exact':
      page.exact(line.text)
      break
    case 'pair':
      page.pair(line.name, line.value, { exact: line.exact === true })
      break
    case 'list':
      page.list(line.items)
      break
    case 'page':
      page.newPage()
  }
}
