/** A host of public repositories: git's own smart HTTP server (`git http-backend`, a CGI program) behind node:http. */
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

const call = promisify(execFile)

export interface GitHost extends AsyncDisposable {
  url: string
  /** One commit: files written, deleted (null), or renamed from another path. */
  commit(files: Record<string, string | null | { from: string }>): Promise<void>
  /** The last commit is taken away and another put in its place, with these files. */
  rewrite(files: Record<string, string>): Promise<void>
  /** From now on: every request is sent there. */
  redirectTo(url: string | null): void
  /** All that was asked, address and headers. */
  heard(): string
}

export async function startGitHost(): Promise<GitHost> {
  const folder = await mkdtemp(join(tmpdir(), 'vigie-git-'))
  const repository = join(folder, 'list.git')
  const env = {
    PATH: process.env.PATH,
    HOME: folder,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'a',
    GIT_AUTHOR_EMAIL: 'a@a.example',
    GIT_COMMITTER_NAME: 'a',
    GIT_COMMITTER_EMAIL: 'a@a.example',
  }
  const git = (...args: string[]) => call('git', args, { cwd: repository, env })
  await mkdir(repository)
  await git('init', '--quiet', '--initial-branch=master', '.')
  let heard = ''
  let elsewhere: string | null = null

  const server = createServer((request, response) => {
    heard += `${request.method} ${request.url}\n${JSON.stringify(request.headers)}\n`
    if (elsewhere) return void response.writeHead(302, { location: elsewhere + request.url }).end()
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    const cgi = spawn('git', ['http-backend'], {
      env: {
        ...env,
        GIT_PROJECT_ROOT: folder,
        GIT_HTTP_EXPORT_ALL: '1',
        PATH_INFO: url.pathname.replace('/list.git', '/list.git/.git'),
        QUERY_STRING: url.search.slice(1),
        REQUEST_METHOD: request.method,
        CONTENT_TYPE: request.headers['content-type'] ?? '',
        HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
        GIT_PROTOCOL: `${request.headers['git-protocol'] ?? ''}`,
        REMOTE_ADDR: '127.0.0.1',
      },
    })
    request.on('data', (chunk: Buffer) => {
      heard += chunk.toString('latin1')
    })
    request.pipe(cgi.stdin)
    cgi.stdin.on('error', () => {})
    const chunks: Buffer[] = []
    cgi.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    cgi.on('close', () => {
      const answer = Buffer.concat(chunks)
      const end = answer.indexOf('\r\n\r\n')
      const headers = Object.fromEntries(
        answer
          .toString('latin1', 0, end)
          .split('\r\n')
          .map((line) => line.split(/: (.*)/, 2) as [string, string]),
      )
      const { Status = '200', ...rest } = headers
      response.writeHead(Number.parseInt(Status, 10), rest).end(answer.subarray(end + 4))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = address && typeof address === 'object' ? address.port : 0

  async function put(files: Record<string, string | null | { from: string }>): Promise<void> {
    for (const [path, content] of Object.entries(files)) {
      const file = join(repository, path)
      await mkdir(dirname(file), { recursive: true })
      if (content === null) await rm(file)
      else if (typeof content === 'string') await writeFile(file, content)
      else await rename(join(repository, content.from), file)
    }
    await git('add', '--all')
  }

  return {
    url: `http://127.0.0.1:${port}/list.git`,
    async commit(files) {
      await put(files)
      await git('commit', '--quiet', '--allow-empty', '-m', 'change')
    },
    async rewrite(files) {
      await put(files)
      await git('commit', '--quiet', '--amend', '-m', 'another')
      await git('reflog', 'expire', '--expire=now', '--all')
      await git('gc', '--quiet', '--prune=now')
    },
    redirectTo(url) {
      elsewhere = url
    },
    heard: () => heard,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
