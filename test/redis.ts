/** A Redis logical database of the tests' own, of REDIS_URL's server or of the one on this machine. */
import { Redis } from 'ioredis'

export interface TestRedis {
  url: string
  /** Drops everything in this one database. */
  empty(): Promise<void>
  keys(): Promise<string[]>
  /** Every key and every value in it, as text. */
  dump(): Promise<string>
}

/**
 * Null, with a remark, where no Redis answers.
 *
 * @param database one that no other test file uses: files run at the same time
 */
export async function freshRedis(database: number): Promise<TestRedis | null> {
  const url = new URL(process.env.REDIS_URL ?? 'redis://127.0.0.1:6379')
  url.pathname = `/${database}`
  const ask = async <T>(work: (redis: Redis) => Promise<T>): Promise<T> => {
    const redis = new Redis(url.href, { lazyConnect: true, retryStrategy: () => null })
    redis.on('error', () => {})
    await redis.connect()
    try {
      return await work(redis)
    } finally {
      redis.disconnect()
    }
  }
  const answers = await ask((redis) => redis.ping()).then(
    () => true,
    () => false,
  )
  if (!answers) {
    console.warn('No Redis answers at REDIS_URL or 127.0.0.1:6379: what needs one is skipped.')
    return null
  }
  return {
    url: url.href,
    empty: async () => void (await ask((redis) => redis.flushdb())),
    keys: () => ask((redis) => redis.keys('*')),
    dump: () =>
      ask(async (redis) => {
        const found: string[] = []
        for (const key of await redis.keys('*')) {
          const [type, raw] = [await redis.type(key), await redis.dumpBuffer(key)]
          found.push(`${type} ${key}`, raw?.toString('latin1') ?? '')
        }
        return found.join('\n')
      }),
  }
}
