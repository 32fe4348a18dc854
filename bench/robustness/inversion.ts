/**
 * What a thief of the hashes sees: the picture that least squares recovers from them.
 *
 * A bit says whether one coefficient of one view lies above that view's median, which is near 0: its sign. A coefficient
 * is linear in the picture, so every bit is asked to be plus or minus the coefficient's usual size, and the smoothest
 * picture (ridge: amplitude 1/f, as photographs have) that comes nearest to all is found by conjugate gradients. The thief
 * is given the views' names. Eight forms add nothing to one: they hold the same signs. Framed views are left out: what
 * they show is the picture again, smaller.
 */
import sharp from 'sharp'
import { enrolmentViews, fromHex, prepare, reducedPlane, type View } from '#core/fingerprint/index.ts'
import { partOf } from '#core/fingerprint/views.ts'
import type { Picture } from './pictures.ts'

/** Frequencies per side of the picture sought, the mean left out of what is compared. */
const FREQUENCIES = 40
const BITS = 16
const SIDE = 64
const RIDGE = 0.3
const ROUNDS = 60

export interface Inversion {
  name: string
  set: 'one' | 'balanced' | 'wide'
  views: number
  bits: number
  /** With the true picture of 64 × 64, after brightness and contrast are fitted. */
  correlation: number
  psnr: number
  ssim: number
}

/** Inverts one picture from each set; a strip of images, the true one first. */
export async function invert({ name, pixels }: Picture): Promise<{ numbers: Inversion[]; strip: Float32Array[] }> {
  const prepared = prepare(pixels)
  const truth = squareOf(await sharpSquare(pixels), SIDE)
  const shape = pixels.width / pixels.height
  const strip = [truth]
  const numbers: Inversion[] = []
  const all = (set: 'single' | 'balanced' | 'wide') =>
    enrolmentViews(prepared, set).views.filter(
      ({ name }) => name !== '512' && name !== 'bars trimmed' && !name.startsWith('framed'),
    )
  for (const [set, views] of [
    ['one', all('single')],
    ['balanced', all('balanced')],
    ['wide', all('wide')],
  ] as const) {
    const seen = render(solve(views.map((view) => lensOf(view, shape))))
    const fitted = fitTo(truth, seen)
    strip.push(fitted)
    numbers.push({ name, set, views: views.length, bits: 256 * views.length, ...compare(truth, fitted) })
  }
  return { numbers, strip }
}

async function sharpSquare({ width, height, data, channels }: Picture['pixels']) {
  const image = sharp(data, { raw: { width, height, channels } }).resize(SIDE, SIDE, { fit: 'fill', kernel: 'cubic' })
  return { width: SIDE, height: SIDE, data: new Uint8Array(await image.raw().toBuffer()), channels }
}

function squareOf(pixels: Picture['pixels'], side: number): Float32Array {
  return reducedPlane(pixels, side).luma
}

/** One view: how its coefficients follow from the picture's frequencies, down and across, and the signs it tells. */
interface Lens {
  down: Float32Array
  across: Float32Array
  signs: Float32Array
}

function lensOf({ name, pdq }: View, shape: number): Lens {
  const { left, top, right, bottom } = partOf(name, shape)
  const bytes = fromHex(pdq)
  const signs = Float32Array.from({ length: BITS * BITS }, (_, bit) =>
    (bytes[31 - (bit >> 3)]! >> (bit & 7)) & 1 ? 1 : -1,
  )
  return { down: axisOf(top, bottom), across: axisOf(left, right), signs }
}

/** Row i: what frequency i + 1 of the part takes of each frequency of the whole. */
function axisOf(from: number, to: number): Float32Array {
  const axis = new Float32Array(BITS * FREQUENCIES)
  const samples = 64
  for (let i = 0; i < BITS; i++)
    for (let k = 0; k < FREQUENCIES; k++) {
      let sum = 0
      for (let j = 0; j < samples; j++) {
        const at = (j + 0.5) / samples
        sum += Math.cos(Math.PI * (i + 1) * at) * Math.cos(Math.PI * k * (from + (to - from) * at))
      }
      axis[i * FREQUENCIES + k] = (sum * 2) / samples
    }
  return axis
}

