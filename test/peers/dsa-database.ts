/** The downloads of the DSA Transparency Database, in its published form: CSVs in zips in a zip, behind a redirect. */
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'

export const columns =
  'uuid,decision_visibility,decision_visibility_other,end_date_visibility_restriction,decision_monetary,decision_monetary_other,end_date_monetary_restriction,decision_provision,end_date_service_restriction,decision_account,end_date_account_restriction,account_type,decision_ground,decision_ground_reference_url,illegal_content_legal_ground,incompatible_content_ground,incompatible_content_illegal,category,category_addition,category_specification,category_specification_other,content_type,content_type_other,content_language,content_date,content_id_ean,application_date,source_type,source_identity,automated_detection,automated_decision,platform_name,platform_uid,created_at'.split(
    ',',
  )

/** One row, its cells as PHP writes them. */
export function aRow(cells: Record<string, string> = {}): string {
  const all: Record<string, string> = {
    uuid: 'u',
    decision_visibility: '["DECISION_VISIBILITY_CONTENT_REMOVED"]',
    category: 'STATEMENT_CATEGORY_CYBER_VIOLENCE',
    category_specification: '["KEYWORD_NON_CONSENSUAL_IMAGE_SHARING"]',
    content_date: '2026-11-01',
    application_date: '2026-11-03',
    source_type: 'SOURCE_ARTICLE_16',
    automated_detection: 'No',
    automated_decision: 'AUTOMATED_DECISION_NOT_AUTOMATED',
    platform_name: 'Example',
    ...cells,
  }
  return columns.map((name) => `"${(all[name] ?? '').replaceAll('"', '""')}"`).join(',')
}

export async function zipOf(files: Record<string, Buffer | string>): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), name)
  zip.end()
  return buffer(zip.outputStream)
}

/** A day's file: the rows in two CSVs of two zips. */
export async function dumpOf(rows: readonly string[], header = columns.join(',')): Promise<Buffer> {
  const half = Math.ceil(rows.length / 2)
  const csv = (part: readonly string[]) => `${[header, ...part].join('\n')}\n`
  return zipOf({
    'a-light-00000.csv.zip': await zipOf({ 'a-light-00000-00000.csv': csv(rows.slice(0, half)) }),
    'a-light-00001.csv.zip': await zipOf({ 'a-light-00001-00000.csv': csv(rows.slice(half)) }),
  })
}

export interface DsaDatabase extends AsyncDisposable {
  url: string
  /** Files by their names, e.g. `sor-x-2026-11-20-light.zip`. */
  files: Map<string, Buffer>
  /** Checksums that are served instead of the right ones. */
  sums: Map<string, string>
  misbehave(how: 'drip' | 'redirect' | 'endless'): void
  requests: string[]
}

export async function startDsaDatabase(): Promise<DsaDatabase> {
  const files = new Map<string, Buffer>()
  const sums = new Map<string, string>()
  const requests: string[] = []
  let how: 'drip' | 'redirect' | 'endless' | null = null
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1')
    requests.push(request.url ?? '')
    if (how === 'redirect') return void response.writeHead(302, { location: 'http://10.0.0.1/' }).end()
    if (how === 'drip') {
      const timer = setInterval(() => response.write(' '), 50)
      return void response.on('close', () => clearInterval(timer))
    }
    const name = pathname.split('/').at(-1) ?? ''
    const file = files.get(name.replace(/\.sha1$/, ''))
    if (!file) return void response.writeHead(404).end('Not Found')
    if (name.endsWith('.sha1')) {
      const sum = sums.get(name.slice(0, -5)) ?? createHash('sha1').update(file).digest('hex')
      return void response.end(`${sum}  ${name.slice(0, -5)}\n`)
    }
    if (pathname.startsWith('/explore-data/'))
      return void response.writeHead(302, { location: `/signed/${name}?signature=made-up` }).end()
    if (how === 'endless') {
      const write = () => {
        while (response.write(file.subarray(0, 1000)));
      }
      response.on('drain', write)
      return write()
    }
    response.end(file)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = address && typeof address === 'object' ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}`,
    files,
    sums,
    requests,
    misbehave(next) {
      how = next
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
    },
  }
}
