/** The other indexes that a machine may have, each in a process of its own, on the same data from the same files. */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** One peer on one set: microseconds a query, pairs found, bytes a hash, seconds to build. */
export interface PeerResult {
  name: string
  usPerQuery: number
  found: number
  bytesPerHash: number
  buildSeconds: number
  queries: number
}

const faissProgram = `
import faiss, json, sys, time, numpy as np
rows = np.fromfile(sys.argv[1], dtype=np.uint8).reshape(-1, 32)
asked = np.fromfile(sys.argv[2], dtype=np.uint8).reshape(-1, 32)
faiss.omp_set_num_threads(1)
memory = lambda: int(open('/proc/self/statm').read().split()[1]) * 4096
for name, make in [
    ('FAISS MultiHash 16x16 flip 1', lambda: (faiss.IndexBinaryMultiHash(256, 16, 16), 1)),
    ('FAISS MultiHash 11x23 flip 2', lambda: (faiss.IndexBinaryMultiHash(256, 11, 23), 2)),
    ('FAISS Flat', lambda: (faiss.IndexBinaryFlat(256), None))]:
    before = memory()
    index, flips = make()
    if flips is not None: index.nflip = flips
    start = time.process_time(); index.add(rows); built = time.process_time() - start
    used = memory() - before
    few = asked[:max(1, int(sys.argv[3]))]
    times = []
    for _ in range(3 if flips is not None else 1):
        start = time.process_time(); limits, distances, found = index.range_search(few, 32); times.append(time.process_time() - start)
    print(json.dumps(dict(name=name, usPerQuery=sorted(times)[len(times) // 2] / len(few) * 1e6, found=int(limits[-1]),
        bytesPerHash=used / len(rows), buildSeconds=built, queries=len(few))), flush=True)
    del index
`

/** FAISS, where /usr/bin/python3 has it. Distances there are asked for as "less than", so 32. */
export async function faiss(rows: string, queries: string, count: number): Promise<PeerResult[]> {
  const python = existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3'
  try {
    const { stdout } = await run(python, ['-c', faissProgram, rows, queries, String(count)])
    return stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as PeerResult)
  } catch {
    return []
  }
}

/**
 * Meta's C++ index, compiled with the small driver beside this file where `reference` is the folder of ThreatExchange, or
 * run as it is where that is a program of the same arguments.
 */
export async function reference(
  path: string,
  files: { rows: string; queries: string; folder: string },
  count: number,
): Promise<PeerResult[]> {
  let program = path
  if (existsSync(`${path}/pdq/cpp/index/mih.h`)) {
    program = `${files.folder}/reference`
    const driver = fileURLToPath(new URL('./match-reference.cpp', import.meta.url))
    const sources = ['common/pdqhashtypes.cpp', 'common/pdqbasetypes.cpp', 'common/pdqhamming.cpp']
    const parts = sources.map((source) => `${path}/pdq/cpp/${source}`).filter((source) => existsSync(source))
    if (!existsSync(program))
      await run('g++', ['-O3', '-march=native', '-std=c++17', '-I', path, driver, ...parts, '-o', program])
  }
  const { stdout } = await run(program, [files.rows, files.queries, String(count)])
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as PeerResult)
}