const usual = (k: number, l: number) => (k === 0 && l === 0 ? 0 : 1 / Math.hypot(k, l))
const PRIOR = Float32Array.from({ length: FREQUENCIES ** 2 }, (_, at) =>
  usual(Math.floor(at / FREQUENCIES), at % FREQUENCIES),
)

/** The picture's frequencies: (A Aᵀ-weighted) ridge by conjugate gradients on the normal equations. */
function solve(lenses: Lens[]): Float32Array {
  // How large each coefficient is in a usual picture: what a sign stands for.
  const sizes = lenses.map(({ down, across }) => sizesOf(down, across))
  const apply = (z: Float32Array) => lenses.map((lens, v) => divided(forth(lens, times(z, PRIOR)), sizes[v]!))
  const back = (each: Float32Array[]) => {
    const sum = new Float32Array(FREQUENCIES ** 2)
    for (const [v, lens] of lenses.entries()) {
      const part = aback(lens, divided(each[v]!, sizes[v]!))
      for (let i = 0; i < sum.length; i++) sum[i]! += part[i]!
    }
    return times(sum, PRIOR)
  }
  const z = new Float32Array(FREQUENCIES ** 2)
  let residual = back(lenses.map(({ signs }) => signs.map((sign) => 0.8 * sign)))
  let direction = residual.slice()
  let length = dot(residual, residual)
  for (let round = 0; round < ROUNDS && length > 1e-9; round++) {
    const image = back(apply(direction))
    for (let i = 0; i < image.length; i++) image[i]! += RIDGE * direction[i]!
    const step = length / dot(direction, image)
    for (let i = 0; i < z.length; i++) z[i]! += step * direction[i]!
    residual = residual.map((value, i) => value - step * image[i]!)
    const next = dot(residual, residual)
    direction = residual.map((value, i) => value + (next / length) * direction[i]!)
    length = next
  }
  return times(z, PRIOR)
}

function sizesOf(down: Float32Array, across: Float32Array): Float32Array {
  const sizes = new Float32Array(BITS * BITS)
  for (let i = 0; i < BITS; i++)
    for (let j = 0; j < BITS; j++) {
      let sum = 0
      for (let k = 0; k < FREQUENCIES; k++)
        for (let l = 0; l < FREQUENCIES; l++)
          sum += (down[i * FREQUENCIES + k]! * across[j * FREQUENCIES + l]! * PRIOR[k * FREQUENCIES + l]!) ** 2
      sizes[i * BITS + j] = Math.sqrt(sum)
    }
  return sizes
}

/** down · x · acrossᵀ */
function forth({ down, across }: Lens, x: Float32Array): Float32Array {
  const half = new Float32Array(BITS * FREQUENCIES)
  for (let i = 0; i < BITS; i++)
    for (let k = 0; k < FREQUENCIES; k++) {
      const weight = down[i * FREQUENCIES + k]!
      for (let l = 0; l < FREQUENCIES; l++) half[i * FREQUENCIES + l]! += weight * x[k * FREQUENCIES + l]!
    }
  const out = new Float32Array(BITS * BITS)
  for (let i = 0; i < BITS; i++)
    for (let j = 0; j < BITS; j++) {
      let sum = 0
      for (let l = 0; l < FREQUENCIES; l++) sum += half[i * FREQUENCIES + l]! * across[j * FREQUENCIES + l]!
      out[i * BITS + j] = sum
    }
  return out
}

/** downᵀ · y · across */
function aback({ down, across }: Lens, y: Float32Array): Float32Array {
  const half = new Float32Array(BITS * FREQUENCIES)
  for (let i = 0; i < BITS; i++)
    for (let j = 0; j < BITS; j++)
      for (let l = 0; l < FREQUENCIES; l++)
        half[i * FREQUENCIES + l]! += y[i * BITS + j]! * across[j * FREQUENCIES + l]!
  const out = new Float32Array(FREQUENCIES ** 2)
  for (let i = 0; i < BITS; i++)
    for (let k = 0; k < FREQUENCIES; k++) {
      const weight = down[i * FREQUENCIES + k]!
      for (let l = 0; l < FREQUENCIES; l++) out[k * FREQUENCIES + l]! += weight * half[i * FREQUENCIES + l]!
    }
  return out
}

