/** Clips made by this machine's ffmpeg; tests of them are skipped where there is none. */
import { execFileSync, spawnSync } from 'node:child_process'

export const hasFfmpeg = ['ffmpeg', 'ffprobe'].every((name) => spawnSync(name, ['-version']).status === 0)

/** Three seconds at 25 frames a second, unless the source or the options say otherwise. */
export async function makeClip(
  file: string,
  source = 'testsrc2=s=160x120:r=25',
  options: string[] = [],
): Promise<void> {
  ffmpeg(['-f', 'lavfi', '-i', source, '-t', '3', '-pix_fmt', 'yuv420p', ...options, file])
}

export function ffmpeg(args: string[]): void {
  execFileSync('ffmpeg', ['-v', 'error', '-nostdin', '-y', ...args])
}
