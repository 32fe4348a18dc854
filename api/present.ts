/** From rows to what is told: states, the next step, and how each channel is. */
import { step } from '#core/request/index.ts'
import { findChannel } from '#knowledge/channels/index.ts'
import { parseOptions } from '#knowledge/channels/options.ts'
import type { AlertRow } from '#store/alerts.ts'
import type { ChannelRow } from '#store/channels.ts'
import type { Request } from '#store/requests.ts'

export type ChannelState = 'listening' | 'silent' | 'failing' | 'paused' | 'never'

/** Silence counts: a channel that was due and was not heard from is silent, even if nothing failed. */
export function channelState(channel: ChannelRow, now: number): ChannelState {
  if (channel.paused) return 'paused'
  if (channel.failures > 0) return 'failing'
  if (!channel.heardAt) return now - channel.createdAt.getTime() < 60_000 ? 'never' : 'silent'
  return now - channel.heardAt.getTime() > 3 * paceOf(channel) + 60_000 ? 'silent' : 'listening'
}

/** Its pace in milliseconds: the operator's, or its own. */
function paceOf(channel: ChannelRow): number {
  const kind = findChannel(channel.kind)
  return (kind && parseOptions(kind, channel.options).common.every) ?? kind?.everyMs ?? 3_600_000
}

/** What a person is told of a channel; null for the one that practices come through, and for what is only asked. */
export function heardOf(channel: ChannelRow, now: number) {
  if (channel.kind === 'practice' || findChannel(channel.kind)?.asking) return null
  return { name: channel.name, state: channelState(channel, now), heardAt: channel.heardAt?.toISOString() ?? null }
}

/** Where a request stands at this moment: one whose time has passed is overdue, whether or not anybody noted it. */
export function stateOf(request: Request, now: number): Request['state'] {
  return step(request.progress, { type: 'time', now }).state
}

/** The one next step: read what is new, then answer who is late, then send what is prepared. */
export function nextStep(of: { alerts: readonly AlertRow[]; requests: readonly Request[]; own: number; now: number }) {
  const unread = of.alerts.find((alert) => !alert.read && !alert.practice) ?? of.alerts.find((alert) => !alert.read)
  if (unread) return { kind: 'read' as const, id: unread.id }
  const real = of.requests.filter((request) => !request.practice)
  const late = real.find((request) => stateOf(request, of.now) === 'overdue')
  if (late) return { kind: 'overdue' as const, id: late.id }
  const unsent = real.find((request) => request.state === 'prepared')
  if (unsent) return { kind: 'send' as const, id: unsent.id }
  return { kind: of.own === 0 ? ('add' as const) : ('quiet' as const), id: null }
}