const times = (a: Float32Array, b: Float32Array) => a.map((value, i) => value * b[i]!)
const divided = (a: Float32Array, b: Float32Array) => a.map((value, i) => value / b[i]!)
const dot = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, i) => sum + value * b[i]!, 0)

function render(x: Float32Array): Float32Array {
  const image = new Float32Array(SIDE * SIDE)
  const wave = (k: number, at: number) => Math.cos((Math.PI * k * (at + 0.5)) / SIDE)
  for (let k = 0; k < FREQUENCIES; k++)
    for (let l = 0; l < FREQUENCIES; l++) {
      const weight = x[k * FREQUENCIES + l]!
      for (let y = 0; y < SIDE; y++) {
        const row = weight * wave(k, y)
        for (let c = 0; c < SIDE; c++) image[y * SIDE + c]! += row * wave(l, c)
      }
    }
  return image
}

const mean = (a: Float32Array) => a.reduce((sum, value) => sum + value, 0) / a.length

/** Brightness and contrast as in the true picture: a hash tells neither. */
function fitTo(truth: Float32Array, seen: Float32Array): Float32Array {
  const [m, n] = [mean(truth), mean(seen)]
  const spread = (a: Float32Array, by: number) => Math.sqrt(a.reduce((sum, value) => sum + (value - by) ** 2, 0))
  const scale = spread(truth, m) / (spread(seen, n) || 1)
  return seen.map((value) => Math.min(255, Math.max(0, m + scale * (value - n))))
}

function compare(truth: Float32Array, seen: Float32Array) {
  const [m, n] = [mean(truth), mean(seen)]
  let [xy, xx, yy, error] = [0, 0, 0, 0]
  for (let i = 0; i < truth.length; i++) {
    xy += (truth[i]! - m) * (seen[i]! - n)
    xx += (truth[i]! - m) ** 2
    yy += (seen[i]! - n) ** 2
    error += (truth[i]! - seen[i]!) ** 2
  }
  return {
    correlation: xy / Math.sqrt(xx * yy),
    psnr: 10 * Math.log10((255 ** 2 * truth.length) / error),
    ssim: ssimOf(truth, seen),
  }
}

/** Structural similarity (Wang et al. 2004), mean over windows of 8 × 8, two apart. */
function ssimOf(a: Float32Array, b: Float32Array): number {
  const [c1, c2] = [(0.01 * 255) ** 2, (0.03 * 255) ** 2]
  let total = 0
  let count = 0
  for (let y = 0; y + 8 <= SIDE; y += 2)
    for (let x = 0; x + 8 <= SIDE; x += 2) {
      let [sa, sb, saa, sbb, sab] = [0, 0, 0, 0, 0]
      for (let i = 0; i < 64; i++) {
        const at = (y + (i >> 3)) * SIDE + x + (i & 7)
        const [p, q] = [a[at]!, b[at]!]
        sa += p
        sb += q
        saa += p * p
        sbb += q * q
        sab += p * q
      }
      const [ma, mb] = [sa / 64, sb / 64]
      const [va, vb, cov] = [saa / 64 - ma * ma, sbb / 64 - mb * mb, sab / 64 - ma * mb]
      total += ((2 * ma * mb + c1) * (2 * cov + c2)) / ((ma * ma + mb * mb + c1) * (va + vb + c2))
      count++
    }
  return total / count
}

/** All strips as one PNG, each image enlarged. */
export async function sheetOf(strips: Float32Array[][]): Promise<Uint8Array> {
  const zoom = 3
  const step = SIDE * zoom + 6
  const tiles = await Promise.all(
    strips.flatMap((strip, row) =>
      strip.map(async (image, column) => ({
        input: await sharp(Uint8Array.from(image, Math.round), { raw: { width: SIDE, height: SIDE, channels: 1 } })
          .resize(SIDE * zoom, SIDE * zoom, { kernel: 'cubic' })
          .png()
          .toBuffer(),
        left: column * step + 3,
        top: row * step + 3,
      })),
    ),
  )
  const width = step * (strips[0]?.length ?? 1)
  const ground = { create: { width, height: step * strips.length, channels: 3 as const, background: '#fff' } }
  return sharp(ground).composite(tiles).png().toBuffer()
}
